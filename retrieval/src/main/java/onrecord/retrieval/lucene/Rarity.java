package onrecord.retrieval.lucene;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;

/// How much a term tells: the logarithm of how few passages have it (BM25's inverse document
/// frequency).
final class Rarity {

  private Rarity() {}

  /// Of a term in passages' own words and in what their disclosures say of them, wherever it is the
  /// more common.
  static double of(IndexReader reader, String term) throws IOException {
    var own = reader.docFreq(new Term(Fields.WORDS, term));
    var context = reader.docFreq(new Term(Fields.CONTEXT, term));
    return of(reader.maxDoc(), Math.max(own, context));
  }

  private static double of(int all, int having) {
    return Math.log(1 + (all - having + 0.5) / (having + 0.5));
  }
}
