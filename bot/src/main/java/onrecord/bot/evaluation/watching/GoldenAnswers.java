package onrecord.bot.evaluation.watching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The last answers to golden questions, in `answers.json`, and the last runs, in `runs.json`.
record GoldenAnswers(Path folder) {

  private static final int RUNS = 20;

  private static final JsonMapper JSON = JsonMapper.shared();

  /// By the question's id; empty before the first run.
  Map<String, String> answers() {
    return read(answersFile(), new TypeReference<Map<String, String>>() {}, Map.of());
  }

  /// The newest first.
  List<GoldenRun> runs() {
    return read(runsFile(), new TypeReference<List<GoldenRun>>() {}, List.of());
  }

  /// Keeps a run and what was answered in it.
  void keep(Map<String, String> answers, GoldenRun run) {
    var runs = new ArrayList<>(List.of(run));
    runs.addAll(runs());
    write(runsFile(), runs.subList(0, Math.min(RUNS, runs.size())));
    write(answersFile(), answers);
  }

  private Path answersFile() {
    return folder.resolve("answers.json");
  }

  private Path runsFile() {
    return folder.resolve("runs.json");
  }

  private static <T> T read(Path file, TypeReference<T> type, T otherwise) {
    if (!Files.exists(file)) {
      return otherwise;
    }
    try {
      return JSON.readValue(Files.readString(file), type);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  /// A reader sees the old content or the new, whole.
  private void write(Path file, Object content) {
    var whole = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.createDirectories(folder);
      Files.writeString(whole, JSON.writeValueAsString(content));
      Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }
}
