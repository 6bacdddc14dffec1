package onrecord.retrieval;

import java.nio.file.Path;
import onrecord.corpus.Corpus;
import onrecord.retrieval.lucene.LuceneSearchIndex;
import onrecord.retrieval.opensearch.ClusterSearchIndex;

/// Where a [SearchIndex] comes from.
public final class SearchIndexes {

  private SearchIndexes() {}

  /// Opens the index of a corpus, brought to its present revision, with one thread for vectors.
  ///
  /// @param directory kept between runs; made if missing, and rebuilt from the corpus if it is
  ///   damaged, of an older version or of other models
  /// @throws IndexInUseException if another process holds the directory
  /// @throws java.io.UncheckedIOException if the directory cannot be read or written
  public static SearchIndex open(Corpus corpus, Path directory, EmbeddingModels models) {
    return open(corpus, directory, models, 1);
  }

  /// The same with so many threads for vectors.
  ///
  /// @param vectorThreads 1 or more
  public static SearchIndex open(
      Corpus corpus, Path directory, EmbeddingModels models, int vectorThreads) {
    return LuceneSearchIndex.open(corpus, directory, models, vectorThreads);
  }

  /// Opens the index of a corpus in a cluster, brought to its present revision. One process writes
  /// it; others may read the alias.
  ///
  /// @param directory where vectors are kept between runs, so that no rebuild computes them again
  /// @param vectorThreads 1 or more
  /// @throws java.io.UncheckedIOException if the cluster does not answer
  /// @throws IllegalStateException if it refuses what is asked, for want of rights or its k-NN
  ///   plugin
  public static SearchIndex open(
      Corpus corpus,
      SearchCluster cluster,
      Path directory,
      EmbeddingModels models,
      int vectorThreads) {
    return ClusterSearchIndex.open(corpus, cluster, directory, models, vectorThreads);
  }
}
