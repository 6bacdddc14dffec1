package onrecord.retrieval.measure;

import java.util.List;
import java.util.Set;
import onrecord.corpus.Language;
import onrecord.corpus.PassageId;
import onrecord.corpus.SecuritiesCode;
import onrecord.retrieval.Query;
import onrecord.retrieval.analysis.Wording;
import onrecord.retrieval.lucene.LuceneSearchIndex;
import onrecord.retrieval.ranking.Ranking;

/// A stage of our own ranking.
///
/// @param issuerGiven whether the question's issuer limits the search, where the set names it
record Stage(String name, LuceneSearchIndex index, Ranking ranking, boolean issuerGiven)
    implements Contestant {

  @Override
  public List<PassageId> find(Judged question, int k) {
    var language = Wording.isChinese(question.text()) ? Language.ZH : Language.EN;
    var issuers =
        issuerGiven && question.issuer() != null
            ? Set.of(question.issuer())
            : Set.<SecuritiesCode>of();
    var query =
        new Query(
            question.text(), List.of(), language, question.asOf(), issuers, Set.of(), null, k);
    return index.retrieve(query, ranking).stream()
        .map(evidence -> evidence.passage().id())
        .toList();
  }
}
