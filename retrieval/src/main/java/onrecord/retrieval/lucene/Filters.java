package onrecord.retrieval.lucene;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import onrecord.corpus.SecuritiesCode;
import onrecord.retrieval.Query;
import onrecord.retrieval.indexing.IndexedPassage;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/// What a query may find at all.
final class Filters {

  private Filters() {}

  /// @param named issuers that the question names; where the query is not limited to any, these
  ///   limit it
  static org.apache.lucene.search.Query of(Query query, Set<SecuritiesCode> named) {
    var filters = new BooleanQuery.Builder();
    addInForce(filters, query.asOf());
    var issuers = query.issuers().isEmpty() ? named : query.issuers();
    addAnyOf(filters, Fields.ISSUER, issuers, SecuritiesCode::value);
    addAnyOf(filters, Fields.KIND, query.kinds(), kind -> kind.name());
    return filters.build();
  }

  /// From the instant of publication on, and no longer at the instant of ending.
  private static void addInForce(BooleanQuery.Builder filters, Instant asOf) {
    var millis = IndexedPassage.millis(asOf);
    filters.add(LongField.newRangeQuery(Fields.PUBLISHED, Long.MIN_VALUE, millis), Occur.FILTER);
    filters.add(
        LongField.newRangeQuery(Fields.ENDED, millis + 1, IndexedPassage.NEVER), Occur.FILTER);
  }

  private static <T> void addAnyOf(
      BooleanQuery.Builder filters,
      String field,
      Collection<T> values,
      Function<T, String> indexed) {
    if (!values.isEmpty()) {
      List<BytesRef> terms = values.stream().map(indexed).map(BytesRef::new).toList();
      filters.add(new TermInSetQuery(field, terms), Occur.FILTER);
    }
  }
}
