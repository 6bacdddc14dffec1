package onrecord.corpus;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// From when and from which company's point of view a text speaks of periods.
///
/// @param asOfDate the day on which it is said
/// @param horizon the period that the company has last reported on by then; null where it has
///   reported nothing
public record ReportingCalendar(LocalDate asOfDate, @Nullable ReportingPeriod horizon) {

  /// How a sentence looks at a period whose year it leaves out.
  public enum Tense {
    /// Tells or asks what has happened: 亏了多少, how much did it earn.
    PAST,
    /// Asks for something stated, such as an amount: 是多少.
    STATED,
    /// Asks how a thing goes: 怎么样.
    RUNNING,
    /// Looks ahead: 会更好吗, will it grow.
    AHEAD
  }

  /// Whether the period has begun by the as-of date.
  public boolean hasBegun(ReportingPeriod period) {
    return !period.start().isAfter(asOfDate);
  }

  /// Whether the period has ended by the as-of date.
  public boolean hasEnded(ReportingPeriod period) {
    return !period.end().isAfter(asOfDate);
  }

  /// Whether the period ends before the quarter does that the as-of date lies in.
  public boolean endsThisQuarter(ReportingPeriod period) {
    var quarter = (asOfDate.getMonthValue() - 1) / 3 + 1;
    return !period.end().isAfter(ReportingPeriod.quarter(asOfDate.getYear(), quarter).end());
  }

  /// Whether the company has reported up to the end of the period; a company that has reported
  /// nothing is taken to report with the day.
  public boolean isReported(ReportingPeriod period) {
    return horizon == null ? hasEnded(period) : !period.end().isAfter(horizon.end());
  }

  /// Whether the company has still to report on the period: it has not, and four months after the
  /// period's end, the longest time that a periodic report may take, have not passed.
  public boolean isAwaited(ReportingPeriod period) {
    return !isReported(period) && !period.end().plusMonths(4).isBefore(asOfDate);
  }
}
