package onrecord.retrieval.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// How good one order of passages is for one question.
///
/// @param found by rank from 1: what is found there for the first time
/// @param gold all that should be found
record Scores(List<List<Gold>> found, List<Gold> gold) {

  /// @param ranked the places of each passage, best first. A passage that adds no place to those
  ///   before it takes no rank: who reads a page once need not read it again
  static Scores of(List<Set<String>> ranked, List<Gold> gold) {
    var seen = new HashSet<String>();
    var open = new ArrayList<>(gold);
    var found = new ArrayList<List<Gold>>();
    for (var places : ranked) {
      if (seen.addAll(places)) {
        Predicate<Gold> stands = each -> each.places().stream().anyMatch(places::contains);
        found.add(open.stream().filter(stands).toList());
        open.removeIf(stands);
      }
    }
    return new Scores(List.copyOf(found), gold);
  }

  /// Discounted cumulative gain of the first `k` over that of the best order.
  double ndcg(int k) {
    var gains = first(k).stream().map(each -> each.stream().mapToInt(Gold::grade).sum()).toList();
    var best = gold.stream().map(Gold::grade).sorted(Comparator.reverseOrder()).limit(k).toList();
    return discounted(gains) / discounted(best);
  }

  private static double discounted(List<Integer> gains) {
    var sum = 0.0;
    for (var i = 0; i < gains.size(); i++) {
      sum += gains.get(i) * Math.log(2) / Math.log(i + 2);
    }
    return sum;
  }

  /// The share of what should be found that stands among the first `k`.
  double recall(int k) {
    return (double) first(k).stream().mapToInt(List::size).sum() / gold.size();
  }

  /// 1 if anything that should be found stands among the first `k`, else 0.
  double hit(int k) {
    return reciprocalRank(k) > 0 ? 1 : 0;
  }

  /// One over the rank of the first thing found, 0 if none is among the first `k`.
  double reciprocalRank(int k) {
    for (var i = 0; i < Math.min(k, found.size()); i++) {
      if (!found.get(i).isEmpty()) {
        return 1.0 / (i + 1);
      }
    }
    return 0;
  }

  private List<List<Gold>> first(int k) {
    return found.subList(0, Math.min(k, found.size()));
  }
}
