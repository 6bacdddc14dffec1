package onrecord.retrieval.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import onrecord.corpus.DisclosureId;
import onrecord.corpus.Passage;
import onrecord.corpus.PassageId;
import onrecord.corpus.Speaker;
import org.junit.jupiter.api.Test;

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
  void theNearestAreFoundByALookAtEach() {
    var nearest = Exact.nearest(passages, List.of(passages.vector(700)), 10).getFirst();

    assertThat(nearest).hasSize(10).contains(new Gold(Set.of("r1#200"), 1));
    assertThat(nearest).allMatch(gold -> Integer.parseInt(ordinal(gold)) % 2 == 0);
  }

  private static String ordinal(Gold gold) {
    return gold.places().iterator().next().replaceFirst(".*#", "");
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
