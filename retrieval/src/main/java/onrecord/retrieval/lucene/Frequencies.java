package onrecord.retrieval.lucene;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import onrecord.retrieval.indexing.Rarities;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;

/// Counts how many passages have a term.
final class Frequencies {

  private Frequencies() {}

  static Rarities of(IndexReader reader, Collection<String> terms) throws IOException {
    var having = new HashMap<String, Integer>();
    for (var term : terms) {
      var own = reader.docFreq(new Term(Fields.WORDS, term));
      var context = reader.docFreq(new Term(Fields.CONTEXT, term));
      having.put(term, Math.max(own, context));
    }
    return new Rarities(reader.maxDoc(), having);
  }
}
