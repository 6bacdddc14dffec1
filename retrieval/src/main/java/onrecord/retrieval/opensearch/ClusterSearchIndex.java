package onrecord.retrieval.opensearch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import onrecord.corpus.Corpus;
import onrecord.retrieval.EmbeddingModels;
import onrecord.retrieval.SearchCluster;
import onrecord.retrieval.embedding.VectorStore;
import onrecord.retrieval.indexing.GenerationalIndex;

/// A search index in an OpenSearch cluster.
public final class ClusterSearchIndex {

  private ClusterSearchIndex() {}

  /// @see onrecord.retrieval.SearchIndexes#open(Corpus, SearchCluster, Path, EmbeddingModels, int)
  public static GenerationalIndex open(
      Corpus corpus,
      SearchCluster cluster,
      Path directory,
      EmbeddingModels models,
      int vectorThreads) {
    try {
      var kept = VectorStore.open(directory.resolve("vectors.bin"));
      var stores = new ClusterStores(cluster, models);
      return GenerationalIndex.open(corpus, stores, kept, models, vectorThreads);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot open the index %s in the cluster: %s".formatted(cluster.index(), e.getMessage()),
          e);
    }
  }
}
