package onrecord.retrieval.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import onrecord.retrieval.EmbeddingModels;
import onrecord.retrieval.IndexInUseException;
import onrecord.retrieval.indexing.Origin;
import onrecord.retrieval.indexing.PassageStore;
import onrecord.retrieval.indexing.PassageStores;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOUtils;

/// The directory that holds an index's generations, `generation-1` and so on, and keeps others out.
///
/// A generation is built beside the one that serves and takes its place when it is whole, so that a
/// change of models, a rebuild or a crash in the middle of either leaves no question without its
/// answer.
final class LuceneStores implements PassageStores {

  private static final String NAME = "generation-";

  /// Where the only index stood before there were generations.
  private static final String FORMER_NAME = "passages";

  private final Path directory;
  private final FSDirectory locked;
  private final Lock lock;

  /// The highest number given so far: one whose files were taken away may still serve.
  private int last;

  private LuceneStores(Path directory, FSDirectory locked, Lock lock) {
    this.directory = directory;
    this.locked = locked;
    this.lock = lock;
  }

  /// @throws IndexInUseException if another holds the directory
  static LuceneStores open(Path directory) throws IOException {
    Files.createDirectories(directory);
    var locked = FSDirectory.open(directory);
    try {
      return new LuceneStores(directory, locked, locked.obtainLock("index.lock"));
    } catch (LockObtainFailedException e) {
      locked.close();
      throw new IndexInUseException(directory, e);
    }
  }

  @Override
  public List<Origin> usable() throws IOException {
    IOUtils.rm(directory.resolve(FORMER_NAME));
    var usable = new ArrayList<Origin>();
    for (var path : numbered()) {
      var origin = GenerationFiles.in(path);
      if (origin.isPresent()) {
        usable.add(origin.get());
      } else {
        IOUtils.rm(path);
      }
    }
    return usable;
  }

  @Override
  public Origin next(EmbeddingModels models) throws IOException {
    Files.createDirectories(directory);
    for (var path : numbered()) {
      last = Math.max(last, number(path));
    }
    last++;
    return Origin.of(NAME + last, models);
  }

  @Override
  public PassageStore open(Origin origin) throws IOException {
    return new LuceneStore(new GenerationFiles(directory.resolve(origin.name()), origin));
  }

  /// Whoever reads these files is this process.
  @Override
  public void announce(Origin serving) {}

  @Override
  public void remove(Origin former) throws IOException {
    IOUtils.rm(directory.resolve(former.name()));
  }

  private List<Path> numbered() throws IOException {
    try (var paths = Files.list(directory)) {
      return paths
          .filter(path -> String.valueOf(path.getFileName()).matches(NAME + "\\d{1,9}"))
          .sorted(Comparator.comparingInt(LuceneStores::number).reversed())
          .toList();
    }
  }

  private static int number(Path path) {
    return Integer.parseInt(String.valueOf(path.getFileName()).substring(NAME.length()));
  }

  @Override
  public void close() throws IOException {
    lock.close();
    locked.close();
  }
}
