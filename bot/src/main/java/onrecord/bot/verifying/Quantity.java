package onrecord.bot.verifying;

import java.math.BigDecimal;

/// An amount, however it is printed: 73,403.32万元, RMB 734.0332 million and 734,033,200元 are the
/// same.
///
/// @param value in base units: yuan, per cent, shares, pieces
/// @param measure what is measured: a currency, `%`, `pp` for percentage points, `shares`, `times`,
///   a measure word, or nothing for a bare number
/// @param bound whether it is exact
record Quantity(BigDecimal value, String measure, Bound bound) {

  /// How exact an amount is said to be.
  enum Bound {
    EXACT,
    ABOUT,
    AT_MOST,
    AT_LEAST
  }

  Quantity {
    value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
  }

  /// Whether both state the same amount as exactly. A bare count may leave out its measure word,
  /// which not every language has.
  boolean isSameAs(Quantity other) {
    return value.compareTo(other.value) == 0
        && bound == other.bound
        && (measure.equals(other.measure)
            || isCounted() && other.measure.isEmpty()
            || measure.isEmpty() && other.isCounted());
  }

  private boolean isCounted() {
    return measure.length() == 1 && "家个名位人户项款种台套件座次辆间张条所只部".contains(measure);
  }
}
