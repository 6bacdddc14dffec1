package onrecord.retrieval.measure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/// A mean, and where it would lie 95 times of 100 if other questions of the kind were asked: the
/// percentile bootstrap over the questions (Efron 1979).
record Interval(double mean, double low, double high) {

  private static final int RESAMPLES = 1_000;

  /// Fixed, so that the same scores print the same table.
  private static final long SEED = 42;

  static Interval of(double[] values) {
    var random = new Random(SEED);
    var means = new double[RESAMPLES];
    for (var i = 0; i < RESAMPLES; i++) {
      var sum = 0.0;
      for (var j = 0; j < values.length; j++) {
        sum += values[random.nextInt(values.length)];
      }
      means[i] = sum / values.length;
    }
    Arrays.sort(means);
    return new Interval(
        Arrays.stream(values).average().orElse(0),
        means[RESAMPLES * 25 / 1_000],
        means[RESAMPLES * 975 / 1_000 - 1]);
  }

  /// Such as `.873 (.812–.925)`.
  @Override
  public String toString() {
    return "%s (%s–%s)".formatted(share(mean), share(low), share(high));
  }

  static String share(double value) {
    return String.format(Locale.ROOT, "%.3f", value).replaceFirst("^(-?)0", "$1");
  }
}
