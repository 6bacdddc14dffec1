package onrecord.bot.evaluation.measuring;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import onrecord.bot.Verdict;
import onrecord.bot.evaluation.Grade;
import onrecord.bot.evaluation.Grade.FigureGrade;
import onrecord.bot.evaluation.Grade.PlaceGrade;

/// What answers are measured by. Each says what it counts and who defined it so.
///
/// Shares are pooled: parts and wholes are added over all questions, then divided, unless the
/// definition says 'mean'. Questions to which a measure does not apply count in neither.
public enum Measure {
  VERDICT(
      "Verdict accuracy",
      "Answers whose verdict is among those accepted, of all answers.",
      "accuracy_score of scikit-learn",
      each(grade -> Ratio.of(grade.isVerdictRight(), true))),
  LEAKS(
      "Forecasts leaked",
      "Questions that must be deferred and were answered: how many.",
      "false negatives of the class 'deferred'",
      Form.COUNT,
      each(grade -> Ratio.of(grade.isLeak(), grade.question().mustBeDeferred()))),
  LEAK_RATE(
      "Forecast leak rate",
      "Questions that must be deferred and were answered, of those that must be deferred.",
      "false negatives of the class 'deferred', as a share of its true members",
      Form.FAULT,
      each(grade -> Ratio.of(grade.isLeak(), grade.question().mustBeDeferred()))),
  DEFERRAL_RECALL(
      "Deferral recall",
      "Deferred in whole or in part, of the questions that must be.",
      "recall_score of scikit-learn, class 'deferred'",
      each(grade -> Ratio.of(grade.isDeferral(), grade.question().mustBeDeferred()))),
  DEFERRAL_PRECISION(
      "Deferral precision",
      "Questions that must be deferred, of those deferred in whole or in part; questions for which"
          + " either is accepted are left out.",
      "precision_score of scikit-learn, class 'deferred'",
      each(grade ->
          Ratio.of(grade.question().mustBeDeferred(), grade.isDeferral() && isDecided(grade)))),
  OVER_DEFERRAL(
      "Over-deferral",
      "Deferred in whole or in part, of the questions for which no deferral is accepted.",
      "false positive rate of the class 'deferred'",
      Form.FAULT,
      each(grade -> Ratio.of(grade.isDeferral(), grade.question().mustNotBeDeferred()))),
  REJECTION(
      "Rejection of the unanswerable",
      "Neither answered nor answered in part, of the questions that nothing held here answers.",
      "negative rejection of RGB (Chen et al. 2023, arXiv 2309.01431)",
      each(grade -> Ratio.of(!isAnswered(grade), grade.question().isUnanswerable()))),
  FIGURES(
      "Figure accuracy",
      "Gold figures that are stated with the right value, unit and period, of all gold figures;"
          + " values within the tolerance of the suite, half a per cent unless it says otherwise.",
      "after the numeric match of FinQA (Chen et al. 2021, arXiv 2109.00122), with the period",
      each(grade -> figures(grade, FigureGrade::isRight))),
  FIGURE_VALUES(
      "Figures: value",
      "Gold figures whose value is stated, in whichever unit.",
      "a part of figure accuracy",
      each(grade -> figures(grade, FigureGrade::value))),
  FIGURE_UNITS(
      "Figures: unit",
      "Gold figures whose value is stated in a unit that makes it the same amount.",
      "a part of figure accuracy",
      each(grade -> figures(grade, FigureGrade::unit))),
  FIGURE_PERIODS(
      "Figures: period",
      "Gold figures that are stated of the gold period, in the sentence or the heading of the cell"
          + " that it cites.",
      "a part of figure accuracy",
      each(grade -> figures(grade, FigureGrade::period))),
  FACTS(
      "Facts",
      "Answers that hold every fact and nothing forbidden, of those to questions that name any.",
      "exact match after normalisation, as in SQuAD (Rajpurkar et al. 2016, arXiv 1606.05250),"
          + " numbers by value and unit",
      each(grade ->
          Ratio.of(
              grade.hasFacts(),
              !grade.question().facts().isEmpty() || !grade.question().forbidden().isEmpty()))),
  KEYPOINTS(
      "Key point recall",
      "Facts that the answers hold, of all facts of the questions.",
      "key point recall of RAGEval (Zhu et al. 2024, arXiv 2408.01262), matched by string and value"
          + " instead of by a model",
      each(grade -> {
        int facts = grade.question().facts().size();
        return new Ratio(facts - grade.missingFacts().size(), facts);
      })),
  CITATIONS(
      "Gold places cited",
      "Answers that cite every gold place, of those to questions that name any.",
      "citation recall at the level of answers",
      each(grade -> Ratio.of(grade.citesGold(), !grade.places().isEmpty()))),
  CITATION_RECALL(
      "Citation recall",
      "Gold places that are cited, of all gold places.",
      "after ALCE (Gao et al. 2023, arXiv 2305.14627), by place in the document instead of"
          + " entailment",
      each(grade -> new Ratio(count(grade.places(), PlaceGrade::isCited), grade.places().size()))),
  CITATION_PRECISION(
      "Citation precision",
      "Citations at a gold place, of all citations of answers to questions that name gold places.",
      "after ALCE (Gao et al. 2023, arXiv 2305.14627), by place in the document instead of"
          + " entailment",
      each(grade ->
          grade.places().isEmpty()
              ? Ratio.NONE
              : new Ratio(grade.rightCitations(), grade.citations()))),
  SUPPORT(
      "Support of sentences",
      "Sentences that are a standard phrase over cited figures or stand in what they cite, of all"
          + " that claim something.",
      "faithfulness of Ragas (Es et al. 2023, arXiv 2309.15217), by words and numbers instead of a"
          + " model's opinion",
      each(grade -> new Ratio(grade.sentences() - grade.unsupported().size(), grade.sentences()))),
  UNSUPPORTED(
      "Unsupported sentences",
      "Sentences that neither are standard phrases nor stand in what they cite: how many.",
      "the complement of the support of sentences",
      Form.COUNT,
      each(grade -> new Ratio(grade.unsupported().size(), grade.sentences()))),
  RECALL_AT_1("Retrieval recall@1", recallAt(1), "recall_1 of trec_eval", each(recall(1))),
  RECALL_AT_5("Retrieval recall@5", recallAt(5), "recall_5 of trec_eval", each(recall(5))),
  RECALL_AT_10("Retrieval recall@10", recallAt(10), "recall_10 of trec_eval", each(recall(10))),
  RECALL_AT_20("Retrieval recall@20", recallAt(20), "recall_20 of trec_eval", each(recall(20))),
  MRR(
      "Retrieval MRR",
      "Mean over questions of one over the rank of the first passage at a gold place; 0 where none"
          + " was found.",
      "recip_rank of trec_eval",
      each(grade -> ranked(grade, Ranks::reciprocalRank))),
  NDCG_AT_10(
      "Retrieval nDCG@10",
      "Mean over questions of the discounted gain of the first ten passages over the best possible;"
          + " a gold place gains once, at the first passage found there.",
      "Järvelin and Kekäläinen 2002; ndcg_cut_10 of trec_eval",
      each(grade -> ranked(grade, ranks -> ranks.ndcg(10)))),
  ROBUSTNESS(
      "Robustness",
      "Groups of wordings of the same question (formal, plain, misspelt, traditional, English) that"
          + " get one verdict and the same gold facts throughout, of all groups.",
      "invariance test of CheckList (Ribeiro et al. 2020, arXiv 2005.04118)",
      Measure::robustness),
  ROBUST_AND_RIGHT(
      "Robust and right",
      "Groups in which every wording gets an accepted verdict and all facts, of all groups.",
      "worst case over a group, as in contrast sets (Gardner et al. 2020, arXiv 2004.02709)",
      Measure::robustAndRight),
  CONSISTENCY(
      "Consistency over repeated runs",
      "Questions that got the same verdict and text each time, of those asked more than once.",
      "agreement over repeated sampling (Wang et al. 2022, arXiv 2203.11171), by whole text",
      Measure::consistency);

