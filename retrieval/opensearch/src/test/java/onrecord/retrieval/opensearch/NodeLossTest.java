package onrecord.retrieval.opensearch;

import static onrecord.retrieval.MemoryCorpus.LANTERN;
import static onrecord.retrieval.MemoryCorpus.PUBLISHED;
import static onrecord.retrieval.MemoryCorpus.RIVER;
import static onrecord.retrieval.MemoryCorpus.prose;
import static onrecord.retrieval.MemoryCorpus.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import onrecord.corpus.DisclosureId;
import onrecord.corpus.Language;
import onrecord.corpus.Passage;
import onrecord.retrieval.CountingModel;
import onrecord.retrieval.EmbeddingModels;
import onrecord.retrieval.MemoryCorpus;
import onrecord.retrieval.Query;
import onrecord.retrieval.SearchIndex;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One of three nodes stops, and nothing is lost.
class NodeLossTest {

  private static final int DISCLOSURES = 24;
  private static final int LOST = 1;

  private final Nodes nodes = Nodes.shared();

  @TempDir Path directory;

  @AfterEach
  void remove() {
    nodes.startAgain(LOST);
    nodes.removeAll();
  }

  @Test
  void questionsAreAnsweredAlikeWhileANodeStops() throws InterruptedException {
    var corpus = filled(new MemoryCorpus());
    List<List<String>> before;
    try (var index = nodes.openTwice(corpus, directory, new CountingModel().models("counting"))) {
      index.awaitVectors();
      before = answers(index);
    }
    var stopping = new InterruptingModel(DISCLOSURES / 2, () -> nodes.stop(LOST));
    try (var index = nodes.openTwice(corpus, directory, stopping.models("counting"))) {
      assertThat(answers(index)).isEqualTo(before);
      assertThat(answers(index)).isEqualTo(before);
    }
  }

  @Test
  void whatIsWrittenWhileANodeStopsIsThere() throws InterruptedException {
    var corpus = new InterruptedCorpus(DISCLOSURES / 2, () -> nodes.stop(LOST));
    filled(corpus);
    try (var index = nodes.openTwice(corpus, directory, new CountingModel().models("counting"))) {
      index.awaitVectors();

      assertThat(index.progress())
          .isEqualTo(new SearchIndex.Progress(2 * DISCLOSURES, 2 * DISCLOSURES));
      assertThat(answers(index)).hasSize(DISCLOSURES).allMatch(found -> found.size() == 2);
    }
  }

  private static MemoryCorpus filled(MemoryCorpus corpus) {
    for (var number = 0; number < DISCLOSURES; number++) {
      corpus.with(
          report(number % 2 == 0 ? LANTERN : RIVER, "d" + number),
          prose("第%d号工厂的产量为%d台。".formatted(number, 7_000 + number)),
          prose("合同%d的金额为%d万元。".formatted(7_000 + number, number)));
    }
    return corpus;
  }

  /// For each disclosure what is found by the number that stands in both of its passages.
  private static List<List<String>> answers(SearchIndex index) {
    var answers = new ArrayList<List<String>>();
    for (var number = 0; number < DISCLOSURES; number++) {
      var query = Query.of("" + (7_000 + number), Language.ZH, PUBLISHED, 10);
      answers.add(
          index.retrieve(query).stream()
              .filter(evidence -> evidence.coverage() == 1)
              .map(evidence -> evidence.passage().id().value())
              .toList());
    }
    return answers;
  }

  /// Something happens when so many questions have been turned into vectors.
  private static final class InterruptingModel implements EmbeddingModel {

    private final CountingModel model = new CountingModel();
    private final AtomicInteger left;
    private final Runnable event;

    InterruptingModel(int questions, Runnable event) {
      this.left = new AtomicInteger(questions);
      this.event = event;
    }

    EmbeddingModels models(String name) {
      var both = new EmbeddingModels.Model(name, 32, this);
      return new EmbeddingModels(both, both);
    }

    @Override
    public Response<Embedding> embed(String text) {
      if (left.getAndDecrement() == 0) {
        event.run();
      }
      return model.embed(text);
    }

    @Override
    public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
      return Response.from(
          segments.stream().map(segment -> embed(segment.text()).content()).toList());
    }
  }

  /// Something happens when the passages of so many disclosures have been read.
  private static final class InterruptedCorpus extends MemoryCorpus {

    private final AtomicInteger left;
    private final Runnable event;

    InterruptedCorpus(int disclosures, Runnable event) {
      this.left = new AtomicInteger(disclosures);
      this.event = event;
    }

    @Override
    public List<Passage> passages(DisclosureId id) {
      if (left.getAndDecrement() == 0) {
        event.run();
      }
      return super.passages(id);
    }
  }
}
