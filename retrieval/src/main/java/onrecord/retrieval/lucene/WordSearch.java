package onrecord.retrieval.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onrecord.retrieval.analysis.QueryTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/// Finds passages by words: one flat OR of all terms and labels.
final class WordSearch {

  /// Longer questions are searched by their rarest terms.
  private static final int MOST_TERMS = 160;

  private static final float LABEL_WEIGHT = 1.5f;

  private WordSearch() {}

  static ScoreDoc[] search(
      IndexSearcher searcher, QueryTerms terms, List<String> labels, Query filter, int depth)
      throws IOException {
    var any = new BooleanQuery.Builder();
    for (var term : chosen(searcher, terms)) {
      any.add(weighted(Fields.WORDS, term.getKey(), term.getValue()), Occur.SHOULD);
    }
    for (var label : labels) {
      any.add(weighted(Fields.LABEL, label, LABEL_WEIGHT), Occur.SHOULD);
    }
    any.add(filter, Occur.FILTER);
    any.setMinimumNumberShouldMatch(1);
    return searcher.search(any.build(), depth).scoreDocs;
  }

  private static Query weighted(String field, String term, float weight) {
    return new BoostQuery(new TermQuery(new Term(field, term)), weight);
  }

  private static List<Map.Entry<String, Float>> chosen(IndexSearcher searcher, QueryTerms terms)
      throws IOException {
    var all = new ArrayList<>(terms.weights().entrySet());
    if (all.size() <= MOST_TERMS) {
      return all;
    }
    var gains = new HashMap<String, Double>();
    for (var term : all) {
      var rarity = Rarity.of(searcher.getIndexReader(), Fields.WORDS, term.getKey());
      gains.put(term.getKey(), -rarity * term.getValue());
    }
    all.sort(Comparator.comparing(term -> gains.getOrDefault(term.getKey(), 0.0)));
    return all.subList(0, MOST_TERMS);
  }
}
