package onrecord.bot.evaluation.measuring;

import java.util.List;

/// Within how many milliseconds which share of the answers came.
public record Percentiles(List<Double> sorted) {

  public Percentiles {
    sorted = sorted.stream().sorted().toList();
  }

  /// By the nearest rank; 0 where there are none.
  ///
  /// @param share from 0 to 1
  public double at(double share) {
    if (sorted.isEmpty()) {
      return 0;
    }
    int rank = (int) Math.ceil(share * sorted.size());
    return sorted.get(Math.max(0, rank - 1));
  }
}
