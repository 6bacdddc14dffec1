package onrecord.retrieval.lucene;

import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import onrecord.retrieval.analysis.QueryTerms;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.index.TermsEnum.SeekStatus;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/// Finds which labels of the index stand in a question letter for letter.
final class LabelSearch {

  private static final int SHORTEST = 2;

  private final TermsEnum labels;
  private final String key;
  private final Set<Stretch> found;

  private LabelSearch(TermsEnum labels, String key, Set<Stretch> found) {
    this.labels = labels;
    this.key = key;
    this.found = found;
  }

  /// The labels of the index under which what is asked for is filed: for each thing a set. The
  /// longest that stand in the question letter for letter are things of their own, unless they are
  /// another name for one.
  static List<Set<String>> labels(IndexReader reader, QueryTerms terms) throws IOException {
    var stretches = new TreeSet<Stretch>();
    var known = new HashSet<String>();
    for (var leaf : reader.leaves()) {
      var indexed = leaf.reader().terms(Fields.LABEL);
      if (indexed == null) {
        continue;
      }
      new LabelSearch(indexed.iterator(), terms.key(), stretches).find();
      for (var names : terms.labels()) {
        for (var name : names) {
          if (indexed.iterator().seekExact(new BytesRef(name))) {
            known.add(name);
          }
        }
      }
    }
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

  private void find() throws IOException {
    for (var start = 0; start + SHORTEST <= key.length(); start++) {
      findFrom(start);
    }
  }

  /// Goes on as long as some label begins with these letters.
  private void findFrom(int start) throws IOException {
    for (var end = start + SHORTEST; end <= key.length(); end++) {
      var beginning = new BytesRef(key.substring(start, end));
      var status = labels.seekCeil(beginning);
      if (status == SeekStatus.FOUND) {
        found.add(new Stretch(start, end));
      } else if (status == SeekStatus.END || !StringHelper.startsWith(labels.term(), beginning)) {
        return;
      }
    }
  }

  private record Stretch(int start, int end) implements Comparable<Stretch> {

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
}
