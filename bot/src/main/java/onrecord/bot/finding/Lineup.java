package onrecord.bot.finding;

import java.util.List;

/// Figures of one metric and period side by side: the revenue of each product, of each region.
///
/// @param metric what is compared, as printed
/// @param entries one a segment, in the order printed
/// @param leaders those that were asked for, where the highest or the lowest was
public record Lineup(String metric, List<FoundFigure> entries, List<Leader> leaders) {

  public Lineup {
    entries = List.copyOf(entries);
    leaders = List.copyOf(leaders);
  }

  /// The entry that is ahead or behind.
  ///
  /// @param isHighest whether it is the highest rather than the lowest
  /// @param byGrowth whether what is compared is the growth on the year before
  public record Leader(FoundFigure entry, boolean isHighest, boolean byGrowth) {}
}
