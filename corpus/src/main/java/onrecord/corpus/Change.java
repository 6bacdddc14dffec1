package onrecord.corpus;

import java.math.BigDecimal;

/// A disclosed change of a figure against an earlier one.
///
/// @param against what it is compared with
/// @param rate positive for growth, negative for decline
/// @param unit per cent or percentage points
/// @param printed the words that state it: `同比增长69.25%`, `-12.25%`, `增加3.88个百分点`
public record Change(Against against, BigDecimal rate, Unit unit, String printed) {

  /// What a change is measured against.
  public enum Against {
    /// The same period of the year before (同比), or the end of the year before for a balance.
    YEAR_BEFORE,
    /// The period before (环比); beside a year-to-date figure its base is not stated.
    PERIOD_BEFORE
  }
}
