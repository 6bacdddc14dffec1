package onrecord.bot.ruling;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import onrecord.bot.Answer.NextReport;
import onrecord.corpus.DisclosureKind;
import onrecord.corpus.ReportingPeriod;
import onrecord.corpus.SecuritiesCode;

/// When periodic reports are due.
///
/// Source for the year and the half-year: Securities Law of the PRC, article 79 (four months after
/// the year's end, two after 30 June); for quarters: the exchanges' listing rules (one month after
/// the quarter's end, the first no earlier than the annual report of the year before).
public final class Deadlines {

  private static final Pattern MAINLAND = Pattern.compile("\\d{6}");

  private Deadlines() {}

  /// The next report after what was reported that is still due; empty for issuers to which these
  /// rules do not apply.
  public static Optional<NextReport> next(SecuritiesCode issuer, Horizon horizon) {
    if (!MAINLAND.matcher(issuer.value()).matches()) {
      return Optional.empty();
    }
    var reported = horizon.reported();
    var after = reported == null ? horizon.today().minusYears(1) : reported.end();
    return Stream.iterate(
            firstQuarterAfter(after), day -> day.plusDays(1).plusMonths(3).minusDays(1))
        .map(Deadlines::report)
        .filter(report -> !report.dueBy().isBefore(horizon.today()))
        .findFirst();
  }

  private static LocalDate firstQuarterAfter(LocalDate day) {
    var quarter = (day.getMonthValue() - 1) / 3;
    var end = LocalDate.of(day.getYear(), quarter * 3 + 1, 1).plusMonths(3).minusDays(1);
    return end.isAfter(day) ? end : end.plusDays(1).plusMonths(3).minusDays(1);
  }

  private static NextReport report(LocalDate quarterEnd) {
    int year = quarterEnd.getYear();
    return switch (quarterEnd.getMonthValue()) {
      case 3 -> of(DisclosureKind.QUARTERLY_REPORT, year, 1, LocalDate.of(year, 4, 30));
      case 6 -> of(DisclosureKind.INTERIM_REPORT, year, 2, LocalDate.of(year, 8, 31));
      case 9 -> of(DisclosureKind.QUARTERLY_REPORT, year, 3, LocalDate.of(year, 10, 31));
      default -> of(DisclosureKind.ANNUAL_REPORT, year, 4, LocalDate.of(year + 1, 4, 30));
    };
  }

  private static NextReport of(DisclosureKind kind, int year, int quarters, LocalDate dueBy) {
    return new NextReport(kind, ReportingPeriod.firstQuarters(year, quarters), dueBy, null);
  }
}
