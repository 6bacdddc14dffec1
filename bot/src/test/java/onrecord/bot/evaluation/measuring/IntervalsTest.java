package onrecord.bot.evaluation.measuring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntervalsTest {

  /// R: `binom.test(10, 10)` gives 0.6915029 to 1, `binom.test(0, 20)` 0 to 0.1684335.
  @Test
  void whereAllAreAlikeTheBoundOfClopperAndPearsonStands() {
    var right = Bootstrap.of(Collections.nCopies(10, new Ratio(1, 1)));
    var wrong = Bootstrap.of(Collections.nCopies(20, new Ratio(0, 1)));

    assertThat(right.low()).isCloseTo(0.6915029, within(1e-7));
    assertThat(right.high()).isEqualTo(1);
    assertThat(wrong.low()).isZero();
    assertThat(wrong.high()).isCloseTo(0.1684335, within(1e-7));
  }

  /// 80 of 100: the normal approximation gives 0.8 ± 1.96 · 0.04.
  @Test
  void aShareOfManyLiesWhereTheNormalApproximationSays() {
    var interval = Bootstrap.of(mixed(80, 20, 1));

    assertThat(interval.low()).isCloseTo(0.8 - 1.96 * 0.04, within(0.015));
    assertThat(interval.high()).isCloseTo(0.8 + 1.96 * 0.04, within(0.015));
  }

  /// Ten wordings of each question that are right or wrong together tell no more than one.
  @Test
  void wordingsOfOneQuestionDoNotMakeTheIntervalNarrower() {
    var one = Bootstrap.of(mixed(8, 2, 1));
    var ten = Bootstrap.of(mixed(8, 2, 10));

    assertThat(ten).isEqualTo(one);
  }

  @Test
  void theSameOutcomesGiveTheSameInterval() {
    assertThat(Bootstrap.of(mixed(7, 3, 1))).isEqualTo(Bootstrap.of(mixed(7, 3, 1)));
  }

  @Test
  void aDifferenceOfNothingLiesAtZero() {
    var ratios = mixed(7, 3, 1);

    assertThat(Bootstrap.ofDifference(ratios, ratios)).isEqualTo(new Interval(0, 0));
  }

  @Test
  void aGainOnEveryQuestionIsExact() {
    var interval =
        Bootstrap.ofDifference(
            Collections.nCopies(5, new Ratio(0, 1)), Collections.nCopies(5, new Ratio(1, 1)));

    assertThat(interval).isEqualTo(new Interval(1, 1));
  }

  private static List<Ratio> mixed(int right, int wrong, int wordings) {
    var ratios = new ArrayList<>(Collections.nCopies(right, new Ratio(wordings, wordings)));
    ratios.addAll(Collections.nCopies(wrong, new Ratio(0, wordings)));
    return ratios;
  }
}
