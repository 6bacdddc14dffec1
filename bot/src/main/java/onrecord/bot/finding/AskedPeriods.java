package onrecord.bot.finding;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import onrecord.bot.Reading;
import onrecord.bot.Reading.AskedPeriod;
import onrecord.bot.Reading.Calculation.Operation;
import onrecord.corpus.Basis;
import onrecord.corpus.ReportingPeriod;

/// The periods whose figures a part asks for, one by one: each year of the last three, each quarter
/// of a year.
public final class AskedPeriods {

  private static final Pattern QUARTERS =
      Pattern.compile(
          "([各每]个?|(?<![前首头])[四三两]个|分)季度?(?!报)|季度(分别|各)|by quarter|each quarter|quarterly");

  private AskedPeriods() {}

  public static List<ReportingPeriod> of(Reading.Part part) {
    var periods = named(part).map(AskedPeriod::period).toList();
    if (QUARTERS.matcher(part.text()).find()) {
      return periods.stream().flatMap(AskedPeriods::quarters).distinct().toList();
    }
    var years = periods.stream().flatMap(AskedPeriods::years).distinct().toList();
    return isSingleQuarter(part) ? alone(years) : years;
  }

  /// Without those that only a metric's name speaks of where another is named beside it: the 期末 of
  /// 期末余额, the 当期 of 计入当期损益的政府补助.
  private static Stream<AskedPeriod> named(Reading.Part part) {
    boolean namesOne = part.periods().stream().anyMatch(AskedPeriod::explicit);
    boolean namesDay = part.periods().stream().anyMatch(asked -> asked.explicit() && isDay(asked));
    return part.periods().stream()
        .filter(asked -> asked.explicit() || !namesDay || !isDay(asked))
        .filter(asked -> asked.explicit() || !namesOne || !isWithinAName(asked, part));
  }

  private static boolean isWithinAName(AskedPeriod asked, Reading.Part part) {
    return part.metrics().stream()
        .flatMap(metric -> Stream.concat(Stream.of(metric.id()), metric.printed().stream()))
        .anyMatch(name -> name.contains(asked.words()) && part.text().contains(name));
  }

  private static boolean isDay(AskedPeriod asked) {
    return asked.period().basis() == Basis.INSTANT;
  }

  /// A stretch of several years, year by year.
  private static Stream<ReportingPeriod> years(ReportingPeriod period) {
    int first = period.start().getYear();
    int last = period.end().getYear();
    return period.basis() == Basis.FULL_YEAR && first < last && startsYear(period)
        ? IntStream.rangeClosed(first, last).mapToObj(ReportingPeriod::year)
        : Stream.of(period);
  }

  /// The quarters of a period, or of its year where it is a single one: 2024年四个季度.
  private static Stream<ReportingPeriod> quarters(ReportingPeriod period) {
    if (!startsQuarter(period)) {
      return Stream.of(period);
    }
    boolean single = period.basis() == Basis.SINGLE_QUARTER;
    int last = single ? 4 : (period.end().getMonthValue() + 2) / 3;
    int first = single ? 1 : (period.start().getMonthValue() + 2) / 3;
    return IntStream.rangeClosed(first, last)
        .mapToObj(quarter -> ReportingPeriod.quarter(period.end().getYear(), quarter));
  }

  private static boolean startsYear(ReportingPeriod period) {
    return period.start().getDayOfYear() == 1;
  }

  private static boolean startsQuarter(ReportingPeriod period) {
    return period.start().getDayOfMonth() == 1
        && period.start().getMonthValue() % 3 == 1
        && period.basis() != Basis.INSTANT;
  }

  private static boolean isSingleQuarter(Reading.Part part) {
    var calculation = part.calculation();
    return calculation != null && calculation.operation() == Operation.SINGLE_QUARTER;
  }

  /// Where a single quarter is asked for beside those it could be computed from, it alone.
  private static List<ReportingPeriod> alone(List<ReportingPeriod> periods) {
    var quarters =
        periods.stream().filter(period -> period.basis() == Basis.SINGLE_QUARTER).toList();
    return quarters.isEmpty() ? periods : quarters;
  }
}
