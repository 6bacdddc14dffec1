package onrecord.retrieval.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What one contestant reached on one set.
///
/// @param scores of each question, in the set's order
/// @param milliseconds each question took
record Row(String name, List<Scores> scores, List<Double> milliseconds) {

  /// Enough that twenty distinct pages are among them.
  private static final int DEPTH = 100;

  static Row of(Contestant contestant, QuestionSet set) {
    var scores = new ArrayList<Scores>();
    var milliseconds = new ArrayList<Double>();
    for (var question : set.questions()) {
      var start = System.nanoTime();
      var found = contestant.find(question, DEPTH);
      milliseconds.add((System.nanoTime() - start) / 1e6);
      List<Set<String>> places = found.stream().map(set.places()).toList();
      scores.add(Scores.of(places, question.gold()));
    }
    return new Row(contestant.name(), scores, milliseconds);
  }

  static String heading() {
    var names = Measure.ALL.stream().map(Measure::name).toList();
    return "| ranking | %s | median ms |%n|%s"
        .formatted(String.join(" | ", names), "---|".repeat(names.size() + 2));
  }

  @Override
  public String toString() {
    var line = new StringBuilder("| " + name);
    for (var measure : Measure.ALL) {
      line.append(" | ").append(interval(measure));
    }
    return line.append(" | %.1f |".formatted(median())).toString();
  }

  Interval interval(Measure measure) {
    return Interval.of(scores.stream().mapToDouble(measure.of()).toArray());
  }

  private double median() {
    return milliseconds.stream().sorted().skip(milliseconds.size() / 2).findFirst().orElse(0.0);
  }
}