  /// What a value of a measure is.
  public enum Form {
    /// From 0 to 1, the higher the better.
    SHARE,
    /// From 0 to 1, the lower the better.
    FAULT,
    /// 0 or more, the lower the better.
    COUNT
  }

  private final String title;
  private final String definition;
  private final String source;
  private final Form form;
  private final Function<Cluster, Ratio> ratio;

  Measure(String title, String definition, String source, Function<Cluster, Ratio> ratio) {
    this(title, definition, source, Form.SHARE, ratio);
  }

  Measure(
      String title, String definition, String source, Form form, Function<Cluster, Ratio> ratio) {
    this.title = title;
    this.definition = definition;
    this.source = source;
    this.form = form;
    this.ratio = ratio;
  }

  /// What people call it.
  public String title() {
    return title;
  }

  /// What is counted, and of what.
  public String definition() {
    return definition;
  }

  /// Who defined it so.
  public String source() {
    return source;
  }

  public Form form() {
    return form;
  }

  /// Its name on the command line and in `summary.json`: `citation-recall`.
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The measure of that name.
  ///
  /// @throws IllegalArgumentException if there is none
  public static Measure ofKey(String key) {
    for (var measure : values()) {
      if (measure.key().equalsIgnoreCase(key.replace('_', '-'))) {
        return measure;
      }
    }
    throw new IllegalArgumentException(
        "Unknown measure '%s'; known: %s"
            .formatted(
                key, String.join(", ", List.of(values()).stream().map(Measure::key).toList())));
  }

