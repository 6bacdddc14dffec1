package onrecord.retrieval.ranking;

import java.util.List;
import java.util.Map;
import onrecord.retrieval.asking.Asked;

/// Looks at the candidates' structure.
///
/// @param first the order it improves on, in scores of 0 to 1
/// @param weights what each signal weighs beside that order
public record SecondStage(Ranking first, Map<Signal, Double> weights) implements Ranking {

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
