package onrecord.bot.ruling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import onrecord.corpus.ReportingPeriod;
import org.junit.jupiter.api.Test;

class HorizonTest {

  private static final LocalDate TODAY = LocalDate.parse("2025-10-27");

  @Test
  void aPeriodThatHasEndedButIsNotReportedLiesBeyondIt() {
    var horizon = new Horizon(ReportingPeriod.half(2025, 1), TODAY);

    assertThat(horizon.isBefore(ReportingPeriod.firstQuarters(2025, 3))).isTrue();
    assertThat(horizon.isRunning(ReportingPeriod.firstQuarters(2025, 3))).isFalse();
  }

  @Test
  void whatWasReportedAndWhatCameBeforeLieWithinIt() {
    var horizon = new Horizon(ReportingPeriod.half(2025, 1), TODAY);

    assertThat(horizon.isBefore(ReportingPeriod.half(2025, 1))).isFalse();
    assertThat(horizon.isBefore(ReportingPeriod.quarter(2025, 2))).isFalse();
    assertThat(horizon.isBefore(ReportingPeriod.year(2024))).isFalse();
  }

  @Test
  void whereNothingWasReportedOnlyWhatHasNotEndedLiesBeyondIt() {
    var horizon = new Horizon(null, TODAY);

    assertThat(horizon.isBefore(ReportingPeriod.firstQuarters(2025, 3))).isFalse();
    assertThat(horizon.isBefore(ReportingPeriod.year(2025))).isTrue();
  }
}
