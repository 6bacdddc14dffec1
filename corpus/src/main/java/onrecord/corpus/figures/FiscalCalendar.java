package onrecord.corpus.figures;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import onrecord.corpus.Basis;
import onrecord.corpus.ReportingPeriod;
import org.jspecify.annotations.Nullable;

/// How a disclosure counts its years, and which period 'this period' is at a place in it.
///
/// @param home the period that the disclosure reports on; null if it reports on none
/// @param current the period that 本期 means here; null if that is not known
record FiscalCalendar(@Nullable ReportingPeriod home, @Nullable ReportingPeriod current) {

  static FiscalCalendar of(@Nullable ReportingPeriod home) {
    return new FiscalCalendar(home, home);
  }

  /// The same calendar where 'this period' means another.
  FiscalCalendar at(@Nullable ReportingPeriod period) {
    return period == null ? this : new FiscalCalendar(home, period);
  }

  /// The financial year named by a number, which is the year it ends in; null where issuers differ
  /// in what they call it.
  @Nullable ReportingPeriod year(int year) {
    if (home == null || home.basis() != Basis.FULL_YEAR || endsWithTheYear(home)) {
      return ReportingPeriod.year(year);
    }
    // A year that ends in January is named after either year.
    return home.end().getMonthValue() == 1 ? null : home.plusYears(year - home.end().getYear());
  }

  @Nullable ReportingPeriod quarter(int year, int quarter) {
    var whole = year(year);
    if (whole == null || endsWithTheYear(whole)) {
      return ReportingPeriod.quarter(year, quarter);
    }
    var start = whole.start().plusMonths(3L * (quarter - 1));
    return new ReportingPeriod(start, start.plusMonths(3).minusDays(1), Basis.SINGLE_QUARTER);
  }

  /// Whole months of one calendar year; null if reports do not count so.
  @Nullable ReportingPeriod months(int year, int first, int last) {
    if (first < 1 || last > 12 || first > last) {
      return null;
    }
    var start = LocalDate.of(year, first, 1);
    return span(start, LocalDate.of(year, last, 1).plusMonths(1).minusDays(1));
  }

  /// The period between two days, told by its length; null if reports do not count so.
  static @Nullable ReportingPeriod span(LocalDate start, LocalDate end) {
    var days = ChronoUnit.DAYS.between(start, end) + 1;
    var basis =
        switch ((int) Math.round(days / 30.4375)) {
          case 3 -> Basis.SINGLE_QUARTER;
          case 6 -> Basis.HALF;
          case 9 -> Basis.YEAR_TO_DATE;
          case 12 -> Basis.FULL_YEAR;
          default -> null;
        };
    return basis == null ? null : new ReportingPeriod(start, end, basis);
  }

  /// So many months up to a day; null if reports do not count so.
  static @Nullable ReportingPeriod monthsTo(int months, LocalDate end) {
    return span(end.plusDays(1).minusMonths(months), end);
  }

  /// The period as long as another that ends on a day.
  static @Nullable ReportingPeriod asLong(ReportingPeriod other, LocalDate end) {
    return switch (other.basis()) {
      case SINGLE_QUARTER -> monthsTo(3, end);
      case HALF -> monthsTo(6, end);
      case YEAR_TO_DATE -> monthsTo(9, end);
      case FULL_YEAR -> monthsTo(12, end);
      case INSTANT -> ReportingPeriod.at(end);
    };
  }

  /// The quarter in which the disclosure's period ends (本报告期 of a third-quarter report).
  @Nullable ReportingPeriod reportedQuarterOrPeriod() {
    if (home == null || home.basis() != Basis.YEAR_TO_DATE) {
      return home;
    }
    return new ReportingPeriod(
        home.end().plusDays(1).minusMonths(3), home.end(), Basis.SINGLE_QUARTER);
  }

  /// From the beginning of the year to the end of the disclosure's period.
  @Nullable ReportingPeriod yearToDate() {
    if (home == null || home.basis() != Basis.SINGLE_QUARTER) {
      return home;
    }
    return ReportingPeriod.firstQuarters(
        home.end().getYear(), (home.end().getMonthValue() + 2) / 3);
  }

  @Nullable ReportingPeriod before(int years) {
    return current == null ? null : current.plusYears(-years);
  }

  /// The last day of the current period.
  @Nullable ReportingPeriod closing() {
    return current == null ? null : current.closing();
  }

  /// The last day of the financial year before the one in which the current period ends.
  @Nullable ReportingPeriod opening() {
    return current == null ? null : openingOf(current);
  }

  /// The day before the financial year in which a period ends.
  @Nullable ReportingPeriod openingOf(ReportingPeriod period) {
    if (period.basis() == Basis.FULL_YEAR) {
      return ReportingPeriod.at(period.start().minusDays(1));
    }
    var before = year(period.end().getYear() - 1);
    return before == null ? null : before.closing();
  }

  /// The year of the current period, for words that name a quarter alone.
  @Nullable Integer currentYear() {
    return current == null ? null : current.end().getYear();
  }

  private static boolean endsWithTheYear(ReportingPeriod period) {
    return period.end().getMonthValue() == 12 && period.end().getDayOfMonth() == 31;
  }
}
