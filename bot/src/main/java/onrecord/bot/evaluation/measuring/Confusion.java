package onrecord.bot.evaluation.measuring;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import onrecord.bot.Verdict;
import onrecord.bot.evaluation.Grade;

/// How often which verdict was given where which was right, as `confusion_matrix` of scikit-learn
/// lays it out: gold in rows, given in columns.
///
/// A question that got no answer is in its row's sum and in no column.
///
/// Where several verdicts are accepted, the given one is the gold one if it is among them, else the
/// first of them.
public record Confusion(
    Map<Verdict, Map<Verdict, Integer>> counts, Map<Verdict, Integer> unanswered) {

  /// Of the first round.
  public static Confusion of(List<Outcome> outcomes) {
    var counts = new EnumMap<Verdict, Map<Verdict, Integer>>(Verdict.class);
    var unanswered = new EnumMap<Verdict, Integer>(Verdict.class);
    for (var outcome : outcomes) {
      var grade = outcome.grade();
      if (outcome.round() == 1 && grade.verdict() != null) {
        counts
            .computeIfAbsent(gold(grade), _ -> new EnumMap<>(Verdict.class))
            .merge(grade.verdict(), 1, Integer::sum);
      } else if (outcome.round() == 1) {
        unanswered.merge(gold(grade), 1, Integer::sum);
      }
    }
    return new Confusion(counts, unanswered);
  }

  private static Verdict gold(Grade grade) {
    var given = grade.verdict();
    return given != null && grade.isVerdictRight()
        ? given
        : grade.question().verdicts().iterator().next();
  }

  /// How often.
  public int count(Verdict gold, Verdict given) {
    return counts.getOrDefault(gold, Map.of()).getOrDefault(given, 0);
  }

  /// How many questions have this gold verdict.
  public int row(Verdict gold) {
    return counts.getOrDefault(gold, Map.of()).values().stream().mapToInt(Integer::intValue).sum()
        + unanswered.getOrDefault(gold, 0);
  }
}
