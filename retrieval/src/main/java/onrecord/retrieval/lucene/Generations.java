package onrecord.retrieval.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import onrecord.retrieval.EmbeddingModels;
import onrecord.retrieval.IndexInUseException;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOUtils;

/// The directory that holds an index's generations, `generation-1` and so on, and keeps others out.
///
/// A generation is built beside the one that serves and takes its place when it is whole, so that a
/// change of models, a rebuild or a crash in the middle of either leaves no question without its
/// answer.
record Generations(Path directory, FSDirectory locked, Lock lock) implements AutoCloseable {

  private static final String NAME = "generation-";

  /// Where the only index stood before there were generations.
  private static final String FORMER_NAME = "passages";

  /// @throws IndexInUseException if another holds the directory
  static Generations open(Path directory) throws IOException {
    Files.createDirectories(directory);
    var locked = FSDirectory.open(directory);
    try {
      return new Generations(directory, locked, locked.obtainLock("index.lock"));
    } catch (LockObtainFailedException e) {
      locked.close();
      throw new IndexInUseException(directory, e);
    }
  }

  /// Those that can be used, newest first; all else is removed.
  List<GenerationFiles> usable() throws IOException {
    IOUtils.rm(directory.resolve(FORMER_NAME));
    var usable = new ArrayList<GenerationFiles>();
    for (var path : numbered()) {
      var files = GenerationFiles.in(path);
      if (files.isPresent()) {
        usable.add(files.get());
      } else {
        IOUtils.rm(path);
      }
    }
    return usable;
  }

  /// An empty one, newer than all others.
  GenerationFiles next(EmbeddingModels models) throws IOException {
    var last = numbered().stream().mapToInt(Generations::number).max().orElse(0);
    return new GenerationFiles(
        directory.resolve(NAME + (last + 1)), models.chinese().name(), models.english().name());
  }

  private List<Path> numbered() throws IOException {
    try (var paths = Files.list(directory)) {
      return paths
          .filter(path -> String.valueOf(path.getFileName()).matches(NAME + "\\d{1,9}"))
          .sorted(Comparator.comparingInt(Generations::number).reversed())
          .toList();
    }
  }

  private static int number(Path path) {
    return Integer.parseInt(String.valueOf(path.getFileName()).substring(NAME.length()));
  }

  /// Closes a generation and removes its files.
  static void remove(Generation generation) throws IOException {
    generation.close();
    IOUtils.rm(generation.directory());
  }

  @Override
  public void close() throws IOException {
    lock.close();
    locked.close();
  }
}
