package onrecord.bot.evaluation.measuring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RanksTest {

  /// The example of pytrec_eval's documentation, and the figures that trec_eval gives for it: `q1`
  /// finds its one relevant document at rank 3, `q2` its two at ranks 2 and 3.
  @Test
  void agreeWithTrecEval() {
    var q1 = new Ranks(List.of(3), 1);
    var q2 = new Ranks(List.of(2, 3), 2);

    assertThat(q1.ndcg(10)).isCloseTo(0.5, within(1e-12));
    assertThat(q2.ndcg(10)).isCloseTo(0.6934264036172708, within(1e-12));
    assertThat(q1.reciprocalRank()).isCloseTo(1.0 / 3, within(1e-12));
    assertThat(q2.reciprocalRank()).isEqualTo(0.5);
    assertThat(q2.recall(2)).isEqualTo(0.5);
    assertThat(q2.recall(5)).isEqualTo(1);
  }

  @Test
  void whatStandsBelowTheCutGainsNothing() {
    assertThat(new Ranks(List.of(11), 1).ndcg(10)).isZero();
    assertThat(new Ranks(List.of(11), 1).recall(10)).isZero();
    assertThat(new Ranks(List.of(11), 1).reciprocalRank()).isEqualTo(1.0 / 11);
  }

  @Test
  void nothingFoundScoresNothing() {
    var none = new Ranks(List.of(), 2);

    assertThat(none.ndcg(10)).isZero();
    assertThat(none.recall(10)).isZero();
    assertThat(none.reciprocalRank()).isZero();
  }

  @Test
  void theBestOrderScoresOne() {
    assertThat(new Ranks(List.of(1, 2, 3), 3).ndcg(10)).isCloseTo(1, within(1e-12));
    assertThat(new Ranks(List.of(1, 2), 12).ndcg(2)).isCloseTo(1, within(1e-12));
  }
}
