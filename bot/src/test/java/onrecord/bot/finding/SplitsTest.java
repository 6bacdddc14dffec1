package onrecord.bot.finding;

import static onrecord.corpus.ReportingPeriod.firstQuarters;
import static onrecord.corpus.ReportingPeriod.half;
import static onrecord.corpus.ReportingPeriod.quarter;
import static onrecord.corpus.ReportingPeriod.year;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import onrecord.bot.finding.Splits.Split;
import onrecord.corpus.ReportingPeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitsTest {

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void aQuarterIsWhatTheYearToItsEndExceedsTheYearToItsBeginning(int quarter) {
    assertThat(Splits.of(quarter(2025, quarter)))
        .contains(
            new Split(
                List.of(firstQuarters(2025, quarter)), List.of(firstQuarters(2025, quarter - 1))));
  }

  @Test
  void theFirstQuarterFollowsFromNothingElse() {
    assertThat(Splits.of(quarter(2025, 1))).isEmpty();
  }

  @Test
  void theSecondHalfIsTheYearLessTheFirst() {
    assertThat(Splits.of(half(2025, 2)))
        .contains(new Split(List.of(year(2025)), List.of(half(2025, 1))));
  }

  @Test
  void theNineMonthsAreTheHalfYearAndTheThirdQuarter() {
    assertThat(Splits.of(firstQuarters(2025, 3)))
        .contains(new Split(List.of(half(2025, 1), quarter(2025, 3)), List.of()));
  }

  @Test
  void aDayIsNoSumOfOthers() {
    assertThat(Splits.of(ReportingPeriod.at(LocalDate.parse("2025-09-30")))).isEmpty();
  }

  /// Measured in days, so that no way to a period counts a day twice or misses one.
  @Test
  void whatIsAddedLessWhatIsSubtractedIsAsLongAsThePeriod() {
    var periods =
        List.of(
            quarter(2024, 2),
            quarter(2024, 3),
            quarter(2024, 4),
            half(2024, 1),
            half(2024, 2),
            firstQuarters(2024, 3),
            year(2024));
    assertThat(periods)
        .allSatisfy(period ->
            assertThat(Splits.of(period))
                .isNotEmpty()
                .allSatisfy(split ->
                    assertThat(days(split.added()) - days(split.subtracted()))
                        .isEqualTo(days(List.of(period)))));
  }

  private static long days(List<ReportingPeriod> periods) {
    return periods.stream()
        .mapToLong(period -> period.end().toEpochDay() - period.start().toEpochDay() + 1)
        .sum();
  }
}
