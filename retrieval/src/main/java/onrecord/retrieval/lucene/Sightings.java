package onrecord.retrieval.lucene;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.util.BytesRef;

/// Which of some terms stand in which of some passages.
final class Sightings {

  private final Map<Integer, Set<String>> termsByDocument = new HashMap<>();

  private Sightings() {}

  /// @param documents of the leaf, in order
  static Sightings of(
      LeafReader leaf, String field, Collection<String> terms, SortedSet<Integer> documents)
      throws IOException {
    var sightings = new Sightings();
    sightings.add(leaf, field, terms, documents);
    return sightings;
  }

  /// Those in another field too.
  void add(LeafReader leaf, String field, Collection<String> terms, SortedSet<Integer> documents)
      throws IOException {
    var indexed = leaf.terms(field);
    if (indexed == null) {
      return;
    }
    var each = indexed.iterator();
    PostingsEnum postings = null;
    for (var term : terms) {
      if (each.seekExact(new BytesRef(term))) {
        postings = each.postings(postings, PostingsEnum.NONE);
        note(term, postings, documents);
      }
    }
  }

  private void note(String term, PostingsEnum postings, SortedSet<Integer> documents)
      throws IOException {
    for (int document : documents) {
      if (postings.docID() < document) {
        postings.advance(document);
      }
      if (postings.docID() == document) {
        termsByDocument.computeIfAbsent(document, _ -> new HashSet<>()).add(term);
      }
    }
  }

  Set<String> in(int document) {
    return termsByDocument.getOrDefault(document, Set.of());
  }
}
