package onrecord.retrieval.opensearch;

import java.nio.file.Path;
import onrecord.corpus.Corpus;
import onrecord.retrieval.EmbeddingModels;
import onrecord.retrieval.SearchContract;
import onrecord.retrieval.SearchIndex;
import org.junit.jupiter.api.AfterEach;

class ClusterFindsTest extends SearchContract {

  @Override
  protected SearchIndex open(Corpus corpus, Path directory, EmbeddingModels models) {
    return Nodes.shared().open(corpus, directory, models);
  }

  @AfterEach
  void remove() {
    Nodes.shared().removeAll();
  }
}
