package onrecord.bot.evaluation.measuring;

import static onrecord.bot.Verdict.ANSWERED;
import static onrecord.bot.Verdict.DEFERRED;
import static onrecord.bot.evaluation.measuring.Given.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignificanceTest {

  /// Of nine questions that differ, one or none would be lost in 10 of 512 throws of coins.
  @Test
  void mcNemarsTestIsTheBinomialOfWhatDiffers() {
    assertThat(new McNemar(8, 1).p()).isCloseTo(2 * (1 + 9) / 512.0, within(1e-12));
    assertThat(new McNemar(1, 8).p()).isCloseTo(2 * (1 + 9) / 512.0, within(1e-12));
    assertThat(new McNemar(3, 0).p()).isCloseTo(2 / 8.0, within(1e-12));
  }

  /// The example of statsmodels' `mcnemar(exact=True)`: 121 and 59 differ.
  @Test
  void mcNemarsTestAgreesWithStatsmodels() {
    assertThat(new McNemar(121, 59).p()).isCloseTo(4.434e-6, within(1e-9));
  }

  @Test
  void whereNothingDiffersNothingIsSignificant() {
    assertThat(new McNemar(0, 0).p()).isEqualTo(1);
    assertThat(new McNemar(2, 2).p()).isEqualTo(1);
  }

  @Test
  void thousandsOfDifferencesCanBeToldToo() {
    assertThat(new McNemar(2_000, 2_000).p()).isEqualTo(1);
    assertThat(new McNemar(2_200, 1_800).p()).isBetween(1e-11, 1e-8);
  }

  /// All swaps of three clusters that each gain one: 2 of 8 give as great a difference.
  @Test
  void randomizationSwapsTheOutcomesOfClusters() {
    var before = List.of(new Ratio(0, 2), new Ratio(0, 2), new Ratio(0, 2));
    var after = List.of(new Ratio(1, 2), new Ratio(1, 2), new Ratio(1, 2));

    assertThat(Randomization.p(before, after)).isCloseTo(2 / 8.0, within(0.03));
    assertThat(Randomization.p(before, before)).isEqualTo(1);
  }

  @Test
  void aComparisonCountsWhatBothRunsWereAsked() {
    var before = verdicts(1, 20, 10);
    var after = verdicts(1, 22, 18);

    var difference = compared(before, after, Measure.VERDICT);

    assertThat(Comparison.of(before, after).questions()).isEqualTo(20);
    assertThat(difference.before()).isEqualTo(10.0 / 20);
    assertThat(difference.after()).isEqualTo(18.0 / 20);
    assertThat(difference.mcNemar()).isEqualTo(new McNemar(8, 0));
    assertThat(difference.p()).isCloseTo(2 / 256.0, within(1e-12));
    assertThat(difference.isSignificant()).isTrue();
    assertThat(difference.interval().low()).isPositive();
  }

  @Test
  void fewerLeaksAreAGain() {
    var before = outcomesOf(question("a", DEFERRED).gets(ANSWERED));
    var after = outcomesOf(question("a", DEFERRED).gets(DEFERRED));

    assertThat(compared(before, after, Measure.LEAKS).mcNemar()).isEqualTo(new McNemar(1, 0));
  }

  @Test
  void wordingsThatBelongTogetherAreSwappedTogether() {
    var before = new ArrayList<Outcome>();
    var after = new ArrayList<Outcome>();
    for (int i = 0; i < 12; i++) {
      before.add(question("q" + i, ANSWERED).gets(DEFERRED).in("g").outcome());
      after.add(question("q" + i, ANSWERED).gets(ANSWERED).in("g").outcome());
    }

    assertThat(compared(before, after, Measure.VERDICT).p()).as("one group").isEqualTo(1);
  }

  private static List<Outcome> outcomesOf(Given... given) {
    return Given.outcomes(given);
  }

  /// Questions of which the first so many are right.
  private static List<Outcome> verdicts(int first, int last, int right) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(i -> question("q" + i, ANSWERED).gets(i <= right ? ANSWERED : DEFERRED).outcome())
        .toList();
  }

  private static Comparison.Difference compared(
      List<Outcome> before, List<Outcome> after, Measure measure) {
    return Objects.requireNonNull(
        Comparison.of(before, after).differences().get(measure));
  }
}
