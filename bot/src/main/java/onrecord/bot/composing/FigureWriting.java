package onrecord.bot.composing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onrecord.bot.Answer;
import onrecord.bot.Reading;
import onrecord.bot.Reading.Aspect;
import onrecord.bot.composing.Sentence.Compared;
import onrecord.bot.composing.Sentence.Line;
import onrecord.bot.composing.Sentence.Stated;
import onrecord.bot.composing.Sentence.Supporting;
import onrecord.bot.finding.Agreement;
import onrecord.bot.finding.AskedPeriods;
import onrecord.bot.finding.Computation;
import onrecord.bot.finding.FigureFinder;
import onrecord.bot.finding.FoundFigure;
import onrecord.bot.finding.Lineup;
import onrecord.corpus.Change;
import onrecord.corpus.ReportingPeriod;
import onrecord.prompts.Metric;
import onrecord.prompts.Phrase;
import org.jspecify.annotations.Nullable;

/// Writes what is said of figures to one part of a question.
final class FigureWriting {

  private static final Pattern NAMES_A_PERIOD =
      Pattern.compile("\\d{2,4}\\s*年|季度|上半年|下半年|年末|年底|[Qq][1-4]|\\b20\\d{2}\\b");
  private static final Pattern YEAR = Pattern.compile("\\d{2}");
  private static final String ATTRIBUTABLE = "归属于上市公司股东的净利润";

  private final Reading.Part part;
  private final Style style;
  private final Names names;
  private final QuoteWriting quotes;

  FigureWriting(Reading.Part part, Style style) {
    this.part = part;
    this.style = style;
    this.names = style.names();
    this.quotes = new QuoteWriting(style);
  }

  /// Each figure with its source; side by side where one metric is asked for in several periods.
  List<Sentence> stated(List<List<FoundFigure>> lists) {
    var sentences = new ArrayList<Sentence>();
    for (var ofMetric : byMetric(lists).values()) {
      if (periods(ofMetric) > 1) {
        sentences.addAll(overPeriods(ofMetric));
      } else {
        ofMetric.forEach(list -> sentences.addAll(one(list)));
      }
    }
    sentences.addAll(notes(lists));
    return sentences.stream().distinct().toList();
  }

  private static Collection<FoundFigure> firsts(List<List<FoundFigure>> lists) {
    return lists.stream().map(List::getFirst).toList();
  }

  private Map<String, List<List<FoundFigure>>> byMetric(List<List<FoundFigure>> lists) {
    return lists.stream()
        .collect(
            Collectors.groupingBy(
                list -> names.metricOf(list.getFirst(), askedMetric(list.getFirst())),
                LinkedHashMap::new,
                Collectors.toList()));
  }

  private static long periods(List<List<FoundFigure>> lists) {
    return firsts(lists).stream().map(FigureFinder::periodOf).distinct().count();
  }

  private List<Sentence> overPeriods(List<List<FoundFigure>> lists) {
    var first = lists.getFirst().getFirst();
    var metric = names.metricOf(first, askedMetric(first));
    var lines = lists.stream().map(this::best).map(found -> line(dated(found), found)).toList();
    var sentences = new ArrayList<>(compared(metric, lines, firsts(lists)));
    missing(lists)
        .ifPresent(periods ->
            sentences.add(style.say(Phrase.MISSING_BESIDE, "periods", periods, "metric", metric)));
    return sentences;
  }

  private String dated(FoundFigure found) {
    return names.period(FigureFinder.periodOf(found)) + names.qualified(found);
  }

  /// The periods asked for that none of the figures is of.
  private Optional<String> missing(List<List<FoundFigure>> lists) {
    var found = firsts(lists).stream().map(FigureFinder::periodOf).toList();
    var missing =
        AskedPeriods.of(part).stream()
            .filter(asked -> found.stream().noneMatch(period -> isOf(asked, period)))
            .map(names::period)
            .collect(Collectors.joining(style.phrases().label("note.listSeparator")));
    return missing.isEmpty() ? Optional.empty() : Optional.of(missing);
  }

  private static boolean isOf(ReportingPeriod asked, @Nullable ReportingPeriod period) {
    return period != null && period.end().equals(asked.end());
  }

