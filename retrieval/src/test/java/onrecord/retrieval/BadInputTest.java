package onrecord.retrieval;

import java.nio.file.Path;
import onrecord.corpus.Corpus;

class BadInputTest extends BadInputContract {

  @Override
  protected SearchIndex open(Corpus corpus, Path directory, EmbeddingModels models) {
    return SearchIndexes.open(corpus, directory, models);
  }
}
