package onrecord.bot.evaluation.measuring;

import java.util.List;
import java.util.SplittableRandom;

/// The paired test by approximate randomization (Noreen 1989), for ratios of any kind.
///
/// Were neither of two systems better, it would not matter which of them gave which outcome: the
/// outcomes of each cluster are swapped by a coin, many times, and it is counted how often the
/// difference becomes at least as great as the one observed.
final class Randomization {

  private static final int SHUFFLES = 2_000;
  private static final long SEED = 20_251_120;

  private Randomization() {}

  /// From just above 0 to 1; 1 where there is no difference.
  static double p(List<Ratio> before, List<Ratio> after) {
    double observed = Math.abs(sum(after).value() - sum(before).value());
    var random = new SplittableRandom(SEED);
    int asGreat = 0;
    for (int i = 0; i < SHUFFLES; i++) {
      if (shuffledDifference(before, after, random) >= observed - 1e-12) {
        asGreat++;
      }
    }
    return (asGreat + 1.0) / (SHUFFLES + 1);
  }

  private static double shuffledDifference(
      List<Ratio> before, List<Ratio> after, SplittableRandom random) {
    var one = Ratio.NONE;
    var other = Ratio.NONE;
    for (int i = 0; i < before.size(); i++) {
      boolean swap = random.nextBoolean();
      one = one.plus(swap ? after.get(i) : before.get(i));
      other = other.plus(swap ? before.get(i) : after.get(i));
    }
    return Math.abs(other.value() - one.value());
  }

  private static Ratio sum(List<Ratio> ratios) {
    return ratios.stream().reduce(Ratio.NONE, Ratio::plus);
  }
}
