package onrecord.corpus;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;
import onrecord.corpus.ReportingCalendar.Tense;
import onrecord.corpus.periods.PeriodGrammar;

/// A phrase that names a period: 2025年前三季度, 去年同期, Q4, the nine months ended September 30, 2025.
///
/// A mention is what the words say; which period it is depends on who says it when, so [#resolve]
/// needs a calendar. Where the year is left out:
///
/// - a sentence that looks ahead means the first such period whose report is still awaited;
/// - one that asks how a thing goes means the same if it has begun, else the newest that has;
/// - one that asks for something stated means that of the year last reported on, if it ends by this
///   quarter: asked in April, after the annual report and before the first quarter's, Q1 is that of
///   the annual report;
/// - the past tense means the same, or the year before where that one has not ended yet;
/// - a balance-sheet date (年末) and a report (年报) mean the last reported one, unless the sentence
///   looks ahead.
///
/// @param start offset of the phrase
/// @param end offset after it
/// @param words the phrase as it stands in the text
/// @param year the year that it names
/// @param span the part of the year, or stretch of years, that it names
/// @param report whether it names the report on the period (三季报) rather than the period
public record PeriodMention(
    int start, int end, String words, Year year, Span span, boolean report) {

  /// No search for a year goes back beyond it: the mainland's exchanges opened in 1990.
  private static final int FIRST_YEAR = 1990;

  /// Which year.
  public sealed interface Year {

    /// So many years later.
    Year plus(int years);

    /// A year by its number.
    record Named(int year) implements Year {
      @Override
      public Named plus(int years) {
        return new Named(year + years);
      }
    }

    /// Counted from the as-of date: 今年 is 0, 去年 is -1.
    record FromToday(int years) implements Year {
      @Override
      public FromToday plus(int more) {
        return new FromToday(years + more);
      }
    }

    /// Left out, so many years off the one that is meant.
    record Unnamed(int offset) implements Year {
      @Override
      public Unnamed plus(int years) {
        return new Unnamed(offset + years);
      }
    }
  }

  /// Which part of a year, or which stretch around it.
  public sealed interface Span {

    /// Whole months of one year, counted from 1, both included.
    record Months(int first, int last) implements Span {}

    /// The last day of a month; month 0 is the end of the year before.
    record Closing(int month) implements Span {}

    record Day(int month, int day) implements Span {}

    /// So many whole years from the named one on.
    record Years(int count) implements Span {}

    /// The period last reported on: 报告期, 最近一期.
    record Reported() implements Span {}

    /// The single quarter with which the period last reported on ends: 最近一个季度.
    record ReportedQuarter() implements Span {}

    /// From the beginning of the year that the as-of date lies in as far as is reported, or, where
    /// nothing of it is, to that date: 今年以来, year to date.
    record SoFar() implements Span {}

    /// The balance-sheet date of the period last reported on: 期末.
    record ReportedClosing() implements Span {}

    /// So many units from the one that the as-of date lies in: 上季度 is -1 quarter.
    ///
    /// @param months how many months the unit has; 0 for days
    record Away(int months, int count) implements Span {}

    /// Whether it needs a year to mean a period.
    default boolean isPartOfYear() {
      return switch (this) {
        case Months _, Closing _, Day _ -> true;
        case Years _, Reported _, ReportedQuarter _, SoFar _, ReportedClosing _, Away _ -> false;
      };
    }
  }

  /// Every mention in a text of simplified Chinese or English, in order, none overlapping another.
  /// A year that stands alone in the same clause as a part of a year (今年公司前三季度) is joined with it.
  public static List<PeriodMention> in(String text) {
    return PeriodGrammar.mentions(text, null);
  }

  /// The same, where a phrase such as 同期 or 上一年 may refer back to a period mentioned before the
  /// text.
  public static List<PeriodMention> in(String text, PeriodMention before) {
    return PeriodGrammar.mentions(text, before);
  }

  /// A mention that names a period outright.
  public static PeriodMention of(ReportingPeriod period) {
    var first = period.start();
    var last = period.end();
    var years = last.getYear() - first.getYear() + 1;
    var months = new Span.Months(first.getMonthValue(), last.getMonthValue());
    var span =
        switch (period.basis()) {
          case INSTANT -> new Span.Day(last.getMonthValue(), last.getDayOfMonth());
          case FULL_YEAR -> years > 1 ? new Span.Years(years) : months;
          case SINGLE_QUARTER, YEAR_TO_DATE, HALF -> months;
        };
    return new PeriodMention(0, 0, period.toString(), new Year.Named(first.getYear()), span, false);
  }

  /// Whether the year is named by its number.
  public boolean isExplicit() {
    return year instanceof Year.Named;
  }

  /// Whether it leaves out the year of a period that lies in one.
  public boolean lacksYear() {
    return year instanceof Year.Unnamed && span.isPartOfYear();
  }

  /// The same mention in another year.
  public PeriodMention withYear(Year other) {
    return new PeriodMention(start, end, words, other, span, report);
  }

  /// The period that it means.
  public ReportingPeriod resolve(ReportingCalendar calendar, Tense tense) {
    return switch (span) {
      case Span.Reported() -> reported(calendar);
      case Span.ReportedClosing() -> reported(calendar).closing();
      case Span.ReportedQuarter() -> quarterTo(reported(calendar).end());
      case Span.SoFar() -> soFar(calendar);
      case Span.Away(int months, int count) -> away(calendar.asOfDate(), months, count);
      case Span.Years(int count) -> years(firstYear(calendar), count);
      case Span.Months _, Span.Closing _, Span.Day _ -> of(yearMeant(calendar, tense));
    };
  }

  private int yearMeant(ReportingCalendar calendar, Tense tense) {
    return switch (year) {
      case Year.Named(int named) -> named;
      case Year.FromToday(int years) -> calendar.asOfDate().getYear() + years;
      case Year.Unnamed(int offset) -> unnamedYear(calendar, tense) + offset;
    };
  }

  private int unnamedYear(ReportingCalendar calendar, Tense tense) {
    if (isOpening()) {
      return reportedYear(calendar);
    }
    if (tense == Tense.AHEAD) {
      return oldest(calendar, calendar::isAwaited);
    }
    if (isBalanceSheetDate() || report) {
      return newest(calendar, calendar::isReported);
    }
    if (!isReportable()) {
      return newest(calendar, calendar::hasBegun);
    }
    if (tense == Tense.RUNNING) {
      var awaited = oldest(calendar, calendar::isAwaited);
      return calendar.hasBegun(of(awaited)) ? awaited : newest(calendar, calendar::hasBegun);
    }
    return tense == Tense.PAST
        ? Math.min(reportedYear(calendar), newest(calendar, calendar::hasEnded))
        : Math.min(reportedYear(calendar), newest(calendar, calendar::endsThisQuarter));
  }

  /// 期初 stands beside 期末: the opening of the year reported on, whatever has begun since.
  private boolean isOpening() {
    return span instanceof Span.Closing(int month) && month == 0;
  }

  /// The last day of a quarter or year; that of any other month is but a day.
  private boolean isBalanceSheetDate() {
    return span instanceof Span.Closing(int month) && month % 3 == 0;
  }

  private int reportedYear(ReportingCalendar calendar) {
    var horizon = calendar.horizon();
    return horizon == null ? newest(calendar, calendar::hasEnded) : horizon.end().getYear();
  }

  /// Companies report on quarters and what is made of them, not on months and days.
  private boolean isReportable() {
    return span instanceof Span.Months(int first, int last) && first % 3 == 1 && last % 3 == 0;
  }

  private int newest(ReportingCalendar calendar, Predicate<ReportingPeriod> holds) {
    var candidate = calendar.asOfDate().getYear() + 1;
    while (!holds.test(of(candidate)) && candidate > FIRST_YEAR) {
      candidate--;
    }
    return candidate;
  }

  private int oldest(ReportingCalendar calendar, Predicate<ReportingPeriod> holds) {
    var candidate = calendar.asOfDate().getYear() - 2;
    while (!holds.test(of(candidate))) {
      candidate++;
    }
    return candidate;
  }

  private ReportingPeriod of(int inYear) {
    return switch (span) {
      case Span.Months(int first, int last) -> months(inYear, first, last);
      case Span.Closing(int month) -> closing(inYear, month);
      case Span.Day(int month, int day) -> day(inYear, month, day);
      case Span.Years(int count) -> years(inYear, count);
      case Span.Reported _,
          Span.ReportedQuarter _,
          Span.SoFar _,
          Span.ReportedClosing _,
          Span.Away _ ->
          throw new IllegalStateException(words + " is not bound to a year");
    };
  }

  private ReportingPeriod reported(ReportingCalendar calendar) {
    var horizon = calendar.horizon();
    var offset = year instanceof Year.Unnamed(int years) ? years : 0;
    return (horizon == null ? ReportingPeriod.year(calendar.asOfDate().getYear() - 1) : horizon)
        .plusYears(offset);
  }

  private static ReportingPeriod quarterTo(LocalDate end) {
    var last = YearMonth.from(end);
    return stretch(last.minusMonths(2), last, Basis.SINGLE_QUARTER);
  }

  private static ReportingPeriod soFar(ReportingCalendar calendar) {
    var today = calendar.asOfDate();
    var horizon = calendar.horizon();
    var last =
        horizon != null && horizon.end().getYear() == today.getYear() ? horizon.end() : today;
    return months(today.getYear(), 1, last.getMonthValue());
  }

  /// The first of several years; unnamed, the last of them is the last one reported in full.
  private int firstYear(ReportingCalendar calendar) {
    return switch (year) {
      case Year.Named(int named) -> named;
      case Year.FromToday(int years) -> calendar.asOfDate().getYear() + years;
      case Year.Unnamed(int offset) -> lastFullYear(calendar) + offset;
    };
  }

  private static int lastFullYear(ReportingCalendar calendar) {
    var last = ReportingPeriod.year(calendar.asOfDate().getYear());
    while (!calendar.isReported(last) && last.end().getYear() > FIRST_YEAR) {
      last = last.plusYears(-1);
    }
    return last.end().getYear();
  }

  private static ReportingPeriod months(int year, int first, int last) {
    if (first == 1 && last % 3 == 0) {
      return ReportingPeriod.firstQuarters(year, last / 3);
    }
    if (first == 7 && last == 12) {
      return ReportingPeriod.half(year, 2);
    }
    var basis = first == 1 && last > 1 ? Basis.YEAR_TO_DATE : Basis.SINGLE_QUARTER;
    return stretch(YearMonth.of(year, first), YearMonth.of(year, last), basis);
  }

  private static ReportingPeriod closing(int year, int month) {
    var of = month == 0 ? YearMonth.of(year - 1, 12) : YearMonth.of(year, month);
    return ReportingPeriod.at(of.atEndOfMonth());
  }

  private static ReportingPeriod day(int year, int month, int day) {
    var of = YearMonth.of(year, month);
    return ReportingPeriod.at(of.atDay(Math.min(day, of.lengthOfMonth())));
  }

  private static ReportingPeriod years(int first, int count) {
    return new ReportingPeriod(
        LocalDate.of(first, 1, 1), LocalDate.of(first + count - 1, 12, 31), Basis.FULL_YEAR);
  }

  private static ReportingPeriod away(LocalDate asOfDate, int months, int count) {
    if (months == 0) {
      return ReportingPeriod.at(asOfDate.plus(count, ChronoUnit.DAYS));
    }
    var current = (asOfDate.getMonthValue() - 1) / months * months + 1;
    var first = YearMonth.of(asOfDate.getYear(), current).plusMonths((long) months * count);
    return months(first.getYear(), first.getMonthValue(), first.getMonthValue() + months - 1);
  }

  private static ReportingPeriod stretch(YearMonth first, YearMonth last, Basis basis) {
    return new ReportingPeriod(first.atDay(1), last.atEndOfMonth(), basis);
  }
}
