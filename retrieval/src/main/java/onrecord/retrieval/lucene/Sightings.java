package onrecord.retrieval.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.util.BytesRef;

/// Which of some terms stand in which of some passages, and where.
final class Sightings {

  private final Map<Integer, Map<String, List<Integer>>> places = new HashMap<>();

  private Sightings() {}

  /// @param documents of the leaf, in order
  static Sightings of(
      LeafReader leaf, String field, Collection<String> terms, SortedSet<Integer> documents)
      throws IOException {
    var sightings = new Sightings();
    sightings.add(leaf, field, terms, documents);
    return sightings;
  }

  /// Those in another field too; where they stand is noted if the field tells.
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
        postings = each.postings(postings, PostingsEnum.POSITIONS);
        note(term, postings, documents, indexed.hasPositions());
      }
    }
  }

  private void note(
      String term, PostingsEnum postings, SortedSet<Integer> documents, boolean hasPositions)
      throws IOException {
    for (int document : documents) {
      if (postings.docID() < document) {
        postings.advance(document);
      }
      if (postings.docID() == document) {
        var terms = places.computeIfAbsent(document, _ -> new HashMap<>());
        var where = terms.computeIfAbsent(term, _ -> new ArrayList<>());
        for (var left = hasPositions ? postings.freq() : 0; left > 0; left--) {
          where.add(postings.nextPosition());
        }
      }
    }
  }

  Set<String> in(int document) {
    return places.getOrDefault(document, Map.of()).keySet();
  }

  /// The terms of a document by where they stand.
  TreeMap<Integer, List<String>> places(int document) {
    var byPlace = new TreeMap<Integer, List<String>>();
    places
        .getOrDefault(document, Map.of())
        .forEach((term, where) ->
            where.forEach(
                place -> byPlace.computeIfAbsent(place, _ -> new ArrayList<>()).add(term)));
    return byPlace;
  }
}