  private List<Sentence> compared(String title, List<Line> lines, Collection<FoundFigure> figures) {
    var sources =
        figures.stream()
            .map(found -> names.source(found.disclosure()))
            .distinct()
            .collect(Collectors.joining("、"));
    var unit = figures.iterator().next().figure().unit().printed();
    return List.of(
        style.say(Phrase.COMPARISON, "source", sources, "metric", title),
        new Compared(title, unit, lines));
  }

  private Line line(String label, FoundFigure found) {
    return new Line(label, found.figure().value(), withChange(found), supporting(found));
  }

  private String withChange(FoundFigure found) {
    var value = names.value(found.figure());
    var separator = style.phrases().label("note.listSeparator");
    return yearOnYear(found)
        .map(change -> value + separator + names.change(found.figure(), change))
        .orElse(value);
  }

  /// What is set side by side, and who is ahead where that was asked.
  List<Sentence> linedUp(Lineup lineup) {
    var sentences = new ArrayList<Sentence>();
    lineup.leaders().forEach(leader -> sentences.add(leading(leader, lineup)));
    var lines = lineup.entries().stream().map(found -> line(segmentOf(found), found)).toList();
    var first = lineup.entries().getFirst();
    var title =
        style
            .phrases()
            .label(
                "operation.of",
                Map.of(
                    "period", names.period(FigureFinder.periodOf(first)),
                    "metric", metricOf(first)));
    sentences.addAll(compared(title, lines, List.of(first)));
    return sentences;
  }

  private Sentence leading(Lineup.Leader leader, Lineup lineup) {
    var found = leader.entry();
    var pace = leader.isHighest() ? "fastest" : "slowest";
    var rank = leader.isHighest() ? "highest" : "lowest";
    var value = leader.byGrowth() ? withChange(found) : names.value(found.figure());
    return new Stated(
        Phrase.LEADER,
        Map.of(
            "source", names.source(found.disclosure()),
            "period", names.period(FigureFinder.periodOf(found)),
            "metric", metricOf(lineup.entries().getFirst()),
            "rank", style.phrases().label("rank." + (leader.byGrowth() ? pace : rank)),
            "name", segmentOf(found),
            "value", value),
        List.of(supporting(found)),
        null);
  }

  private static String segmentOf(FoundFigure found) {
    var segment = found.figure().segment();
    return segment == null ? found.figure().metric() : segment;
  }

  private String metricOf(FoundFigure found) {
    return names.bareMetric(found, askedMetric(found));
  }

  /// One figure: its sentence, or the disclosure's own; another disclosure's where the two differ.
  private List<Sentence> one(List<FoundFigure> list) {
    var sentences = new ArrayList<Sentence>();
    var best = best(list);
    if (best.isInProse()) {
      sentences.addAll(quotes.quoted(List.of(best.quote())));
    } else {
      sentences.add(stated(best, list));
    }
    Agreement.disagreeing(list).ifPresent(other -> sentences.add(otherwise(other)));
    return sentences;
  }

  /// The most authoritative figure that states what is asked of it.
  private FoundFigure best(List<FoundFigure> list) {
    var first = list.getFirst();
    if (!asksForChange()) {
      return first;
    }
    return list.stream()
        .filter(found -> !found.figure().changes().isEmpty())
        .filter(found -> Agreement.agree(found, first))
        .findFirst()
        .orElse(first);
  }

  private boolean asksForChange() {
    return part.aspects().contains(Aspect.YEAR_ON_YEAR)
        || part.aspects().contains(Aspect.PERIOD_ON_PERIOD);
  }

  private Sentence stated(FoundFigure best, List<FoundFigure> list) {
    var variables =
        new HashMap<>(
            Map.of(
                "source", names.source(best.disclosure()),
                "period", names.period(FigureFinder.periodOf(best)),
                "metric", names.metric(best, askedMetric(best)),
                "value", names.value(best.figure())));
    var support =
        Stream.concat(Stream.of(best), Agreement.corroborating(best, list).stream())
            .map(FigureWriting::supporting)
            .toList();
    var change = yearOnYear(best);
    change.ifPresent(known -> variables.put("change", names.change(best.figure(), known)));
    var phrase = change.isPresent() ? Phrase.FIGURE_WITH_CHANGE : Phrase.FIGURE;
    return new Stated(phrase, Map.copyOf(variables), support, null);
  }

