package onrecord.bot.ruling;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import onrecord.bot.Reading;
import onrecord.prompts.Glossary;
import onrecord.prompts.Policy;

/// Learns from labelled questions how wordings lean: logistic regression on their traces, by the
/// method of Kingma and Ba ("Adam", 2015) over all questions at once, so that the same questions
/// always teach the same.
public final class LeaningLessons {

  /// A trace that fewer questions hold is a name rather than a wording.
  private static final int FEWEST_QUESTIONS = 2;

  private static final int ROUNDS = 300;
  private static final double STEP = 0.05;

  /// Holds weights near 0 that few questions speak for.
  private static final double SHRINKING = 1.0;

  /// What has no more weight is left out.
  private static final double LEAST = 0.04;

  /// A labelled question.
  ///
  /// @param suite in which it stands
  /// @param asksAhead whether only a forecast would answer it
  public record Lesson(String suite, String question, Set<String> traces, boolean asksAhead) {

    public Lesson {
      traces = Set.copyOf(traces);
    }
  }

  private final Glossary glossary;

  public LeaningLessons(Glossary glossary) {
    this.glossary = glossary;
  }

  /// @param today the day the question was put as of
  public Lesson lesson(String suite, Reading.Part part, LocalDate today, boolean asksAhead) {
    return new Lesson(suite, part.text(), Traces.of(part, today, glossary), asksAhead);
  }

  /// How far a question leans by what was learnt, 0 to 1.
  public static double degree(Lesson lesson, Policy.Leaning learnt) {
    return Leaning.degree(lesson.traces(), learnt);
  }

  /// What the lessons teach.
  public static Policy.Leaning learn(List<Lesson> lessons) {
    var places = places(lessons);
    var rows = lessons.stream().map(lesson -> row(lesson, places)).toList();
    var descent = new Descent(places.size() + 1);
    for (var round = 1; round <= ROUNDS; round++) {
      descent.step(gradient(lessons, rows, descent.weights), round);
    }
    var weights = new TreeMap<String, Double>();
    places.forEach((trace, place) -> {
      if (Math.abs(descent.weights[place]) >= LEAST) {
        weights.put(trace, rounded(descent.weights[place]));
      }
    });
    return new Policy.Leaning(rounded(descent.weights[places.size()]), weights);
  }

  private static double rounded(double weight) {
    return Math.round(weight * 1000) / 1000.0;
  }

  private static Map<String, Integer> places(List<Lesson> lessons) {
    var counts = new TreeMap<String, Integer>();
    lessons.forEach(
        lesson -> lesson.traces().forEach(trace -> counts.merge(trace, 1, Integer::sum)));
    var places = new HashMap<String, Integer>();
    counts.forEach((trace, count) -> {
      if (count >= FEWEST_QUESTIONS) {
        places.put(trace, places.size());
      }
    });
    return places;
  }

  private static int[] row(Lesson lesson, Map<String, Integer> places) {
    var known = new ArrayList<Integer>();
    lesson.traces().stream()
        .sorted()
        .map(places::get)
        .filter(java.util.Objects::nonNull)
        .forEach(known::add);
    return known.stream().mapToInt(Integer::intValue).toArray();
  }

  private static double[] gradient(List<Lesson> lessons, List<int[]> rows, double[] weights) {
    var gradient = new double[weights.length];
    var start = weights.length - 1;
    for (var i = 0; i < rows.size(); i++) {
      var share = Leaning.share(lessons.get(i).traces());
      var sum = weights[start];
      for (var place : rows.get(i)) {
        sum += share * weights[place];
      }
      var error = 1 / (1 + Math.exp(-sum)) - (lessons.get(i).asksAhead() ? 1 : 0);
      for (var place : rows.get(i)) {
        gradient[place] += share * error;
      }
      gradient[start] += error;
    }
    for (var place = 0; place < start; place++) {
      gradient[place] += SHRINKING * weights[place];
    }
    return gradient;
  }

  /// Weights on their way down the slope.
  private static final class Descent {

    private static final double MEAN_DECAY = 0.9;
    private static final double SQUARE_DECAY = 0.999;

    private final double[] weights;
    private final double[] means;
    private final double[] squares;

    Descent(int size) {
      weights = new double[size];
      means = new double[size];
      squares = new double[size];
    }

    void step(double[] gradient, int round) {
      for (var i = 0; i < weights.length; i++) {
        means[i] = MEAN_DECAY * means[i] + (1 - MEAN_DECAY) * gradient[i];
        squares[i] = SQUARE_DECAY * squares[i] + (1 - SQUARE_DECAY) * gradient[i] * gradient[i];
        var mean = means[i] / (1 - Math.pow(MEAN_DECAY, round));
        var square = squares[i] / (1 - Math.pow(SQUARE_DECAY, round));
        weights[i] -= STEP * mean / (Math.sqrt(square) + 1e-8);
      }
    }
  }
}
