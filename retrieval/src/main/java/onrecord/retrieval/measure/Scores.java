package onrecord.retrieval.measure;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// How good one order of passages is for one question.
///
/// @param ranked passages, best first
/// @param grades of the relevant ones
record Scores(List<String> ranked, Map<String, Integer> grades) {

  /// Discounted cumulative gain of the first `k` over that of the best order.
  double ndcg(int k) {
    var gain = 0.0;
    for (var i = 0; i < Math.min(k, ranked.size()); i++) {
      gain += grades.getOrDefault(ranked.get(i), 0) / discount(i);
    }
    var best = grades.values().stream().sorted(Comparator.reverseOrder()).limit(k).toList();
    var ideal = 0.0;
    for (var i = 0; i < best.size(); i++) {
      ideal += best.get(i) / discount(i);
    }
    return ideal == 0 ? 0 : gain / ideal;
  }

  private static double discount(int index) {
    return Math.log(index + 2) / Math.log(2);
  }

  /// The share of the relevant passages that stand among the first `k`.
  double recall(int k) {
    var relevant = grades.values().stream().filter(grade -> grade > 0).count();
    var found = ranked.stream().limit(k).filter(this::isRelevant).count();
    return relevant == 0 ? 0 : (double) found / relevant;
  }

  /// One over the rank of the first relevant passage, 0 if none is among the first `k`.
  double reciprocalRank(int k) {
    for (var i = 0; i < Math.min(k, ranked.size()); i++) {
      if (isRelevant(ranked.get(i))) {
        return 1.0 / (i + 1);
      }
    }
    return 0;
  }

  private boolean isRelevant(String passage) {
    return grades.getOrDefault(passage, 0) > 0;
  }
}
