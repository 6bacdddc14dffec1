package onrecord.retrieval.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import onrecord.retrieval.analysis.QueryTerms;
import onrecord.retrieval.asking.Asked;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;

/// Finds passages by words: one flat OR of all terms and labels, and of the places in the structure
/// where the answer may stand.
final class WordSearch {

  /// Longer questions are searched by their rarest terms.
  private static final int MOST_TERMS = 160;

  private static final float LABEL_WEIGHT = 1.5f;

  /// As much as a rare word: enough that a statement asked for is among the candidates.
  private static final float STATEMENT_WEIGHT = 4;

  private static final float YEAR_WEIGHT = 4;

  private static final float CONTEXT_WEIGHT = 0.5f;

  private WordSearch() {}

  static ScoreDoc[] search(
      IndexSearcher searcher, Asked asked, List<Set<String>> labels, Query filter, int depth)
      throws IOException {
    var any = new BooleanQuery.Builder();
    for (var term : chosen(searcher, asked.terms())) {
      any.add(weighted(term.getKey(), term.getValue()), Occur.SHOULD);
    }
    for (var names : labels) {
      any.add(new BoostQuery(anyOf(names), LABEL_WEIGHT), Occur.SHOULD);
    }
    asked
        .statements()
        .forEach(statement ->
            any.add(constant(Fields.STATEMENT, statement.name(), STATEMENT_WEIGHT), Occur.SHOULD));
    if (asked.period() != null) {
      var year = "" + asked.period().end().getYear();
      any.add(constant(Fields.YEAR, year, YEAR_WEIGHT), Occur.SHOULD);
    }
    any.add(filter, Occur.FILTER);
    any.setMinimumNumberShouldMatch(1);
    return searcher.search(any.build(), depth).scoreDocs;
  }

  /// In its own words or in what its disclosure says of it, whichever tells more.
  private static Query weighted(String term, float weight) {
    var own = new TermQuery(new Term(Fields.WORDS, term));
    var context = new BoostQuery(new TermQuery(new Term(Fields.CONTEXT, term)), CONTEXT_WEIGHT);
    return new BoostQuery(new DisjunctionMaxQuery(List.of(own, context), 0), weight);
  }

  /// The names of one thing count as one term.
  private static Query anyOf(Set<String> names) {
    var any = new SynonymQuery.Builder(Fields.LABEL);
    names.forEach(name -> any.addTerm(new Term(Fields.LABEL, name)));
    return any.build();
  }

  private static Query constant(String field, String term, float score) {
    return new BoostQuery(new ConstantScoreQuery(new TermQuery(new Term(field, term))), score);
  }

  private static List<Map.Entry<String, Float>> chosen(IndexSearcher searcher, QueryTerms terms)
      throws IOException {
    var all = new ArrayList<>(terms.weights().entrySet());
    if (all.size() <= MOST_TERMS) {
      return all;
    }
    var gains = new HashMap<String, Double>();
    for (var term : all) {
      var rarity = Rarity.of(searcher.getIndexReader(), term.getKey());
      gains.put(term.getKey(), -rarity * term.getValue());
    }
    all.sort(Comparator.comparing(term -> gains.getOrDefault(term.getKey(), 0.0)));
    return all.subList(0, MOST_TERMS);
  }
}
