package onrecord.retrieval.lucene;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import onrecord.retrieval.asking.Asked;
import onrecord.retrieval.indexing.Rarities;
import onrecord.retrieval.indexing.WordWeights;
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

  private WordSearch() {}

  static ScoreDoc[] search(
      IndexSearcher searcher,
      Asked asked,
      Rarities rarities,
      List<Set<String>> labels,
      Query filter,
      int depth)
      throws IOException {
    var any = new BooleanQuery.Builder();
    for (var term : WordWeights.chosen(asked.terms(), rarities)) {
      any.add(weighted(term.getKey(), term.getValue()), Occur.SHOULD);
    }
    for (var names : labels) {
      any.add(new BoostQuery(anyOf(names), WordWeights.LABEL), Occur.SHOULD);
    }
    asked
        .statements()
        .forEach(statement ->
            any.add(
                constant(Fields.STATEMENT, statement.name(), WordWeights.STATEMENT), Occur.SHOULD));
    if (asked.period() != null) {
      var year = "" + asked.period().end().getYear();
      any.add(constant(Fields.YEAR, year, WordWeights.YEAR), Occur.SHOULD);
    }
    any.add(filter, Occur.FILTER);
    any.setMinimumNumberShouldMatch(1);
    return searcher.search(any.build(), depth).scoreDocs;
  }

  /// In its own words or in what its disclosure says of it, whichever tells more.
  private static Query weighted(String term, float weight) {
    var own = new TermQuery(new Term(Fields.WORDS, term));
    var context =
        new BoostQuery(new TermQuery(new Term(Fields.CONTEXT, term)), WordWeights.CONTEXT);
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
}
