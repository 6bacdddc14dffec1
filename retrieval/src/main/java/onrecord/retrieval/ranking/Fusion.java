package onrecord.retrieval.ranking;

import java.util.List;
import java.util.function.ToDoubleFunction;
import onrecord.retrieval.asking.Asked;

/// Adds the score by words and the one by meaning, each scaled to 0 to 1 within the query.
///
/// Scores keep what ranks throw away: how far ahead the first one is. Measured against reciprocal
/// ranks, which spoil a clear lead by words.
///
/// While vectors are being computed, a passage that has none yet counts as the least similar one
/// that has: being late says nothing of what it means.
///
/// @param meaning the weight of meaning, 0 to 1; words weigh the rest
public record Fusion(double meaning) implements Ranking {

  @Override
  public double[] scores(Asked asked, List<Candidate> candidates) {
    var words = scaled(candidates, Candidate::words);
    var similarities = scaled(candidates, Candidate::similarity);
    var scores = new double[candidates.size()];
    for (var i = 0; i < scores.length; i++) {
      scores[i] = (1 - meaning) * words[i] + meaning * similarities[i];
    }
    return scores;
  }

  /// The best becomes 1, the worst 0, and so does what is not known (NaN); all 0 where there is
  /// nothing to tell apart.
  private static double[] scaled(List<Candidate> candidates, ToDoubleFunction<Candidate> signal) {
    var values = candidates.stream().mapToDouble(signal).toArray();
    var best = Double.NEGATIVE_INFINITY;
    var worst = Double.POSITIVE_INFINITY;
    for (var value : values) {
      if (!Double.isNaN(value)) {
        best = Math.max(best, value);
        worst = Math.min(worst, value);
      }
    }
    for (var i = 0; i < values.length; i++) {
      var tells = best > worst && !Double.isNaN(values[i]);
      values[i] = tells ? (values[i] - worst) / (best - worst) : 0;
    }
    return values;
  }
}