  /// What a cluster adds to it.
  Ratio of(Cluster cluster) {
    return ratio.apply(cluster);
  }

  private static Function<Cluster, Ratio> each(Function<Grade, Ratio> ofGrade) {
    return cluster ->
        cluster.first().stream()
            .map(outcome -> ofGrade.apply(outcome.grade()))
            .reduce(Ratio.NONE, Ratio::plus);
  }

  private static boolean isDecided(Grade grade) {
    return grade.question().mustBeDeferred() || grade.question().mustNotBeDeferred();
  }

  private static boolean isAnswered(Grade grade) {
    return grade.verdict() == Verdict.ANSWERED || grade.verdict() == Verdict.PARTLY_DEFERRED;
  }

  private static Ratio figures(Grade grade, Predicate<FigureGrade> isRight) {
    return new Ratio(count(grade.figures(), isRight), grade.figures().size());
  }

  private static <T> int count(List<T> all, Predicate<T> test) {
    return (int) all.stream().filter(test).count();
  }

  private static String recallAt(int k) {
    return "Mean over questions of the share of gold places among the first %s found."
        .formatted(k == 1 ? "passage" : k + " passages");
  }

  private static Function<Grade, Ratio> recall(int k) {
    return grade -> ranked(grade, ranks -> ranks.recall(k));
  }

  private static Ratio ranked(Grade grade, Function<Ranks, Double> score) {
    return grade.places().isEmpty()
        ? Ratio.NONE
        : new Ratio(score.apply(Ranks.of(grade.places())), 1);
  }

  private static Ratio robustness(Cluster cluster) {
    var given = new HashSet<List<?>>();
    cluster.first().stream()
        .map(Outcome::grade)
        .forEach(grade -> given.add(Arrays.asList(grade.verdict(), grade.missingFacts())));
    return Ratio.of(given.size() == 1, cluster.isGroup());
  }

  private static Ratio robustAndRight(Cluster cluster) {
    boolean right =
        cluster.first().stream()
            .map(Outcome::grade)
            .allMatch(grade -> grade.isVerdictRight() && grade.hasFacts());
    return Ratio.of(right, cluster.isGroup());
  }

  private static Ratio consistency(Cluster cluster) {
    return cluster.byQuestion().stream()
        .map(rounds -> Ratio.of(isOneAnswer(rounds), rounds.size() > 1))
        .reduce(Ratio.NONE, Ratio::plus);
  }

  private static boolean isOneAnswer(List<Outcome> rounds) {
    return rounds.stream()
            .map(outcome -> Arrays.asList(outcome.grade().verdict(), outcome.grade().text()))
            .distinct()
            .count()
        == 1;
  }
}
