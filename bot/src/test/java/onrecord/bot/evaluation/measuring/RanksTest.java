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

  /// The run that comes with trec_eval as its own test, topics 301 and 303, and what it publishes
  /// for them with four decimals: of 474 and 10 relevant documents those at these ranks stand among
  /// the first 20.
  @Test
  void agreeWithTheTestRunOfTrecEval() {
    var topic301 = new Ranks(List.of(6, 7, 16, 18, 20), 474);
    var topic303 = new Ranks(List.of(19), 10);

    assertThat(topic301.reciprocalRank()).isCloseTo(0.1667, within(5e-5));
    assertThat(topic301.recall(5)).isZero();
    assertThat(topic301.recall(10)).isCloseTo(0.0042, within(5e-5));
    assertThat(topic301.recall(20)).isCloseTo(0.0105, within(5e-5));
    assertThat(topic303.reciprocalRank()).isCloseTo(0.0526, within(5e-5));
    assertThat(topic303.recall(10)).isZero();
    assertThat(topic303.recall(20)).isCloseTo(0.1, within(5e-5));
  }

  /// `ndcg_score` of scikit-learn 1.9.1 for documents of which those at these ranks are relevant.
  @Test
  void agreeWithScikitLearn() {
    var four = new Ranks(List.of(1, 3, 4, 10), 4);
    var three = new Ranks(List.of(2, 5, 8), 3);

    assertThat(four.ndcg(10)).isCloseTo(0.8665427526082052, within(1e-12));
    assertThat(four.ndcg(5)).isCloseTo(0.75369761125927, within(1e-12));
    assertThat(three.ndcg(10)).isCloseTo(0.6256646589861506, within(1e-12));
    assertThat(three.ndcg(5)).isCloseTo(0.4776237035032179, within(1e-12));
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
