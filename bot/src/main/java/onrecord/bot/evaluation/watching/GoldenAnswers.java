package onrecord.bot.evaluation.watching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import onrecord.bot.evaluation.watching.Golden.Changed;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The last answers to golden questions, in `answers.json`, and what changed with the last run, in
/// `changes.txt`.
record GoldenAnswers(Path folder) {

  private static final JsonMapper JSON = JsonMapper.shared();

  /// By the question's id; empty before the first run.
  Map<String, String> read() {
    var answers = new LinkedHashMap<String, String>();
    if (Files.exists(answers())) {
      try {
        JSON.readTree(Files.readString(answers()))
            .propertyStream()
            .forEach((Map.Entry<String, JsonNode> entry) ->
                answers.put(entry.getKey(), entry.getValue().asString()));
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot read " + answers(), e);
      }
    }
    return answers;
  }

  void write(Map<String, String> answers) {
    write(answers(), JSON.writeValueAsString(answers));
  }

  void writeChanges(String occasion, List<Changed> changes) {
    var text = new StringBuilder("Since ").append(occasion).append(":\n");
    changes.forEach(change ->
        text.append('\n').append(change.question().question()).append('\n').append(change.diff()));
    write(folder.resolve("changes.txt"), text.toString());
  }

  private Path answers() {
    return folder.resolve("answers.json");
  }

  private void write(Path file, String content) {
    try {
      Files.createDirectories(folder);
      Files.writeString(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }
}
