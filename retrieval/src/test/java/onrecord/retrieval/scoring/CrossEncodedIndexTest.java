package onrecord.retrieval.scoring;

import static onrecord.retrieval.MemoryCorpus.LANTERN;
import static onrecord.retrieval.MemoryCorpus.PUBLISHED;
import static onrecord.retrieval.MemoryCorpus.prose;
import static onrecord.retrieval.MemoryCorpus.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.model.scoring.ScoringModel;
import java.nio.file.Path;
import java.util.List;
import onrecord.corpus.Language;
import onrecord.retrieval.CountingModel;
import onrecord.retrieval.CrossEncoder;
import onrecord.retrieval.Evidence;
import onrecord.retrieval.MemoryCorpus;
import onrecord.retrieval.Query;
import onrecord.retrieval.SearchModels;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrossEncodedIndexTest {

  /// Likes passages that name a river.
  private static final ScoringModel RIVERS =
      (passages, question) ->
          Response.from(passages.stream().map(CrossEncodedIndexTest::likes).toList());

  private final MemoryCorpus corpus =
      new MemoryCorpus()
          .with(report(LANTERN, "a"), prose("江州工厂生产正常。"), prose("江州工厂临河。"), prose("工厂生产三种产品。"));

  @TempDir Path directory;

  private static double likes(TextSegment passage) {
    return passage.text().contains("河") ? 1 : 0;
  }

  @Test
  void whatTheModelLikesComesFirstAndRanksAndScoresFollow() throws InterruptedException {
    var found = found(new CrossEncoder(RIVERS, 10, 1), 3);

    assertThat(ids(found)).first().isEqualTo("a#1");
    assertThat(found).extracting(Evidence::rank).containsExactly(1, 2, 3);
    assertThat(found.get(0).score()).isGreaterThan(found.get(1).score());
  }

  @Test
  void itReadsMorePassagesThanAreAskedFor() throws InterruptedException {
    assertThat(ids(found(new CrossEncoder(RIVERS, 10, 1), 1))).containsExactly("a#1");
  }

  @Test
  void whatItDoesNotReadKeepsItsPlace() throws InterruptedException {
    assertThat(ids(found(new CrossEncoder(RIVERS, 1, 1), 3))).isEqualTo(ids(found(null, 3)));
  }

  @Test
  void theOrderStaysWhereTheModelFailsOrMiscounts() throws InterruptedException {
    ScoringModel broken =
        (passages, question) -> {
          throw new IllegalStateException("This model has broken down");
        };
    ScoringModel few = (passages, question) -> Response.from(List.of(1.0));
    ScoringModel odd =
        (passages, question) -> Response.from(passages.stream().map(_ -> Double.NaN).toList());

    for (var model : List.of(broken, few, odd)) {
      assertThat(ids(found(new CrossEncoder(model, 10, 1), 3))).isEqualTo(ids(found(null, 3)));
    }
  }

  @Test
  void aDepthOrWeightOutOfReachIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new CrossEncoder(RIVERS, 0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new CrossEncoder(RIVERS, 1, Double.NaN));
  }

  private List<Evidence> found(@Nullable CrossEncoder encoder, int k) throws InterruptedException {
    var models = new SearchModels(new CountingModel().models("counting"), encoder);
    try (var index = models.open(corpus, directory)) {
      index.awaitVectors();
      return index.retrieve(Query.of("江州工厂生产", Language.ZH, PUBLISHED, k));
    }
  }

  private static List<String> ids(List<Evidence> evidence) {
    return evidence.stream().map(each -> each.passage().id().value()).toList();
  }
}
