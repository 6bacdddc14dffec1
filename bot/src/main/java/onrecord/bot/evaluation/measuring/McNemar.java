package onrecord.bot.evaluation.measuring;

/// The exact test of McNemar (1947) for two sets of right and wrong answers to the same questions.
///
/// Only questions on which the two differ tell anything: were neither better, each of them would
/// fall to either side like a coin.
///
/// @param gained wrong before and right now
/// @param lost right before and wrong now
public record McNemar(int gained, int lost) {

  /// How often a difference at least as great would come by chance alone, in either direction: from
  /// 0 to 1.
  public double p() {
    int n = gained + lost;
    double tail = 0;
    // By logarithms, since half to the power of a thousand is no number any more.
    double logarithm = -n * Math.log(2);
    for (int i = 0; i <= Math.min(gained, lost); i++) {
      tail += Math.exp(logarithm);
      logarithm += Math.log((double) (n - i) / (i + 1));
    }
    return Math.min(1, 2 * tail);
  }
}
