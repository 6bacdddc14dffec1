package onrecord.retrieval.indexing;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import onrecord.retrieval.analysis.QueryTerms;

/// The labels of an index under which what is asked for is filed: for each thing a set.
public final class Filing {

  private Filing() {}

  /// A stretch of a question's key that is a label of the index.
  ///
  /// @param start offset of the first letter
  /// @param end offset after the last
  public record Stretch(int start, int end) implements Comparable<Stretch> {

    boolean isWithin(Stretch other) {
      return !equals(other) && other.start <= start && end <= other.end;
    }

    @Override
    public int compareTo(Stretch other) {
      return start != other.start
          ? Integer.compare(start, other.start)
          : Integer.compare(end, other.end);
    }
  }

  /// The longest labels that stand in the question letter for letter are things of their own,
  /// unless they are another name for one.
  ///
  /// @param known those of the names of things asked for that are labels of the index
  public static List<Set<String>> of(
      QueryTerms terms, SortedSet<Stretch> stretches, Set<String> known) {
    var labels = new LinkedHashSet<Set<String>>();
    for (var names : terms.labels()) {
      var filed = new TreeSet<>(names);
      filed.retainAll(known);
      if (!filed.isEmpty()) {
        labels.add(filed);
      }
    }
    for (var stretch : stretches) {
      var literal = terms.key().substring(stretch.start, stretch.end);
      if (stretches.stream().noneMatch(stretch::isWithin)
          && labels.stream().noneMatch(names -> names.contains(literal))) {
        labels.add(Set.of(literal));
      }
    }
    return List.copyOf(labels);
  }
}
