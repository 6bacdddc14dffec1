package onrecord.bot.evaluation.measuring;

import java.util.List;
import onrecord.bot.evaluation.Grade.PlaceGrade;

/// The ranks at which the relevant things of a question were found, each once.
///
/// @param found ranks from 1, in any order
/// @param relevant how many relevant things there are, found or not
record Ranks(List<Integer> found, int relevant) {

  /// Where a passage covers several gold places, each of them counts as found at its rank.
  static Ranks of(List<PlaceGrade> places) {
    return new Ranks(
        places.stream().map(PlaceGrade::rank).filter(rank -> rank > 0).toList(), places.size());
  }

  /// The share of the relevant that stand among the first `k`.
  double recall(int k) {
    return (double) found.stream().filter(rank -> rank <= k).count() / relevant;
  }

  /// One over the rank of the first relevant thing; 0 where none was found.
  double reciprocalRank() {
    return found.stream().mapToInt(rank -> rank).min().stream()
        .mapToDouble(rank -> 1.0 / rank)
        .sum();
  }

  /// Discounted cumulative gain of the first `k`, each relevant thing gaining 1, over that of the
  /// best order.
  double ndcg(int k) {
    double gain = found.stream().filter(rank -> rank <= k).mapToDouble(Ranks::discounted).sum();
    double best = 0;
    for (int rank = 1; rank <= Math.min(k, relevant); rank++) {
      best += discounted(rank);
    }
    // Places that share a page share a rank, which no order of passages could better.
    return Math.min(1, gain / best);
  }

  private static double discounted(int rank) {
    return Math.log(2) / Math.log(rank + 1.0);
  }
}
