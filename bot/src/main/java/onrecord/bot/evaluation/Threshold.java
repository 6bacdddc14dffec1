package onrecord.bot.evaluation;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/// How good a score must be in one measure: a share at least so high, or a count at most so high.
public record Threshold(Measure measure, double limit) {

  /// @throws IllegalArgumentException if no score can lie on both sides of the limit
  public Threshold {
    if (!(limit >= 0) || (measure.isShare() && limit > 1)) {
      throw new IllegalArgumentException(
          "%s must be %s, not %s"
              .formatted(name(measure), measure.isShare() ? "from 0 to 1" : "0 or more", limit));
    }
  }

  /// Whether a score is good enough. Where nothing was measured, nothing falls short.
  public boolean isMetBy(Score score) {
    double value = score.value(measure);
    return measure.isShare() ? value >= limit : value <= limit;
  }

  /// By how much a score falls short, in words.
  public String shortfall(Score score) {
    var shown = new DecimalFormat("0.####", DecimalFormatSymbols.getInstance(Locale.ROOT));
    return "%s is %s, %s %s."
        .formatted(
            name(measure),
            shown.format(score.value(measure)),
            measure.isShare() ? "below" : "above",
            shown.format(limit));
  }

  private static String name(Measure measure) {
    return measure.name().toLowerCase(Locale.ROOT);
  }
}
