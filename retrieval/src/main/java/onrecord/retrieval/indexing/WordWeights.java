package onrecord.retrieval.indexing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import onrecord.retrieval.analysis.QueryTerms;

/// What counts how much when passages are found by words, and how words are scored: the same by
/// every engine.
public final class WordWeights {

  /// BM25's: how soon a term that is repeated counts no more.
  public static final float SATURATION = 1.2f;

  /// BM25's: passages differ in length for reasons of layout more than of content, so length counts
  /// less than usual.
  public static final float LENGTH = 0.5f;

  /// Of a heading or a row's name that stands in the question.
  public static final float LABEL = 1.5f;

  /// As much as a rare word: enough that a statement asked for is among the candidates.
  public static final float STATEMENT = 4;

  /// Of a report on the year asked for.
  public static final float YEAR = 4;

  /// Of a term in what the disclosure says of a passage, beside one in its own words.
  public static final float CONTEXT = 0.5f;

  /// Longer questions are searched by their rarest terms.
  private static final int MOST_TERMS = 160;

  private WordWeights() {}

  /// The terms to search for, with what each weighs.
  public static List<Map.Entry<String, Float>> chosen(QueryTerms terms, Rarities rarities) {
    var all = new ArrayList<>(terms.weights().entrySet());
    if (all.size() <= MOST_TERMS) {
      return all;
    }
    all.sort(Comparator.comparingDouble(term -> -rarities.of(term.getKey()) * term.getValue()));
    return all.subList(0, MOST_TERMS);
  }
}
