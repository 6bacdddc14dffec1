package onrecord.bot.evaluation.measuring;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a set of outcomes comes to in every measure.
///
/// @param questions how many different ones were asked
public record Scoreboard(int questions, Map<Measure, Score> scores) {

  /// The scores of some outcomes, in all measures.
  public static Scoreboard of(List<Outcome> outcomes) {
    return of(outcomes, List.of(Measure.values()));
  }

  /// The scores of some outcomes, in some measures.
  public static Scoreboard of(List<Outcome> outcomes, List<Measure> measures) {
    var clusters = Cluster.of(outcomes);
    var scores = new EnumMap<Measure, Score>(Measure.class);
    measures.forEach(measure -> scores.put(measure, score(measure, clusters)));
    return new Scoreboard(
        (int) outcomes.stream().filter(outcome -> outcome.round() == 1).count(), scores);
  }

  private static Score score(Measure measure, List<Cluster> clusters) {
    var ratios = clusters.stream().map(measure::of).toList();
    var sum = ratios.stream().reduce(Ratio.NONE, Ratio::plus);
    return new Score(
        measure,
        sum.part(),
        sum.whole(),
        sum.whole() == 0 ? new Interval(Double.NaN, Double.NaN) : Bootstrap.of(ratios));
  }

  /// @throws java.util.NoSuchElementException if this measure was not asked for
  public Score score(Measure measure) {
    return Optional.ofNullable(scores.get(measure)).orElseThrow();
  }

  /// The measures of which something was measured, in their order.
  public List<Score> measured() {
    return Arrays.stream(Measure.values())
        .map(scores::get)
        .filter(score -> score != null && score.isMeasured())
        .toList();
  }
}
