package onrecord.bot.evaluation.measuring;

import static java.util.stream.Collectors.groupingBy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import onrecord.bot.Question;
import onrecord.bot.Reading;
import onrecord.bot.Verdict;
import onrecord.bot.evaluation.Suite;
import onrecord.bot.evaluation.SuiteQuestion;
import onrecord.bot.ruling.LeaningLessons;
import onrecord.bot.ruling.LeaningLessons.Lesson;
import onrecord.prompts.Glossary;
import onrecord.prompts.Policy;

/// Learns from suites how wordings lean to what is to come, and shows how well that holds for
/// questions that nothing was learnt from: each suite is judged by what the others teach.
public final class LeaningCurve {

  private static final int FIRST_STEP = 6;
  private static final int STEPS = 20;
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private record Judged(String suite, boolean asksAhead, double degree) {}

  private final List<Lesson> lessons;

  private LeaningCurve(List<Lesson> lessons) {
    this.lessons = List.copyOf(lessons);
  }

  /// From the questions of one part that are to be deferred, and those that are not; what is out of
  /// scope teaches nothing.
  public static LeaningCurve of(
      List<Suite> suites, Function<Question, Reading> reader, Glossary glossary, Clock clock) {
    var learning = new LeaningLessons(glossary);
    var lessons = new ArrayList<Lesson>();
    for (var suite : suites) {
      for (var asked : suite.questions()) {
        var reading = reader.apply(asked.asked(clock));
        asksAhead(asked)
            .filter(label -> reading.parts().size() == 1)
            .map(label ->
                learning.lesson(
                    suite.name(), reading.parts().getFirst(), day(asked.asked(clock)), label))
            .ifPresent(lessons::add);
      }
    }
    return new LeaningCurve(lessons);
  }

  private static LocalDate day(Question question) {
    return question.asOf().atZone(CHINA).toLocalDate();
  }

  /// Whether only a forecast answers it; empty where that is open.
  private static Optional<Boolean> asksAhead(SuiteQuestion asked) {
    var deferred = EnumSet.of(Verdict.DEFERRED, Verdict.PARTLY_DEFERRED);
    if (asked.verdicts().contains(Verdict.OUT_OF_SCOPE)) {
      return Optional.empty();
    }
    if (!asked.verdicts().contains(Verdict.DEFERRED)) {
      return asked.verdicts().equals(Set.of(Verdict.PARTLY_DEFERRED))
          ? Optional.empty()
          : Optional.of(false);
    }
    return deferred.containsAll(asked.verdicts()) ? Optional.of(true) : Optional.empty();
  }

  /// What all suites together teach.
  public Policy.Leaning learnt() {
    return LeaningLessons.learn(lessons);
  }

  /// Tables as Markdown: what each threshold would defer, of each suite by itself and of all,
  /// always by what the other suites teach.
  public List<String> table() {
    var judged = judged();
    var lines = new ArrayList<String>();
    lines.add("| leans at least | forecasts noticed | facts taken for forecasts |");
    lines.add("|---:|---:|---:|");
    steps().forEach(degree -> lines.add(row("%.2f".formatted(degree), judged, degree)));
    lines.add("");
    lines.add("| suite, at 0.50 | forecasts noticed | facts taken for forecasts |");
    lines.add("|---|---:|---:|");
    new TreeMap<>(judged.stream().collect(groupingBy(Judged::suite)))
        .forEach((suite, ofSuite) -> lines.add(row(suite, ofSuite, 0.5)));
    return lines;
  }

  private List<Judged> judged() {
    var judged = new ArrayList<Judged>();
    lessons.stream()
        .collect(groupingBy(Lesson::suite))
        .forEach((suite, ofSuite) -> {
          var learnt =
              LeaningLessons.learn(
                  lessons.stream().filter(lesson -> !lesson.suite().equals(suite)).toList());
          ofSuite.forEach(lesson ->
              judged.add(
                  new Judged(suite, lesson.asksAhead(), LeaningLessons.degree(lesson, learnt))));
        });
    return judged;
  }

  private static List<Double> steps() {
    return IntStream.range(FIRST_STEP, STEPS).mapToObj(step -> (double) step / STEPS).toList();
  }

  private static String row(String name, List<Judged> judged, double degree) {
    return "| %s | %s | %s |"
        .formatted(name, share(judged, true, degree), share(judged, false, degree));
  }

  private static String share(List<Judged> judged, boolean asksAhead, double degree) {
    var side = judged.stream().filter(one -> one.asksAhead() == asksAhead).toList();
    var over = side.stream().filter(one -> one.degree() >= degree).count();
    return side.isEmpty()
        ? "none"
        : "%d of %d (%.1f %%)".formatted(over, side.size(), 100.0 * over / side.size());
  }
}
