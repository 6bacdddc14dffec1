package onrecord.bot.evaluation.measuring;

import java.util.Locale;

/// What a set of outcomes comes to in one measure.
///
/// @param part how many count; a sum of shares where the measure is a mean
/// @param whole of how many; 0 where the measure does not apply to any
/// @param interval of the share; [Double#NaN] on both sides where nothing was measured
public record Score(Measure measure, double part, double whole, Interval interval) {

  /// Whether anything was measured.
  public boolean isMeasured() {
    return whole > 0;
  }

  /// A share from 0 to 1, or a count; [Double#NaN] for a share of nothing.
  public double value() {
    return switch (measure.form()) {
      case SHARE, FAULT -> new Ratio(part, whole).value();
      case COUNT -> part;
    };
  }

  /// As tables show it: `96.5 % (137/142)`, `0`, `–` where nothing was measured.
  public String shown() {
    if (measure.form() == Measure.Form.COUNT) {
      return String.format(Locale.ROOT, "%.0f", part);
    }
    if (!isMeasured()) {
      return "–";
    }
    return part == Math.rint(part)
        ? String.format(Locale.ROOT, "%.1f %% (%.0f/%.0f)", 100 * value(), part, whole)
        : String.format(Locale.ROOT, "%.1f %% (of %.0f)", 100 * value(), whole);
  }
}
