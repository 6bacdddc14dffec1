package onrecord.retrieval.ranking;

import java.util.List;
import java.util.Map;
import onrecord.retrieval.asking.Asked;

/// Looks at the candidates' structure.
///
/// @param first the order it improves on, in scores of 0 to 1
/// @param weights what each signal weighs beside that order
public record SecondStage(Ranking first, Map<Signal, Double> weights) implements Ranking {

  /// Words and meaning together.
  public static final Ranking BOTH = new Fusion(0.35);

  /// What each signal weighs, chosen by measurement.
  public static final Map<Signal, Double> WEIGHTS =
      Map.of(
          Signal.COVERAGE, 0.15,
          Signal.PROXIMITY, 0.1,
          Signal.STATEMENT, 0.25,
          Signal.PERIOD, 0.2,
          Signal.KIND, 0.1,
          Signal.GROUP, 0.15,
          Signal.RECENCY, 0.3);

  /// The order that investors see.
  public static final Ranking BEST = new SecondStage(BOTH, WEIGHTS);

  public SecondStage {
    weights = Map.copyOf(weights);
  }

  @Override
  public double[] scores(Asked asked, List<Candidate> candidates) {
    var scores = first.scores(asked, candidates);
    var newest = candidates.stream().mapToLong(Candidate::publishedAt).max().orElse(0);
    for (var i = 0; i < scores.length; i++) {
      var candidate = candidates.get(i);
      for (var signal : Signal.values()) {
        scores[i] += weights.getOrDefault(signal, 0.0) * signal.of(asked, candidate, newest);
      }
    }
    return scores;
  }
}
