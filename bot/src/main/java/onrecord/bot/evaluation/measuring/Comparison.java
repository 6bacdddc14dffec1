package onrecord.bot.evaluation.measuring;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Two runs held against each other, over the questions that both were asked.
///
/// @param questions how many both were asked
public record Comparison(int questions, Map<Measure, Difference> differences) {

  /// How a measure differs.
  ///
  /// @param before the baseline's value
  /// @param after this run's value
  /// @param interval of `after` less `before`, by the paired bootstrap
  /// @param mcNemar the questions that differ; null where the measure is not a plain yes or no of a
  ///   question
  /// @param p how likely chance alone is to make so great a difference: McNemar's exact test where
  ///   it applies and no wordings belong together, else approximate randomization over clusters
  public record Difference(
      Measure measure,
      double before,
      double after,
      Interval interval,
      @Nullable McNemar mcNemar,
      double p) {

    /// Whether chance alone makes so great a difference in less than one of twenty times.
    public boolean isSignificant() {
      return p < 0.05;
    }
  }

  /// Compares what both were asked.
  public static Comparison of(List<Outcome> baseline, List<Outcome> outcomes) {
    var before = byKey(baseline);
    var pairs = new LinkedHashMap<String, List<Outcome>>();
    byKey(outcomes)
        .forEach((key, outcome) ->
            Optional.ofNullable(before.get(key))
                .ifPresent(was -> pairs.put(key, List.of(was, outcome))));
    var differences = new EnumMap<Measure, Difference>(Measure.class);
    for (var measure : Measure.values()) {
      difference(measure, List.copyOf(pairs.values()))
          .ifPresent(found -> differences.put(measure, found));
    }
    return new Comparison(pairs.size(), differences);
  }

  private static Map<String, Outcome> byKey(List<Outcome> outcomes) {
    var byKey = new LinkedHashMap<String, Outcome>();
    outcomes.stream()
        .filter(outcome -> outcome.round() == 1)
        .forEach(outcome -> byKey.put(outcome.key(), outcome));
    return byKey;
  }

  private static Optional<Difference> difference(Measure measure, List<List<Outcome>> pairs) {
    var before = new ArrayList<Ratio>();
    var after = new ArrayList<Ratio>();
    boolean grouped = false;
    for (var cluster : clusters(pairs)) {
      before.add(measure.of(new Cluster(cluster.stream().map(List::getFirst).toList())));
      after.add(measure.of(new Cluster(cluster.stream().map(List::getLast).toList())));
      grouped |= cluster.size() > 1;
    }
    var was = before.stream().reduce(Ratio.NONE, Ratio::plus);
    var is = after.stream().reduce(Ratio.NONE, Ratio::plus);
    if (was.whole() == 0 || is.whole() == 0) {
      return Optional.empty();
    }
    var mcNemar = mcNemar(measure, pairs);
    double p = mcNemar != null && !grouped ? mcNemar.p() : Randomization.p(before, after);
    boolean counted = measure.form() == Measure.Form.COUNT;
    return Optional.of(
        new Difference(
            measure,
            counted ? was.part() : was.value(),
            counted ? is.part() : is.value(),
            Bootstrap.ofDifference(before, after),
            mcNemar,
            p));
  }

  private static List<List<List<Outcome>>> clusters(List<List<Outcome>> pairs) {
    var clusters = new LinkedHashMap<String, List<List<Outcome>>>();
    pairs.forEach(pair ->
        clusters.computeIfAbsent(pair.getLast().cluster(), _ -> new ArrayList<>()).add(pair));
    return List.copyOf(clusters.values());
  }

  /// How many questions went from wrong to right and back; null unless each is wholly one or the
  /// other in both runs.
  private static @Nullable McNemar mcNemar(Measure measure, List<List<Outcome>> pairs) {
    var counts = new HashMap<Integer, Integer>();
    for (var pair : pairs) {
      var was = measure.of(new Cluster(List.of(pair.getFirst())));
      var is = measure.of(new Cluster(List.of(pair.getLast())));
      if (!isYesOrNo(was) || !isYesOrNo(is)) {
        return null;
      }
      if (was.whole() == is.whole()) {
        counts.merge((int) (is.part() - was.part()), 1, Integer::sum);
      }
    }
    int up = counts.getOrDefault(1, 0);
    int down = counts.getOrDefault(-1, 0);
    return measure.form() == Measure.Form.SHARE ? new McNemar(up, down) : new McNemar(down, up);
  }

  private static boolean isYesOrNo(Ratio ratio) {
    return ratio.whole() <= 1 && (ratio.part() == 0 || ratio.part() == 1);
  }
}
