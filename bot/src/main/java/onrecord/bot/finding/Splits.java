package onrecord.bot.finding;

import java.util.List;
import java.util.stream.IntStream;
import onrecord.corpus.ReportingPeriod;

/// How a period's amount follows from those of other periods of the same calendar year.
final class Splits {

  private Splits() {}

  /// The sum of some periods less the sum of others.
  record Split(List<ReportingPeriod> added, List<ReportingPeriod> subtracted) {}

  /// The ways in which a period's amount follows from others', the plainest first.
  static List<Split> of(ReportingPeriod asked) {
    int year = asked.start().getYear();
    int quarter = (asked.end().getMonthValue() + 2) / 3;
    return switch (asked.basis()) {
      case SINGLE_QUARTER ->
          quarter == 1
              ? List.of()
              : List.of(
                  less(
                      ReportingPeriod.firstQuarters(year, quarter),
                      ReportingPeriod.firstQuarters(year, quarter - 1)));
      case HALF -> asked.start().getMonthValue() == 7 ? secondHalf(year) : firstHalf(year);
      case YEAR_TO_DATE ->
          List.of(sum(ReportingPeriod.half(year, 1), ReportingPeriod.quarter(year, 3)));
      case FULL_YEAR -> List.of(sum(quarters(year, 1, 4)));
      case INSTANT -> List.of();
    };
  }

  private static List<Split> firstHalf(int year) {
    return List.of(sum(quarters(year, 1, 2)));
  }

  private static List<Split> secondHalf(int year) {
    return List.of(
        sum(quarters(year, 3, 4)), less(ReportingPeriod.year(year), ReportingPeriod.half(year, 1)));
  }

  private static ReportingPeriod[] quarters(int year, int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(quarter -> ReportingPeriod.quarter(year, quarter))
        .toArray(ReportingPeriod[]::new);
  }

  private static Split sum(ReportingPeriod... added) {
    return new Split(List.of(added), List.of());
  }

  private static Split less(ReportingPeriod whole, ReportingPeriod part) {
    return new Split(List.of(whole), List.of(part));
  }
}
