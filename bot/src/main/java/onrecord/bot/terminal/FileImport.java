package onrecord.bot.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import onrecord.corpus.Corpus;
import onrecord.corpus.Intake;

/// Takes files, as many at a time as there are processors; a bad one does not hide the next.
record FileImport(Corpus corpus, ProgressBar progress) {

  List<Intake> take(List<Path> paths) {
    var files = paths.stream().flatMap(path -> filesIn(path).stream()).toList();
    var intakes = new ArrayList<Intake>();
    try (var readers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      var reading = files.stream().map(file -> readers.submit(() -> corpus.take(file))).toList();
      for (int i = 0; i < files.size(); i++) {
        progress.show(i, files.size(), files.get(i).getFileName().toString());
        intakes.addAll(outcome(reading.get(i), files.get(i)).each());
      }
    }
    progress.done(files.size());
    return intakes;
  }

  private static Intake outcome(Future<Intake> reading, Path file) {
    try {
      return reading.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(file + " could not be taken", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while taking " + file, e);
    }
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
