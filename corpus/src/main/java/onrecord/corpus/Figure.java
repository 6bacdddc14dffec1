package onrecord.corpus;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A number that a disclosure states, with all that is needed to read it alone.
///
/// @param passage the passage that states it
/// @param metric what is measured, as printed but for numbering, unit, notes and white space:
///   `营业收入`
/// @param segment the line of business, product, region, person or item it is limited to, as
///   printed; null for the whole
/// @param period the period or day it is stated for; null where the document does not say
/// @param value in the unit
/// @param printed the number as printed: `1,581,905,632.48`, `(46.54)`
/// @param unit the unit of the value
/// @param scope consolidated or the parent company alone
/// @param restatement as first disclosed, or restated
/// @param changes the changes stated with it
/// @param row the row heading of its cell; null for a figure in a sentence
/// @param column the column heading of its cell; null for a figure in a sentence
/// @param start offset in the passage's text of the row or clause that supports it
/// @param end offset after that
/// @param audited whether its report is audited, if it says so
public record Figure(
    PassageId passage,
    String metric,
    @Nullable String segment,
    @Nullable ReportingPeriod period,
    BigDecimal value,
    String printed,
    Unit unit,
    Scope scope,
    Restatement restatement,
    List<Change> changes,
    @Nullable String row,
    @Nullable String column,
    int start,
    int end,
    @Nullable Boolean audited) {

  /// Whose figures.
  public enum Scope {
    CONSOLIDATED,
    PARENT
  }

  /// Which version of a past figure.
  public enum Restatement {
    /// As the report states it for its own period.
    ORIGINAL,
    /// Adjusted afterwards (调整后, 重述).
    RESTATED,
    /// What stood before the adjustment (调整前).
    BEFORE_RESTATEMENT
  }

  public Figure {
    changes = List.copyOf(changes);
  }

  /// The same figure with one more change stated of it.
  public Figure changed(Change change) {
    var more = new ArrayList<>(changes);
    more.add(change);
    return new Figure(
        passage,
        metric,
        segment,
        period,
        value,
        printed,
        unit,
        scope,
        restatement,
        more,
        row,
        column,
        start,
        end,
        audited);
  }

  /// The same figure, limited to a line of business or an item.
  public Figure limitedTo(String part) {
    return new Figure(
        passage,
        metric,
        part,
        period,
        value,
        printed,
        unit,
        scope,
        restatement,
        changes,
        row,
        column,
        start,
        end,
        audited);
  }

  /// The value in base units (yuan, shares, persons, per cent).
  public BigDecimal inBaseUnits() {
    return value.multiply(unit.scale());
  }
}
