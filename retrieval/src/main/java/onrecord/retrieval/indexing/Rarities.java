package onrecord.retrieval.indexing;

import java.util.Map;

/// How much terms tell: the logarithm of how few passages have each (BM25's inverse document
/// frequency), in passages' own words and in what their disclosures say of them, wherever it is the
/// more common.
///
/// @param passages how many there are
/// @param having how many of them have each term; terms that none has are left out
public record Rarities(int passages, Map<String, Integer> having) {

  /// Of a term.
  public double of(String term) {
    return of(having.getOrDefault(term, 0));
  }

  /// Of a term that no passage has.
  public double most() {
    return of(0);
  }

  private double of(int count) {
    return Math.log(1 + (passages - count + 0.5) / (count + 0.5));
  }
}
