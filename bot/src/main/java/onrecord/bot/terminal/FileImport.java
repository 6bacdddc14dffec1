package onrecord.bot.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import onrecord.corpus.Corpus;
import onrecord.corpus.Intake;

/// Takes files one after the other; a bad one does not hide the next.
record FileImport(Corpus corpus, ProgressBar progress) {

  List<Intake> take(List<Path> paths) {
    var files = paths.stream().flatMap(path -> filesIn(path).stream()).toList();
    var intakes = new ArrayList<Intake>();
    for (var file : files) {
      progress.show(intakes.size(), files.size(), file.getFileName().toString());
      intakes.add(corpus.take(file));
    }
    progress.done(files.size());
    return intakes;
  }

  /// A file itself, or the files in a folder in order of their names, but for hidden ones and the
  /// metadata beside others.
  private static List<Path> filesIn(Path path) {
    if (Files.isRegularFile(path)) {
      return List.of(path);
    }
    try (var all = Files.walk(path)) {
      return all.filter(Files::isRegularFile).filter(FileImport::isOriginal).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("Cannot read the folder " + path, unreadable);
    }
  }

  static boolean isOriginal(Path file) {
    var name = file.getFileName().toString();
    return !name.startsWith(".") && !name.endsWith(".yaml");
  }
}
