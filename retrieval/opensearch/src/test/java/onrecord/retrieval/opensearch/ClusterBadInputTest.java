package onrecord.retrieval.opensearch;

import java.nio.file.Path;
import onrecord.corpus.Corpus;
import onrecord.retrieval.BadInputContract;
import onrecord.retrieval.EmbeddingModels;
import onrecord.retrieval.SearchIndex;
import org.junit.jupiter.api.AfterAll;

class ClusterBadInputTest extends BadInputContract {

  @Override
  protected SearchIndex open(Corpus corpus, Path directory, EmbeddingModels models) {
    return Nodes.shared().open(corpus, directory, models);
  }

  @AfterAll
  void remove() {
    Nodes.shared().removeAll();
  }
}
