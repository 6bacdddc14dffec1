package onrecord.bot.evaluation.measuring;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/// How good a score must be in one measure: a share at least so high, a fault or a count at most so
/// high.
public record Threshold(Measure measure, double limit) {

  /// @throws IllegalArgumentException if no score can lie on both sides of the limit
  public Threshold {
    boolean isShare = measure.form() != Measure.Form.COUNT;
    if (!(limit >= 0) || (isShare && limit > 1)) {
      throw new IllegalArgumentException(
          "%s must be %s, not %s"
              .formatted(measure.key(), isShare ? "from 0 to 1" : "0 or more", limit));
    }
  }

  /// Whether a score is good enough. Where nothing was measured, nothing falls short.
  public boolean isMetBy(Scoreboard scores) {
    var score = scores.score(measure);
    return !score.isMeasured()
        || switch (measure.form()) {
          case SHARE -> score.value() >= limit;
          case FAULT, COUNT -> score.value() <= limit;
        };
  }

  /// By how much a score falls short, in words.
  public String shortfall(Scoreboard scores) {
    var shown = new DecimalFormat("0.####", DecimalFormatSymbols.getInstance(Locale.ROOT));
    return "%s is %s, %s %s."
        .formatted(
            measure.key(),
            shown.format(scores.score(measure).value()),
            measure.form() == Measure.Form.SHARE ? "below" : "above",
            shown.format(limit));
  }
}
