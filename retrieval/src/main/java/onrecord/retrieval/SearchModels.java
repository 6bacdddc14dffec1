package onrecord.retrieval;

import java.nio.file.Path;
import onrecord.corpus.Corpus;
import onrecord.retrieval.scoring.CrossEncodedIndex;
import org.jspecify.annotations.Nullable;

/// The models that a search is made with.
///
/// @param embedding for vectors
/// @param crossEncoder looks again at what was found first; null for none
public record SearchModels(EmbeddingModels embedding, @Nullable CrossEncoder crossEncoder) {

  /// Those that come with the application.
  public static SearchModels builtIn() {
    return new SearchModels(EmbeddingModels.builtIn(), null);
  }

  /// The index of a corpus that is searched with them.
  ///
  /// @see SearchIndexes#open(Corpus, Path, EmbeddingModels)
  public SearchIndex open(Corpus corpus, Path directory) {
    return encoded(SearchIndexes.open(corpus, directory, embedding));
  }

  /// The same in a cluster.
  ///
  /// @see SearchIndexes#open(Corpus, SearchCluster, Path, EmbeddingModels, int)
  public SearchIndex open(Corpus corpus, SearchCluster cluster, Path directory) {
    return encoded(SearchIndexes.open(corpus, cluster, directory, embedding, 1));
  }

  private SearchIndex encoded(SearchIndex index) {
    return crossEncoder == null ? index : new CrossEncodedIndex(index, crossEncoder);
  }
}
