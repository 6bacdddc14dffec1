package onrecord.bot.evaluation.measuring;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// Intervals by drawing again and again, with replacement, from what was observed.
///
/// Percentile bootstrap (Efron and Tibshirani, *An Introduction to the Bootstrap*, 1993, chapter
/// 13) with a fixed seed, so that the same outcomes give the same interval. What is drawn are
/// clusters: all wordings of a question together.
final class Bootstrap {

  static final int RESAMPLES = 2_000;
  static final double CONFIDENCE = 0.95;

  private static final long SEED = 20_251_120;

  private Bootstrap() {}

  /// The interval of a pooled ratio.
  ///
  /// Where every cluster is wholly right, or wholly wrong, no draw shows what was not seen: the
  /// exact bound of Clopper and Pearson (1934) over clusters is given instead.
  static Interval of(List<Ratio> clusters) {
    var counted = clusters.stream().filter(ratio -> ratio.whole() > 0).toList();
    if (counted.stream().allMatch(ratio -> ratio.part() == ratio.whole())) {
      return new Interval(bound(counted.size()), 1);
    }
    if (counted.stream().allMatch(ratio -> ratio.part() == 0)) {
      return new Interval(0, 1 - bound(counted.size()));
    }
    return percentiles(draws(counted));
  }

  /// The interval of the difference of two pooled ratios over the same clusters, `after` less
  /// `before`.
  static Interval ofDifference(List<Ratio> before, List<Ratio> after) {
    var random = new SplittableRandom(SEED);
    var values = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      var was = Ratio.NONE;
      var is = Ratio.NONE;
      for (int j = 0; j < before.size(); j++) {
        int drawn = random.nextInt(before.size());
        was = was.plus(before.get(drawn));
        is = is.plus(after.get(drawn));
      }
      values[i] = is.value() - was.value();
    }
    return percentiles(Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray());
  }

  private static double[] draws(List<Ratio> clusters) {
    var random = new SplittableRandom(SEED);
    var values = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      double part = 0;
      double whole = 0;
      for (int j = 0; j < clusters.size(); j++) {
        var drawn = clusters.get(random.nextInt(clusters.size()));
        part += drawn.part();
        whole += drawn.whole();
      }
      values[i] = part / whole;
    }
    return values;
  }

  private static Interval percentiles(double[] values) {
    Arrays.sort(values);
    double tail = (1 - CONFIDENCE) / 2;
    return new Interval(quantile(values, tail), quantile(values, 1 - tail));
  }

  /// By linear interpolation, as NumPy does by default.
  private static double quantile(double[] sorted, double share) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double place = share * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  private static double bound(int n) {
    return n == 0 ? 0 : Math.pow((1 - CONFIDENCE) / 2, 1.0 / n);
  }
}
