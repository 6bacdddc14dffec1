package onrecord.bot.evaluation.measuring;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import onrecord.bot.Answer;
import onrecord.bot.Assistant;
import onrecord.bot.Verdict;
import onrecord.bot.evaluation.Suite;
import onrecord.bot.evaluation.SuiteQuestion;
import onrecord.retrieval.Evidence;

/// Shows how well it can be told from what was found whether something is disclosed: for each share
/// of a question that one passage must hold, how many of the questions that have an answer would
/// find one, and how many of those that have none.
public final class DisclosedCurve {

  private static final int STEPS = 20;

  private record Judged(boolean isDisclosed, double coverage, boolean isAnswered) {}

  private final List<Judged> judged;

  private DisclosedCurve(List<Judged> judged) {
    this.judged = List.copyOf(judged);
  }

  /// Asks the questions of suites that are simply to be answered or not disclosed; others do not
  /// count.
  public static DisclosedCurve of(List<Suite> suites, Assistant assistant, Clock clock) {
    var judged =
        suites.stream()
            .flatMap(suite -> suite.questions().stream())
            .filter(asked -> isDisclosed(asked) || isUndisclosed(asked))
            .map(asked -> judged(asked, assistant.answer(asked.asked(clock))))
            .toList();
    return new DisclosedCurve(judged);
  }

  private static Judged judged(SuiteQuestion asked, Answer answer) {
    var coverage = answer.evidence().stream().mapToDouble(Evidence::coverage).max().orElse(0);
    return new Judged(isDisclosed(asked), coverage, answer.verdict() == Verdict.ANSWERED);
  }

  private static boolean isDisclosed(SuiteQuestion asked) {
    return asked.verdicts().equals(Set.of(Verdict.ANSWERED));
  }

  private static boolean isUndisclosed(SuiteQuestion asked) {
    return asked.verdicts().equals(Set.of(Verdict.NOT_DISCLOSED));
  }

  /// A table as Markdown; below it the share that tells the two apart best, and what the rules make
  /// of the same questions, which look at more than one share.
  public List<String> table() {
    var lines = new ArrayList<String>();
    lines.add(
        "| one passage holds at least | disclosed: would be answered | not disclosed: would be answered |");
    lines.add("|---:|---:|---:|");
    steps()
        .forEach(
            share -> lines.add(row("%.2f".formatted(share), at(true, share), at(false, share))));
    lines.add(row("as ruled", ruled(true), ruled(false)));
    lines.add("");
    lines.add("best alone: %.2f".formatted(best()));
    return lines;
  }

  private double best() {
    return steps().stream()
        .max(Comparator.comparingDouble(share -> at(true, share) - at(false, share)))
        .orElse(0.0);
  }

  private static List<Double> steps() {
    return IntStream.rangeClosed(0, STEPS).mapToObj(step -> (double) step / STEPS).toList();
  }

  private static String row(String name, double disclosed, double undisclosed) {
    return "| %s | %.1f %% | %.1f %% |".formatted(name, 100 * disclosed, 100 * undisclosed);
  }

  private double at(boolean isDisclosed, double share) {
    return judged.stream()
        .filter(one -> one.isDisclosed() == isDisclosed)
        .mapToInt(one -> one.coverage() >= share ? 1 : 0)
        .average()
        .orElse(0);
  }

  private double ruled(boolean isDisclosed) {
    return judged.stream()
        .filter(one -> one.isDisclosed() == isDisclosed)
        .mapToInt(one -> one.isAnswered() ? 1 : 0)
        .average()
        .orElse(0);
  }
}