  private Sentence otherwise(FoundFigure other) {
    return new Stated(
        Phrase.STATED_OTHERWISE,
        Map.of(
            "source", names.source(other.disclosure()),
            "metric", names.metric(other, askedMetric(other)),
            "value", names.value(other.figure())),
        List.of(supporting(other)),
        null);
  }

  private static Optional<Change> yearOnYear(FoundFigure found) {
    return found.figure().changes().stream()
        .filter(change -> change.against() == Change.Against.YEAR_BEFORE)
        .findFirst();
  }

  private @Nullable Metric askedMetric(FoundFigure found) {
    var printed = found.figure().metric();
    return part.metrics().stream()
        .filter(metric ->
            metric.printed().contains(printed)
                || metric.asked().contains(printed)
                || metric.id().equals(printed))
        .findFirst()
        .orElse(part.metrics().isEmpty() ? null : part.metrics().getFirst());
  }

  private static Supporting supporting(FoundFigure found) {
    return new Supporting(
        found.quote(), found.figure().printed(), found.figure().row(), found.figure().column());
  }

  private List<Sentence> notes(List<List<FoundFigure>> lists) {
    var notes = new ArrayList<Sentence>();
    boolean yearToDate =
        firsts(lists).stream().anyMatch(found -> Names.isYearToDate(FigureFinder.periodOf(found)));
    if (part.aspects().contains(Aspect.PERIOD_ON_PERIOD) && yearToDate) {
      notes.add(style.say(Phrase.BASE_NOT_STATED));
    }
    if (isBareProfit() && firsts(lists).stream().anyMatch(FigureWriting::isOfShareholders)) {
      notes.add(style.say(Phrase.PROFIT_READ_AS_ATTRIBUTABLE));
    }
    return notes;
  }

  private static boolean isOfShareholders(FoundFigure found) {
    return found.figure().metric().matches("(?is).*(归属于|attributable).*");
  }

  private boolean isBareProfit() {
    boolean attributable =
        part.metrics().stream().anyMatch(metric -> metric.id().equals(ATTRIBUTABLE));
    return attributable && !part.text().matches("(?s).*(归母|归属|扣非|attributable).*");
  }

  /// A computed value with its formula, and how it was rounded.
  Sentence computed(Computation computation) {
    var value = names.value(computation);
    return new Stated(
        computation.isRounded() ? Phrase.COMPUTED_ROUNDED : Phrase.COMPUTED,
        Map.of("what", what(computation), "formula", withUnits(computation), "value", value),
        computation.operands().stream().map(FigureWriting::supporting).distinct().toList(),
        new Answer.Computed(computation.formula(), computation.value(), computation.unit()));
  }

  /// The formula with the unit behind each figure.
  private String withUnits(Computation computation) {
    var formula = new StringBuilder(computation.formula());
    int from = 0;
    for (var operand : computation.operands()) {
      var printed = names.digits(operand.figure());
      int at = formula.indexOf(printed, from);
      if (at >= 0) {
        var shown = names.printed(operand.figure());
        formula.replace(at, at + printed.length(), shown);
        from = at + shown.length();
      }
    }
    return formula.toString();
  }

  private String what(Computation computation) {
    var period = names.period(periodOf(computation));
    var what =
        dated(names.calledSo(computation.what(), part))
            .strip()
            .replaceAll("(是|有|为)?(多少|几倍|几)?[？?。吗呢啊\\s]*$", "");
    return NAMES_A_PERIOD.matcher(what).find() ? what : names.of(what, period);
  }

  /// Words of the question with the year of each period that they name without one: 三季度.
  private String dated(String words) {
    var dated = words;
    for (var asked : part.periods()) {
      if (!YEAR.matcher(asked.words()).find()) {
        dated = dated.replace(asked.words(), names.period(asked.period()));
      }
    }
    return dated;
  }

  /// The period that a computed value is for: that of its operands, or the one asked for where it
  /// follows from several.
  private @Nullable ReportingPeriod periodOf(Computation computation) {
    var periods = computation.operands().stream().map(FigureFinder::periodOf).distinct().toList();
    return periods.size() > 1 && !part.periods().isEmpty()
        ? part.periods().getFirst().period()
        : periods.getFirst();
  }
}
