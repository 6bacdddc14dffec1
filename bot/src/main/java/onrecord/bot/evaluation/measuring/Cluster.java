package onrecord.bot.evaluation.measuring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// Outcomes that are not independent of each other: the wordings of one question, in all rounds.
record Cluster(List<Outcome> outcomes) {

  /// The outcomes, put together with those that they depend on.
  static List<Cluster> of(List<Outcome> outcomes) {
    var clusters = new LinkedHashMap<String, List<Outcome>>();
    outcomes.forEach(outcome ->
        clusters.computeIfAbsent(outcome.cluster(), _ -> new ArrayList<>()).add(outcome));
    return clusters.values().stream().map(Cluster::new).toList();
  }

  /// Those of the first round, which alone count for all but consistency.
  List<Outcome> first() {
    return outcomes.stream().filter(outcome -> outcome.round() == 1).toList();
  }

  /// Whether it holds several wordings.
  boolean isGroup() {
    return first().size() > 1;
  }

  /// All rounds of each question.
  List<List<Outcome>> byQuestion() {
    var byQuestion = new LinkedHashMap<String, List<Outcome>>();
    outcomes.forEach(
        outcome -> byQuestion.computeIfAbsent(outcome.key(), _ -> new ArrayList<>()).add(outcome));
    return List.copyOf(byQuestion.values());
  }
}
