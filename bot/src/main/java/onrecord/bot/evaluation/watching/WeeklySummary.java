package onrecord.bot.evaluation.watching;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import onrecord.bot.Answer;
import onrecord.bot.Answers.Feedback;
import onrecord.bot.Verdict;
import onrecord.bot.evaluation.measuring.Percentiles;

/// What was asked and answered in a week, and how it differs from the four weeks before.
///
/// @param from its Monday
/// @param until the Monday after
/// @param answers how many were given
/// @param before how many a week in the four weeks before
/// @param days how many on each of the seven days
/// @param verdicts how many of each
/// @param reasons why parts were not answered, the most frequent first
/// @param notDisclosed what was asked most often and is not disclosed
/// @param margin median lead of the best passage over the second, 0 to 1
/// @param coverage median share of the question's words that the best passage holds, 0 to 1
/// @param support share of sentences that cite something, 0 to 1
/// @param dropped sentences that did not pass verification
/// @param helpful how many askers said so
/// @param unhelpful how many said the contrary
/// @param medianMillis of an answer
/// @param slowestMillis the 99th percentile
/// @param drift by signal, the population stability index against the four weeks before
public record WeeklySummary(
    LocalDate from,
    LocalDate until,
    int answers,
    double before,
    Map<LocalDate, Integer> days,
    Map<Verdict, Integer> verdicts,
    Map<Answer.Reason, Integer> reasons,
    Map<String, Integer> notDisclosed,
    double margin,
    double coverage,
    double support,
    int dropped,
    int helpful,
    int unhelpful,
    double medianMillis,
    double slowestMillis,
    Map<String, Double> drift) {

  private static final int WEEKS_BEFORE = 4;
  private static final int SHOWN = 10;

  /// The week that a day lies in.
  public static WeeklySummary of(LocalDate day, ZoneId zone, History history) {
    var monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    var next = monday.plusWeeks(1);
    var begin = monday.atStartOfDay(zone).toInstant();
    var end = next.atStartOfDay(zone).toInstant();
    var earlier =
        history.between(monday.minusWeeks(WEEKS_BEFORE).atStartOfDay(zone).toInstant(), begin);
    var answers = history.between(begin, end);
    var was = earlier.stream().map(Signals::of).toList();
    var signals = answers.stream().map(Signals::of).toList();
    var feedback = history.feedback(begin, end);
    var latency = new Percentiles(signals.stream().map(Signals::millis).toList());
    return new WeeklySummary(
        monday,
        next,
        answers.size(),
        (double) earlier.size() / WEEKS_BEFORE,
        days(monday, signals, zone),
        verdicts(signals),
        mostFrequent(signals.stream().flatMap(one -> one.reasons().stream()).toList()),
        mostFrequent(
            answers.stream()
                .filter(answer -> answer.verdict() == Verdict.NOT_DISCLOSED)
                .map(Answer::question)
                .toList()),
        median(signals, Signals::margin),
        median(signals, Signals::coverage),
        signals.stream().mapToDouble(Signals::support).average().orElse(1),
        signals.stream().mapToInt(Signals::dropped).sum(),
        count(feedback, Feedback::helpful),
        count(feedback, Predicate.not(Feedback::helpful)),
        latency.at(0.5),
        latency.at(0.99),
        drift(was, signals));
  }

  private static Map<LocalDate, Integer> days(
      LocalDate monday, List<Signals> signals, ZoneId zone) {
    var days = new LinkedHashMap<LocalDate, Integer>();
    monday.datesUntil(monday.plusWeeks(1)).forEach(day -> days.put(day, 0));
    signals.forEach(one -> days.merge(LocalDate.ofInstant(one.askedAt(), zone), 1, Integer::sum));
    return days;
  }

  private static Map<Verdict, Integer> verdicts(List<Signals> signals) {
    var verdicts = new EnumMap<Verdict, Integer>(Verdict.class);
    signals.forEach(one -> verdicts.merge(one.verdict(), 1, Integer::sum));
    return verdicts;
  }

  private static <T extends Comparable<? super T>> Map<T, Integer> mostFrequent(List<T> all) {
    var counts = all.stream().collect(Collectors.toMap(one -> one, _ -> 1, Integer::sum));
    var sorted = new LinkedHashMap<T, Integer>();
    counts.entrySet().stream()
        .sorted(
            Map.Entry.<T, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(SHOWN)
        .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }

  private static double median(List<Signals> signals, Function<Signals, Double> signal) {
    return new Percentiles(signals.stream().map(signal).toList()).at(0.5);
  }

  private static int count(List<Feedback> feedback, Predicate<Feedback> test) {
    return (int) feedback.stream().filter(test).count();
  }

  private static Map<String, Double> drift(List<Signals> was, List<Signals> is) {
    var drift = new LinkedHashMap<String, Double>();
    drift.put("verdict", Drift.of(was, is, Signals::verdict));
    drift.put("margin", Drift.of(was, is, one -> Drift.fifth(one.margin())));
    drift.put("coverage", Drift.of(was, is, one -> Drift.fifth(one.coverage())));
    drift.put("support", Drift.of(was, is, one -> Drift.fifth(one.support())));
    drift.put("dropped", Drift.of(was, is, one -> one.dropped() > 0));
    return drift;
  }

  /// The signals that have moved so far that somebody should look.
  public List<String> moved() {
    return drift.entrySet().stream()
        .filter(entry -> entry.getValue() > Drift.NOTABLE)
        .map(Map.Entry::getKey)
        .toList();
  }

  /// As lines for people.
  public String text() {
    var text = new StringBuilder();
    line(
        text,
        "%s to %s: %,d answers (%.1f a week before)",
        from,
        until.minusDays(1),
        answers,
        before);
    verdicts.forEach((verdict, count) -> line(text, "  %-16s %,6d", verdict, count));
    line(text, "Not answered because:");
    reasons.forEach((reason, count) -> line(text, "  %-22s %,6d", reason, count));
    line(text, "Asked and not disclosed:");
    notDisclosed.forEach((question, count) -> line(text, "  %,6d  %s", count, question));
    line(
        text,
        "Margin %.2f, coverage %.2f, support %.1f %%, %,d sentences dropped.",
        margin,
        coverage,
        100 * support,
        dropped);
    line(text, "Helpful %,d, not helpful %,d.", helpful, unhelpful);
    line(text, "Median %.1f ms, 99th percentile %.1f ms.", medianMillis, slowestMillis);
    drift.forEach((signal, index) ->
        line(
            text,
            "Drift of %-9s %.3f%s",
            signal,
            index,
            index > Drift.NOTABLE ? "  (notable)" : ""));
    return text.toString();
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
