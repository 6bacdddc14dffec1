package onrecord.retrieval.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import onrecord.retrieval.asking.Asked;

/// Gives each candidate of a query its score.
@FunctionalInterface
public interface Ranking {

  /// The candidates' scores, in their order; higher is nearer.
  double[] scores(Asked asked, List<Candidate> candidates);

  /// By words alone.
  static Ranking byWords() {
    return (asked, candidates) -> candidates.stream().mapToDouble(Candidate::words).toArray();
  }

  /// By meaning alone.
  static Ranking byMeaning() {
    return (asked, candidates) ->
        candidates.stream().mapToDouble(Candidate::similarityOrZero).toArray();
  }

  /// The candidates, best first; equal ones by newest publication and id, so that the order is the
  /// same each time.
  default List<Ranked> order(Asked asked, List<Candidate> candidates) {
    var scores = scores(asked, candidates);
    var ranked = new ArrayList<Ranked>();
    for (var i = 0; i < scores.length; i++) {
      ranked.add(new Ranked(candidates.get(i), scores[i]));
    }
    ranked.sort(Ranked.BEST_FIRST);
    return ranked;
  }

  /// A candidate and its score.
  record Ranked(Candidate candidate, double score) {

    static final Comparator<Ranked> BEST_FIRST =
        Comparator.comparingDouble(Ranked::score)
            .reversed()
            .thenComparing(ranked -> -ranked.candidate.publishedAt())
            .thenComparing(ranked -> ranked.candidate.id().value());
  }
}
