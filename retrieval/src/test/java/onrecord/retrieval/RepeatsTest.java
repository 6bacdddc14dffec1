package onrecord.retrieval;

import java.nio.file.Path;
import onrecord.corpus.Corpus;

class RepeatsTest extends RepeatsContract {

  @Override
  protected SearchIndex open(Corpus corpus, Path directory, EmbeddingModels models) {
    return SearchIndexes.open(corpus, directory, models);
  }
}
