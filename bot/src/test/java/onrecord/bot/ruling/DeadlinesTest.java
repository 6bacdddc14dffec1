package onrecord.bot.ruling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import onrecord.corpus.DisclosureKind;
import onrecord.corpus.ReportingPeriod;
import onrecord.corpus.SecuritiesCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlinesTest {

  private static final SecuritiesCode MAINLAND = new SecuritiesCode("999999");

  /// Up to which quarter's end was reported, the day of asking, and the report to come.
  @ParameterizedTest
  @CsvSource({
    "2024-12-31, 2025-04-10, QUARTERLY_REPORT, 2025-03, 2025-04-30",
    "2025-03-31, 2025-05-06, INTERIM_REPORT, 2025-06, 2025-08-31",
    "2025-06-30, 2025-09-15, QUARTERLY_REPORT, 2025-09, 2025-10-31",
    "2025-09-30, 2025-11-20, ANNUAL_REPORT, 2025-12, 2026-04-30",
    "2025-09-30, 2026-04-30, ANNUAL_REPORT, 2025-12, 2026-04-30"
  })
  void theNextReportIsTheOneAfterWhatWasReported(
      LocalDate reported, LocalDate today, DisclosureKind kind, YearMonth month, LocalDate dueBy) {
    var next = Deadlines.next(MAINLAND, horizon(reported, today)).orElseThrow();

    assertThat(next.kind()).isEqualTo(kind);
    assertThat(next.period().endMonth()).isEqualTo(month);
    assertThat(next.dueBy()).isEqualTo(dueBy);
    assertThat(next.scheduledOn()).isNull();
  }

  @Test
  void aReportWhoseDeadlineHasPassedIsNotSaidToCome() {
    var next =
        Deadlines.next(
            MAINLAND, horizon(LocalDate.parse("2025-03-31"), LocalDate.parse("2025-09-01")));

    assertThat(next.orElseThrow().dueBy()).isAfterOrEqualTo(LocalDate.parse("2025-09-01"));
  }

  @Test
  void anIssuerThatNeverReportedHasANextReportToo() {
    var today = LocalDate.parse("2025-11-20");

    var next = Deadlines.next(MAINLAND, new Horizon(null, today)).orElseThrow();

    assertThat(next.dueBy()).isAfterOrEqualTo(today);
  }

  @Test
  void noDeadlineIsKnownForIssuersThatOtherRulesApplyTo() {
    var foreign = new SecuritiesCode("XHC");

    assertThat(
            Deadlines.next(
                foreign, horizon(LocalDate.parse("2025-09-30"), LocalDate.parse("2025-11-20"))))
        .isEmpty();
  }

  private static Horizon horizon(LocalDate reported, LocalDate today) {
    int quarters = (reported.getMonthValue() + 2) / 3;
    return new Horizon(ReportingPeriod.firstQuarters(reported.getYear(), quarters), today);
  }
}
