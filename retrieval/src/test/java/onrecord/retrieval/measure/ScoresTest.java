package onrecord.retrieval.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScoresTest {

  @Test
  void theOneRelevantPassageAtRankTwo() {
    var scores = scores(List.of(gold("b")), "a", "b", "c");

    assertThat(scores.ndcg(10)).isCloseTo(Math.log(2) / Math.log(3), within(1e-9));
    assertThat(scores.reciprocalRank(10)).isEqualTo(1.0 / 2);
    assertThat(scores.recall(1)).isZero();
    assertThat(scores.recall(2)).isEqualTo(1);
    assertThat(scores.hit(1)).isZero();
    assertThat(scores.hit(2)).isEqualTo(1);
  }

  @Test
  void twoRelevantPassagesOfWhichOneIsFound() {
    var scores = scores(List.of(gold("a"), gold("z")), "a", "b");

    assertThat(scores.recall(5)).isEqualTo(1.0 / 2);
    assertThat(scores.ndcg(10)).isCloseTo(1 / (1 + Math.log(2) / Math.log(3)), within(1e-9));
  }

  @Test
  void higherGradesGainMore() {
    var scores = scores(List.of(new Gold(Set.of("a"), 1), new Gold(Set.of("b"), 3)), "a", "b");
    var second = Math.log(2) / Math.log(3);

    assertThat(scores.ndcg(10)).isCloseTo((1 + 3 * second) / (3 + second), within(1e-9));
    assertThat(scores.recall(10)).isEqualTo(1);
  }

  @Test
  void anyPlaceOfOneThingIsRightAndCountsOnce() {
    var scores = scores(List.of(new Gold(Set.of("page 5", "page 9"), 1)), "page 5", "page 9");

    assertThat(scores.ndcg(10)).isEqualTo(1);
    assertThat(scores.recall(10)).isEqualTo(1);
  }

  @Test
  void aSecondPassageOfThePageTakesNoRank() {
    var scores = scores(List.of(gold("page 2")), "page 1", "page 1", "page 1", "page 2");

    assertThat(scores.reciprocalRank(10)).isEqualTo(1.0 / 2);
  }

  @Test
  void nothingFoundIsNothing() {
    var scores = scores(List.of(gold("a")));

    assertThat(scores.ndcg(10)).isZero();
    assertThat(scores.recall(20)).isZero();
    assertThat(scores.reciprocalRank(10)).isZero();
  }

  @Test
  void theIntervalHoldsTheMeanAndNarrowsWithMoreQuestions() {
    var few = Interval.of(values(10));
    var many = Interval.of(values(1_000));

    assertThat(few.mean()).isEqualTo(0.5);
    assertThat(few.low()).isBetween(0.0, 0.5);
    assertThat(few.high()).isBetween(0.5, 1.0);
    assertThat(many.high() - many.low()).isLessThan((few.high() - few.low()) / 5);
    assertThat(Interval.of(values(10))).isEqualTo(few);
  }

  /// Zeros and ones by turns.
  private static double[] values(int count) {
    var values = new double[count];
    Arrays.setAll(values, i -> i % 2);
    return values;
  }

  private static Gold gold(String place) {
    return new Gold(Set.of(place), 1);
  }

  private static Scores scores(List<Gold> gold, String... ranked) {
    return Scores.of(Stream.of(ranked).map(Set::of).toList(), gold);
  }
}
