package onrecord.retrieval.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import onrecord.retrieval.analysis.QueryTerms;
import onrecord.retrieval.analysis.Wording;
import onrecord.retrieval.asking.Asked;
import onrecord.retrieval.asking.Asking;
import onrecord.retrieval.asking.IssuerNames;
import onrecord.retrieval.ranking.Fusion;
import onrecord.retrieval.ranking.Ranking;
import onrecord.retrieval.ranking.Repeats;
import onrecord.retrieval.ranking.SecondStage;
import onrecord.retrieval.ranking.Signal;

/// The whole search without one of its parts, so that a table shows what each is worth.
///
/// @param part what is left out
/// @param reading what the search is told of the question
/// @param ranking the order without it
/// @param folding of repeats without it
record Ablation(
    String part, UnaryOperator<Asked> reading, Ranking ranking, Repeats.Folding folding) {

  /// Whom the question is about is left to its words, which count as any others.
  static final Ablation COMPANY =
      reading("the company recognised in the question", Ablation::withoutIssuers);

  /// One for each part that can be left out of a question or of the order.
  static List<Ablation> all() {
    var all = new ArrayList<Ablation>();
    all.add(without("scores by words", new Fusion(1)));
    all.add(without("scores by meaning", new Fusion(0)));
    all.add(terms("single characters", term -> !isChinese(term, 1)));
    all.add(terms("pairs of characters", term -> !isChinese(term, 2)));
    all.add(terms("numbers, units and years", term -> !Character.isDigit(term.charAt(0))));
    all.add(reading("low weight of words that only ask", Ablation::withoutAskingWords));
    all.add(reading("names of headings and rows", Ablation::withoutLabels));
    all.add(reading("other names of the same thing", Ablation::withoutWordings));
    all.add(reading("the statement that holds it", Ablation::withoutStatements));
    all.add(COMPANY);
    all.add(reading("the period in the question", Ablation::withoutPeriod));
    for (var signal : Signal.values()) {
      all.add(without(signal));
    }
    all.add(
        new Ablation(
            "folding of repeats", UnaryOperator.identity(), SecondStage.BEST, Repeats::unfolded));
    return List.copyOf(all);
  }

  private static boolean isChinese(String term, int length) {
    return term.length() == length && Wording.isHan(term.charAt(0));
  }

  private static Ablation reading(String part, UnaryOperator<Asked> reading) {
    return new Ablation(part, reading, SecondStage.BEST, Repeats::folded);
  }

  private static Ablation without(String part, Ranking first) {
    return new Ablation(
        part,
        UnaryOperator.identity(),
        new SecondStage(first, SecondStage.WEIGHTS),
        Repeats::folded);
  }

  private static Ablation without(Signal signal) {
    var weights = new HashMap<>(SecondStage.WEIGHTS);
    weights.remove(signal);
    var name = "signal: " + signal.name().toLowerCase(Locale.ROOT);
    return new Ablation(
        name,
        UnaryOperator.identity(),
        new SecondStage(SecondStage.BOTH, weights),
        Repeats::folded);
  }

  private static Ablation terms(String part, Predicate<String> kept) {
    return reading(
        part,
        asked -> {
          var weights = new LinkedHashMap<>(asked.terms().weights());
          weights.keySet().removeIf(kept.negate());
          return with(asked, weighing(asked.terms(), weights));
        });
  }

  private static Asked withoutAskingWords(Asked asked) {
    var weights = new LinkedHashMap<>(asked.terms().weights());
    weights.replaceAll((term, weight) -> weight <= 0.1f ? full(term) : weight);
    return with(asked, weighing(asked.terms(), weights));
  }

  private static float full(String term) {
    return isChinese(term, 1) ? 0.3f : 1;
  }

  private static Asked withoutLabels(Asked asked) {
    var terms = asked.terms();
    return with(
        asked, new QueryTerms(terms.weights(), terms.subjects(), terms.wordings(), List.of(), ""));
  }

  private static Asked withoutWordings(Asked asked) {
    var terms = asked.terms();
    return with(
        asked,
        new QueryTerms(terms.weights(), terms.subjects(), List.of(), List.of(), terms.key()));
  }

  private static QueryTerms weighing(QueryTerms terms, Map<String, Float> weights) {
    return new QueryTerms(weights, terms.subjects(), terms.wordings(), terms.labels(), terms.key());
  }

  private static Asked with(Asked asked, QueryTerms terms) {
    return new Asked(
        asked.query(),
        terms,
        asked.issuers(),
        asked.period(),
        asked.kinds(),
        asked.statements(),
        asked.titles(),
        asked.parent());
  }

  private static Asked withoutStatements(Asked asked) {
    return new Asked(
        asked.query(),
        asked.terms(),
        asked.issuers(),
        asked.period(),
        asked.kinds(),
        Set.of(),
        Set.of(),
        asked.parent());
  }

  private static Asked withoutIssuers(Asked asked) {
    return Asking.of(asked.query(), IssuerNames.NONE);
  }

  private static Asked withoutPeriod(Asked asked) {
    return new Asked(
        asked.query(),
        asked.terms(),
        asked.issuers(),
        null,
        asked.kinds(),
        asked.statements(),
        asked.titles(),
        asked.parent());
  }
}
