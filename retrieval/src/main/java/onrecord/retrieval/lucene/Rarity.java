package onrecord.retrieval.lucene;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;

/// How much a term tells: the logarithm of how few passages have it (BM25's inverse document
/// frequency).
final class Rarity {

  private Rarity() {}

  static double of(IndexReader reader, String field, String term) throws IOException {
    var having = reader.docFreq(new Term(field, term));
    return Math.log(1 + (reader.maxDoc() - having + 0.5) / (having + 0.5));
  }
}
