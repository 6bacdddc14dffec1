package onrecord.retrieval.indexing;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import onrecord.corpus.PassageId;
import onrecord.retrieval.ranking.Candidate;

/// Which passages stand beside one and hold what it lacks of what is asked.
///
/// @param holding what each candidate holds of what is asked
public record Neighbours(Coverage coverage, Map<PassageId, Set<String>> holding) {

  /// A neighbour that adds less is none.
  private static final double LEAST_GAIN = 0.1;

  /// A candidate with the passage before or after it that holds most of what it lacks, if any.
  public Candidate beside(Candidate candidate) {
    var own = holding.getOrDefault(candidate.id(), Set.of());
    var found = candidate;
    var most = candidate.coverage() + LEAST_GAIN;
    if (most >= 1) {
      return candidate;
    }
    for (var side : List.of(-1, 1)) {
      var beside = PassageId.of(candidate.id().disclosure(), ordinal(candidate.id()) + side);
      var its = holding.getOrDefault(beside, Set.of());
      var together = coverage.of(union(own, its));
      if (together > most && together > coverage.of(its) + LEAST_GAIN) {
        found = candidate.beside(beside);
        most = together;
      }
    }
    return found;
  }

  private static Set<String> union(Set<String> some, Set<String> others) {
    var union = new HashSet<>(some);
    union.addAll(others);
    return union;
  }

  private static int ordinal(PassageId id) {
    return Integer.parseInt(id.value().substring(id.value().lastIndexOf('#') + 1));
  }
}
