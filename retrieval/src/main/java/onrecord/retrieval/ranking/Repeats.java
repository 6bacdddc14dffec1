package onrecord.retrieval.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import onrecord.retrieval.asking.Asked;
import onrecord.retrieval.ranking.Ranking.Ranked;

/// The same statement in one or several disclosures of an issuer.
///
/// @param score of the one that ranks first
/// @param passages that state it, the one to show first; never empty
public record Repeats(double score, List<Candidate> passages) {

  /// How what is found twice becomes one.
  @FunctionalInterface
  public interface Folding {
    List<Repeats> of(Asked asked, List<Ranked> ranked);
  }

  private static final Comparator<Candidate> NEWEST_FIRST =
      Comparator.comparingLong(Candidate::publishedAt)
          .reversed()
          .thenComparing(candidate -> candidate.id().value());

  /// Each statement once, in the order of its first passage. The newest disclosure that makes it is
  /// shown, unless a period is asked for: the same words of another period are another statement.
  public static List<Repeats> folded(Asked asked, List<Ranked> ranked) {
    var groups = new ArrayList<List<Ranked>>();
    for (var each : ranked) {
      groups.stream()
          .filter(group -> asked.period() == null && isRepeated(group, each.candidate()))
          .findFirst()
          .ifPresentOrElse(
              group -> group.add(each), () -> groups.add(new ArrayList<>(List.of(each))));
    }
    return groups.stream().map(Repeats::of).toList();
  }

  /// Each passage alone, in its order.
  public static List<Repeats> unfolded(Asked asked, List<Ranked> ranked) {
    return ranked.stream().map(each -> of(List.of(each))).toList();
  }

  /// What one disclosure says twice stands in two places of it, and either may be meant.
  private static boolean isRepeated(List<Ranked> group, Candidate candidate) {
    return group.getFirst().candidate().stated().isLike(candidate.stated())
        && group.stream()
            .map(known -> known.candidate().id().disclosure())
            .noneMatch(candidate.id().disclosure()::equals);
  }

  private static Repeats of(List<Ranked> group) {
    return new Repeats(
        group.getFirst().score(),
        group.stream().map(Ranked::candidate).sorted(NEWEST_FIRST).toList());
  }
}
