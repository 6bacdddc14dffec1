package onrecord.retrieval.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import onrecord.corpus.Corpus;
import onrecord.retrieval.EmbeddingModels;
import onrecord.retrieval.embedding.VectorStore;
import onrecord.retrieval.indexing.GenerationalIndex;

/// A search index in files of this machine.
public final class LuceneSearchIndex {

  private LuceneSearchIndex() {}

  /// @see onrecord.retrieval.SearchIndexes#open
  public static GenerationalIndex open(
      Corpus corpus, Path directory, EmbeddingModels models, int vectorThreads) {
    try {
      var stores = LuceneStores.open(directory);
      try {
        var kept = VectorStore.open(directory.resolve("vectors.bin"));
        return GenerationalIndex.open(corpus, stores, kept, models, vectorThreads);
      } catch (IOException | RuntimeException e) {
        stores.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot open the index in " + directory, e);
    }
  }
}
