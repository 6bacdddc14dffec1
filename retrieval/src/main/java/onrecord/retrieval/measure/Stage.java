package onrecord.retrieval.measure;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import onrecord.corpus.Language;
import onrecord.corpus.PassageId;
import onrecord.corpus.SecuritiesCode;
import onrecord.retrieval.Query;
import onrecord.retrieval.analysis.Wording;
import onrecord.retrieval.asking.Asked;
import onrecord.retrieval.indexing.GenerationalIndex;
import onrecord.retrieval.ranking.Ranking;
import onrecord.retrieval.ranking.Repeats;
import onrecord.retrieval.ranking.Repeats.Folding;

/// A stage of our own ranking.
///
/// @param reading what the search is told of the question
/// @param ranking the order
/// @param folding how what is found twice becomes one
/// @param issuerGiven whether the question's issuer limits the search, where the set names it
record Stage(
    String name,
    GenerationalIndex index,
    UnaryOperator<Asked> reading,
    Ranking ranking,
    Folding folding,
    boolean issuerGiven)
    implements Contestant {

  Stage(String name, GenerationalIndex index, Ranking ranking, boolean issuerGiven) {
    this(name, index, UnaryOperator.identity(), ranking, Repeats::folded, issuerGiven);
  }

  static Stage without(String name, Ablation ablation, GenerationalIndex index) {
    return new Stage(
        name, index, ablation.reading(), ablation.ranking(), ablation.folding(), false);
  }

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
    return index.retrieve(query, reading, ranking, folding).stream()
        .map(evidence -> evidence.passage().id())
        .toList();
  }
}
