package onrecord.retrieval.opensearch;

import static onrecord.retrieval.MemoryCorpus.LANTERN;
import static onrecord.retrieval.MemoryCorpus.PUBLISHED;
import static onrecord.retrieval.MemoryCorpus.prose;
import static onrecord.retrieval.MemoryCorpus.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import onrecord.corpus.Language;
import onrecord.retrieval.CountingModel;
import onrecord.retrieval.MemoryCorpus;
import onrecord.retrieval.Query;
import onrecord.retrieval.SearchIndex;
import onrecord.retrieval.SearchUnavailableException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole cluster is out of reach for a while.
class OutageTest {

  private final Nodes nodes = Nodes.shared();
  private final MemoryCorpus corpus =
      new MemoryCorpus().with(report(LANTERN, "a"), prose("江州工厂生产正常。"), prose("员工总数五百人。"));

  @TempDir Path directory;

  @AfterEach
  void remove() {
    nodes.removeAll();
  }

  @Test
  void anOutageIsToldAndNothingIsLostWhenItEnds() throws IOException, InterruptedException {
    try (var gate = nodes.gate();
        var index =
            nodes.openBehind(gate, corpus, directory, new CountingModel().models("counting"))) {
      index.awaitVectors();
      assertThat(texts(index, "员工总数")).startsWith("员工总数五百人。");

      gate.shut();
      assertThatThrownBy(() -> texts(index, "员工总数"))
          .isInstanceOf(SearchUnavailableException.class)
          .hasRootCauseInstanceOf(IOException.class);
      corpus.with(report(LANTERN, "b"), prose("江州工厂扩建。"));
      assertThatThrownBy(index::reconcile).isInstanceOf(SearchUnavailableException.class);

      gate.open();
      index.reconcile();
      assertThat(texts(index, "员工总数")).startsWith("员工总数五百人。");
      assertThat(texts(index, "江州工厂扩建")).startsWith("江州工厂扩建。");
      index.awaitVectors();
      assertThat(index.progress()).isEqualTo(new SearchIndex.Progress(3, 3));
    }
  }

  @Test
  void aClusterOutOfReachAtTheStartIsNamed() throws IOException {
    try (var gate = nodes.gate()) {
      gate.shut();

      assertThatThrownBy(() ->
              nodes.openBehind(gate, corpus, directory, new CountingModel().models("counting")))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("No node of the cluster answers")
          .hasMessageContaining(gate.address().toString());
    }
  }

  private static List<String> texts(SearchIndex index, String question) {
    return index.retrieve(Query.of(question, Language.ZH, PUBLISHED, 10)).stream()
        .filter(evidence -> evidence.coverage() > 0.5)
        .map(evidence -> evidence.passage().text())
        .toList();
  }
}
