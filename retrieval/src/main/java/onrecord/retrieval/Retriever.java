package onrecord.retrieval;

import java.util.List;

/// Finds evidence for a query.
public interface Retriever {

  /// The best `k` passages of disclosures in force at the query's instant, best first. Investors'
  /// words are never among them.
  ///
  /// @throws SearchUnavailableException if the index cannot be reached or read just now
  List<Evidence> retrieve(Query query);
}
