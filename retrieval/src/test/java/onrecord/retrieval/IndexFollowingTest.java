package onrecord.retrieval;

import java.nio.file.Path;
import onrecord.corpus.Corpus;

class IndexFollowingTest extends IndexLifeContract {

  @Override
  protected SearchIndex open(Corpus corpus, Path directory, EmbeddingModels models) {
    return SearchIndexes.open(corpus, directory, models);
  }
}
