package onrecord.retrieval.lucene;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import onrecord.corpus.SecuritiesCode;
import onrecord.retrieval.Query;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/// What a query may find at all.
final class Filters {

  private static final Instant FIRST = Instant.ofEpochMilli(Long.MIN_VALUE + 1_000);
  private static final Instant LAST = Instant.ofEpochMilli(Long.MAX_VALUE - 1_000);

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
    var millis = millis(asOf);
    filters.add(LongField.newRangeQuery(Fields.PUBLISHED, Long.MIN_VALUE, millis), Occur.FILTER);
    filters.add(
        LongField.newRangeQuery(Fields.ENDED, millis + 1, PassageDocuments.NEVER), Occur.FILTER);
  }

  /// In milliseconds since 1970; instants beyond what these can count are the last that they can,
  /// short of never.
  static long millis(Instant instant) {
    if (instant.isAfter(LAST)) {
      return LAST.toEpochMilli();
    }
    return instant.isBefore(FIRST) ? FIRST.toEpochMilli() : instant.toEpochMilli();
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
