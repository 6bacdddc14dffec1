package onrecord.retrieval.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import onrecord.corpus.DisclosureId;
import onrecord.corpus.Passage;
import onrecord.corpus.PassageId;
import onrecord.corpus.Speaker;
import onrecord.retrieval.embedding.BuiltInModels;
import onrecord.retrieval.embedding.EmbeddingText;
import onrecord.retrieval.embedding.VectorStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManyPassagesTest {

  private final ManyPassages passages =
      new ManyPassages(
          List.of(real("营业收入为120.5万元。"), real("公司注重股东回报。")),
          List.of(direction(0), direction(1)),
          1_200);

  @Test
  void thereAreAsManyAsWantedInReportsOfFiveHundred() {
    assertThat(passages.disclosures()).hasSize(3);
    assertThat(passages.passages(new DisclosureId("r2"))).hasSize(200);
  }

  @Test
  void eachIsARealOneWithOtherFiguresAndTheSameEachTime() {
    var passage = passages.passage(new PassageId("r1#0")).orElseThrow();

    assertThat(passage.text()).matches("营业收入为\\d{3}\\.\\d万元。 500");
    assertThat(passages.passages(new DisclosureId("r1")).getFirst()).isEqualTo(passage);
  }

  @Test
  void vectorsHaveLengthOneAndLieAroundThoseOfTheRealOnes() {
    var vector = passages.vector(700);

    assertThat(product(vector, vector)).isCloseTo(1, within(1e-4f));
    assertThat(product(vector, direction(0))).isGreaterThan(0.6f);
    assertThat(passages.vector(700)).isEqualTo(vector);
  }

  @Test
  void theNearestAreFoundByALookAtEachAndThoseOfOneTextAreOne(@TempDir Path folder)
      throws IOException {
    try (var kept = VectorStore.open(folder.resolve("vectors.bin"))) {
      for (var number = 0; number < passages.count(); number++) {
        kept.keep(BuiltInModels.CHINESE.name(), text(number), passages.vector(number));
      }
      var sought = passages.vector(700);
      var nearest = Exact.nearest(passages, kept, List.of(sought, sought), 10);

      assertThat(nearest).hasSize(2).allMatch(nearest.getFirst()::equals);
      assertThat(nearest.getFirst())
          .hasSize(10)
          .doesNotHaveDuplicates()
          .contains(new Gold(Set.of(text(700)), 1))
          .allMatch(gold -> gold.places().iterator().next().contains("营业收入"));
    }
  }

  private String text(int number) {
    var passage = passages.passage(passages.id(number)).orElseThrow();
    var disclosure = passages.disclosure(passage.id().disclosure()).orElseThrow();
    return EmbeddingText.of(disclosure, passage).text();
  }

  private static Passage real(String text) {
    return new Passage(
        new PassageId("x#0"),
        0,
        text,
        Speaker.COMPANY,
        Passage.Form.PROSE,
        List.of(),
        1,
        null,
        null,
        List.of(),
        null);
  }

  private static float[] direction(int axis) {
    var vector = new float[64];
    vector[axis] = 1;
    return vector;
  }

  private static float product(float[] a, float[] b) {
    var sum = 0f;
    for (var i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
