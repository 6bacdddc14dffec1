package onrecord.corpus;

import java.time.LocalDate;
import java.time.YearMonth;

/// A span of time that figures are stated for, with the basis on which they count it.
///
/// The nine months to September and the third quarter end on the same day and are never the same
/// period.
///
/// @param start the first day; for [Basis#INSTANT] the same as `end`
/// @param end the last day
/// @param basis how much of the year it counts
public record ReportingPeriod(LocalDate start, LocalDate end, Basis basis) {

  public ReportingPeriod {
    if (end.isBefore(start)) {
      throw new IllegalArgumentException(
          "A period cannot end before it starts: " + start + ".." + end);
    }
    if (basis == Basis.INSTANT && !start.equals(end)) {
      throw new IllegalArgumentException("An instant is one day: " + start + ".." + end);
    }
  }

  /// The calendar year.
  public static ReportingPeriod year(int year) {
    return new ReportingPeriod(
        LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), Basis.FULL_YEAR);
  }

  /// One calendar quarter on its own.
  ///
  /// @param quarter 1 to 4
  public static ReportingPeriod quarter(int year, int quarter) {
    var start = LocalDate.of(year, 3 * quarter - 2, 1);
    return new ReportingPeriod(start, start.plusMonths(3).minusDays(1), Basis.SINGLE_QUARTER);
  }

  /// The first or second half of a calendar year.
  ///
  /// @param half 1 or 2
  public static ReportingPeriod half(int year, int half) {
    var start = LocalDate.of(year, 6 * half - 5, 1);
    return new ReportingPeriod(start, start.plusMonths(6).minusDays(1), Basis.HALF);
  }

  /// From January to the end of a quarter, on the basis that counts so many quarters: one is a
  /// single quarter, two are a half-year, four a full year.
  ///
  /// @param quarters 1 to 4
  public static ReportingPeriod firstQuarters(int year, int quarters) {
    return switch (quarters) {
      case 1 -> quarter(year, 1);
      case 2 -> half(year, 1);
      case 3 ->
          new ReportingPeriod(
              LocalDate.of(year, 1, 1), LocalDate.of(year, 9, 30), Basis.YEAR_TO_DATE);
      case 4 -> year(year);
      default -> throw new IllegalArgumentException("A year has four quarters, not " + quarters);
    };
  }

  /// One day.
  public static ReportingPeriod at(LocalDate day) {
    return new ReportingPeriod(day, day, Basis.INSTANT);
  }

  /// The same period so many years later (earlier if negative), on the same basis.
  public ReportingPeriod plusYears(int years) {
    var shiftedEnd = end.plusYears(years);
    var isMonthEnd = end.equals(YearMonth.from(end).atEndOfMonth());
    if (isMonthEnd) {
      shiftedEnd = YearMonth.from(shiftedEnd).atEndOfMonth();
    }
    return new ReportingPeriod(
        basis == Basis.INSTANT ? shiftedEnd : start.plusYears(years), shiftedEnd, basis);
  }

  /// The balance-sheet date at which it ends.
  public ReportingPeriod closing() {
    return at(end);
  }

  /// The month it ends in, as interfaces write it: `2025-09`.
  public YearMonth endMonth() {
    return YearMonth.from(end);
  }

  /// One line for logs, signals and tests, such as `2025-09 YEAR_TO_DATE`.
  @Override
  public String toString() {
    return basis == Basis.INSTANT ? end + " " + basis : endMonth() + " " + basis;
  }
}
