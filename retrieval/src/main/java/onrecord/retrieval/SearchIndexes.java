package onrecord.retrieval;

import java.nio.file.Path;
import onrecord.corpus.Corpus;
import onrecord.retrieval.lucene.LuceneSearchIndex;

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
}
