package onrecord.bot.evaluation.measuring;

/// A part of a whole, which can be added to others before the division.
///
/// @param part 0 where nothing counts
/// @param whole 0 where the measure does not apply
public record Ratio(double part, double whole) {

  static final Ratio NONE = new Ratio(0, 0);

  static Ratio of(boolean counts, boolean applies) {
    return applies ? new Ratio(counts ? 1 : 0, 1) : NONE;
  }

  Ratio plus(Ratio other) {
    return new Ratio(part + other.part, whole + other.whole);
  }

  /// From 0 to 1; [Double#NaN] where there is no whole.
  double value() {
    return whole == 0 ? Double.NaN : part / whole;
  }
}
