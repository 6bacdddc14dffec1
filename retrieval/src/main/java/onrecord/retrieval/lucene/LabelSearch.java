package onrecord.retrieval.lucene;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import onrecord.retrieval.analysis.QueryTerms;
import onrecord.retrieval.indexing.Filing;
import onrecord.retrieval.indexing.Filing.Stretch;
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
    return Filing.of(terms, stretches, known);
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
}
