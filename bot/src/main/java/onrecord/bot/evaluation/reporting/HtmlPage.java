package onrecord.bot.evaluation.reporting;

import static onrecord.bot.evaluation.reporting.Html.number;
import static onrecord.bot.evaluation.reporting.Html.percent;
import static onrecord.bot.evaluation.reporting.Html.tag;
import static onrecord.bot.evaluation.reporting.Html.text;

import org.jspecify.annotations.Nullable;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import onrecord.bot.evaluation.measuring.Comparison;
import onrecord.bot.evaluation.measuring.Comparison.Difference;
import onrecord.bot.evaluation.measuring.Measure;
import onrecord.bot.evaluation.measuring.Outcome;
import onrecord.bot.evaluation.measuring.Score;
import onrecord.bot.evaluation.measuring.Scoreboard;
import onrecord.bot.evaluation.measuring.Threshold;

/// `report.html`: a report for people, in one file that needs no other.
public final class HtmlPage {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm xxx");

  /// Measures that begin a family, in the order of the table.
  private static final Map<Measure, String> FAMILIES =
      Map.of(
          Measure.VERDICT, "Verdicts and deferral",
          Measure.FIGURES, "Figures and facts",
          Measure.CITATIONS, "Citations and support",
          Measure.RECALL_AT_1, "Retrieval",
          Measure.ROBUSTNESS, "Stability");

  private final Report report;
  private final List<Threshold> thresholds;
  private final Scoreboard total;
  private final Optional<Comparison> comparison;

  /// @param thresholds that the run is held to
  public HtmlPage(Report report, List<Threshold> thresholds) {
    this.report = report;
    this.thresholds = List.copyOf(thresholds);
    this.total = report.total();
    this.comparison = report.comparison();
  }

  /// The page.
  public String page() {
    return """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>Evaluation of %s answers</title>
        <style>
        %s</style>
        </head>
        <body>
        <header>%s</header>
        <main>
        %s
        </main>
        <script>
        %s</script>
        </body>
        </html>
        """
        .formatted(
            total.questions(), resource("report.css"), header(), sections(), resource("report.js"));
  }

  private static String resource(String name) {
    try (InputStream in = HtmlPage.class.getResourceAsStream("/onrecord/bot/evaluation/" + name)) {
      if (in == null) {
        throw new IllegalStateException("The program lacks its " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the program's " + name, e);
    }
  }

  private String header() {
    var facts =
        List.of(
            fact("questions", number("%,d", total.questions())),
            fact("bot", text(report.bot())),
            fact("corpus", text(report.corpusRevision())),
            fact("composer", text(String.join(", ", report.composers()))),
            fact("run", text(TIME.format(report.ranAt()))));
    return tag("p", "eyebrow", "OnRecord · evaluation")
        + tag("h1", "", headline())
        + tag("dl", "facts", String.join("", facts))
        + thresholds();
  }

  private static String fact(String name, String value) {
    return tag("div", "", tag("dt", "", name), tag("dd", "", value));
  }

  private String headline() {
    int wrong = report.failed().size();
    return wrong == 0
        ? "Nothing is wrong with any answer"
        : number("%,d of %,d answers have a fault", wrong, total.questions());
  }

  private String thresholds() {
    var chips =
        thresholds.stream()
            .map(threshold ->
                tag(
                    "li",
                    threshold.isMetBy(total) ? "met" : "missed",
                    text(
                        threshold.isMetBy(total)
                            ? threshold.measure().key() + " holds"
                            : threshold.shortfall(total))))
            .toList();
    return chips.isEmpty() ? "" : tag("ul", "thresholds", String.join("", chips));
  }

  private String sections() {
    var sections = new ArrayList<String>();
    sections.add(tiles());
    sections.add(measures());
    sections.add(section("verdicts", "Verdicts", tag("div", "scroll", Charts.confusion(report.confusion()))));
    sections.add(losses());
    sections.add(parts("kinds", "By kind", report.sortedBy(outcome -> outcome.question().kind())));
    sections.add(parts("languages", "By language", report.sortedBy(outcome -> outcome.question().lang())));
    if (report.by(Outcome::suite).size() > 1) {
      sections.add(parts("suites", "By suite", report.by(Outcome::suite)));
    }
    sections.add(latency());
    sections.add(new FailedQuestions(report).section());
    sections.add(method());
    return String.join("\n", sections);
  }

  static String section(String id, String title, String... content) {
    return "<section id=\"%s\">%s%s</section>"
        .formatted(id, tag("h2", "", title), String.join("\n", content));
  }

  private String tiles() {
    var tiles = new ArrayList<String>();
    for (var measure : Report.tiles()) {
      var score = total.score(measure);
      if (score.isMeasured()) {
        tiles.add(
            tag(
                "div",
                "tile " + tone(score),
                tag("p", "name", text(measure.title())),
                tag("p", "big", big(score)),
                tag("p", "note", note(score)),
                change(measure)));
      }
    }
    tiles.add(
        tag(
            "div",
            "tile",
            tag("p", "name", "Median latency"),
            tag("p", "big", number("%.0f<small> ms</small>", report.latency().at(0.5))),
            tag("p", "note", number("99th percentile %.0f ms", report.latency().at(0.99)))));
    return tag("div", "tiles", String.join("", tiles));
  }

  private static String tone(Score score) {
    return switch (score.measure().form()) {
      case SHARE -> score.value() >= 0.95 ? "good" : score.value() >= 0.8 ? "fair" : "poor";
      case FAULT -> score.value() <= 0.02 ? "good" : score.value() <= 0.1 ? "fair" : "poor";
      case COUNT -> score.value() == 0 ? "good" : "poor";
    };
  }

  private static String big(Score score) {
    return score.measure().form() == Measure.Form.COUNT
        ? number("%.0f", score.value())
        : number("%.1f<small> %%</small>", 100 * score.value());
  }

  private static String note(Score score) {
    return score.measure().form() == Measure.Form.COUNT
        ? number("of %,.0f", score.whole())
        : number("%.1f – %.1f %%, n = %,.0f", 100 * score.interval().low(), 100 * score.interval().high(), score.whole());
  }

  private String change(Measure measure) {
    return comparison
        .map(found -> found.differences().get(measure))
        .filter(difference -> difference != null)
        .map(difference -> tag("p", "change " + direction(difference), shown(difference)))
        .orElse("");
  }

  private static String direction(Difference difference) {
    double gain = difference.after() - difference.before();
    boolean better = difference.measure().form() == Measure.Form.SHARE ? gain > 0 : gain < 0;
    return !difference.isSignificant() || gain == 0 ? "same" : better ? "better" : "worse";
  }

  private static String shown(Difference difference) {
    double gain = difference.after() - difference.before();
    return difference.measure().form() == Measure.Form.COUNT
        ? number("%+.0f against the baseline", gain)
        : number("%+.1f points, p = %s", 100 * gain, p(difference.p()));
  }

  private static String p(double p) {
    return p < 0.001 ? "&lt; 0.001" : number("%.3f", p);
  }

  private String measures() {
    var shares =
        total.measured().stream()
            .filter(score -> score.measure().form() == Measure.Form.SHARE)
            .toList();
    double from = axis(shares);
    var head = new ArrayList<>(List.of("measure", "value", number("%.0f – 100 %%", 100 * from), "95 % interval", "of"));
    if (comparison.isPresent()) {
      head.addAll(List.of("baseline → this run", "difference", "p"));
    }
    var rows = new StringBuilder(Html.row("th", head));
    for (var score : total.measured()) {
      if (FAMILIES.containsKey(score.measure())) {
        rows.append(family(FAMILIES.get(score.measure()), head.size()));
      }
      rows.append(Html.row("td", cells(score, from)));
    }
    var remark =
        comparison
            .map(found ->
                tag(
                    "p",
                    "remark",
                    number(
                        "Differences are over the %,d questions that both runs were asked. One in twenty comparisons is below p = 0.05 by chance alone.",
                        found.questions())))
            .orElse("");
    return section(
        "measures", "Measures", tag("div", "scroll", tag("table", "measures", rows.toString())), remark);
  }

  private static String family(String name, int columns) {
    return "<tr class=\"family\"><th colspan=\"%d\">%s</th></tr>\n".formatted(columns, name);
  }

  /// Where the axis of shares begins: the tenth below the lowest interval.
  private static double axis(List<Score> shares) {
    double lowest = shares.stream().mapToDouble(score -> score.interval().low()).min().orElse(0);
    return Math.min(0.9, Math.max(0, Math.floor(lowest * 10) / 10));
  }

  private List<String> cells(Score score, double from) {
    var measure = score.measure();
    boolean count = measure.form() == Measure.Form.COUNT;
    var cells = new ArrayList<String>();
    cells.add(
        "<details><summary>%s</summary><p>%s</p><p class=\"source\">%s · <code>%s</code></p></details>"
            .formatted(
                text(measure.title()), text(measure.definition()), text(measure.source()), measure.key()));
    cells.add(tag("b", "", count ? number("%.0f", score.value()) : percent(score.value())));
    cells.add(
        measure.form() == Measure.Form.SHARE
            ? Charts.whisker(score.value(), score.interval(), from)
            : tag("span", "quiet", "the lower the better"));
    cells.add(
        count
            ? "–"
            : number("%.1f – %.1f", 100 * score.interval().low(), 100 * score.interval().high()));
    cells.add(number("%,.0f", score.whole()));
    comparison.ifPresent(found -> cells.addAll(against(found.differences().get(measure))));
    return cells;
  }

  private static List<String> against(@Nullable Difference difference) {
    if (difference == null) {
      return List.of("–", "–", "–");
    }
    boolean count = difference.measure().form() == Measure.Form.COUNT;
    double gain = difference.after() - difference.before();
    var mcNemar = difference.mcNemar();
    return List.of(
        count
            ? number("%.0f → %.0f", difference.before(), difference.after())
            : percent(difference.before()) + " → " + percent(difference.after()),
        tag(
            "span",
            direction(difference),
            count
                ? number("%+.0f", gain)
                : number(
                    "%+.1f <small>[%+.1f, %+.1f]</small>",
                    100 * gain, 100 * difference.interval().low(), 100 * difference.interval().high())),
        p(difference.p())
            + (mcNemar == null ? "" : number(" <small>+%d −%d</small>", mcNemar.gained(), mcNemar.lost())));
  }

  private String losses() {
    var counts = new LinkedHashMap<String, Integer>();
    report.losses().forEach((lost, count) -> counts.put(lost.words(), count));
    return counts.isEmpty()
        ? ""
        : section(
            "losses",
            "What step lost them",
            tag("div", "scroll", Charts.bars(counts)),
            tag(
                "p",
                "remark",
                "The first step that did not do its part, for each answer with a fault."));
  }

  private String parts(String id, String title, Map<String, List<Outcome>> parts) {
    var measures = Report.headlines();
    var head = new ArrayList<>(List.of("", "questions", "", "verdict"));
    measures.stream()
        .filter(measure -> measure != Measure.VERDICT)
        .forEach(measure -> head.add(text(measure.title().toLowerCase(Locale.ROOT))));
    var boards = new TreeMap<String, Scoreboard>();
    parts.forEach((name, outcomes) -> boards.put(name, Scoreboard.of(outcomes, measures)));
    double from = axis(boards.values().stream().map(board -> board.score(Measure.VERDICT)).toList());
    head.set(2, number("%.0f – 100 %%", 100 * from));
    var rows = new StringBuilder(Html.row("th", head));
    boards.forEach((name, board) -> {
      var verdict = board.score(Measure.VERDICT);
      var cells = new ArrayList<String>();
      cells.add(tag("b", "", text(name)));
      cells.add(number("%,d", board.questions()));
      cells.add(Charts.whisker(verdict.value(), verdict.interval(), from));
      measures.forEach(measure -> cells.add(share(board.score(measure))));
      rows.append(Html.row("td", cells));
    });
    return section(id, title, tag("div", "scroll", tag("table", "parts", rows.toString())));
  }

  private static String share(Score score) {
    if (!score.isMeasured()) {
      return tag("span", "quiet", "–");
    }
    return tag(
        "span",
        tone(score),
        score.measure().form() == Measure.Form.COUNT
            ? number("%.0f", score.value())
            : percent(score.value()));
  }

  private String latency() {
    var latency = report.latency();
    if (latency.sorted().isEmpty()) {
      return "";
    }
    var tokens = report.tokens();
    return section(
        "latency",
        "Latency and cost",
        tag("div", "scroll", Charts.latency(latency)),
        tag(
            "p",
            "remark",
            number(
                "%,d answers: median %.1f ms, 90th percentile %.1f, 95th %.1f, 99th %.1f, longest %.1f ms. Chat model: %,d tokens read, %,d written.",
                latency.sorted().size(),
                latency.at(0.5),
                latency.at(0.9),
                latency.at(0.95),
                latency.at(0.99),
                latency.at(1),
                tokens.prompt(),
                tokens.completion())));
  }

  private static String method() {
    return section(
        "method",
        "How this was measured",
        """
        <ul>
        <li>Intervals are 95 % percentile bootstrap intervals of 2,000 draws with a fixed seed (Efron and Tibshirani 1993).
        What is drawn are clusters: all wordings of one question together, since they are not independent. Where all are
        right, or all wrong, no draw can show what was not seen; there the exact bound of Clopper and Pearson (1934) stands.</li>
        <li>Differences to a baseline: p is McNemar's exact test (1947) for a plain yes or no of independent questions, else the
        paired test by approximate randomization (Noreen 1989) over clusters; small figures behind p are the questions gained and lost.</li>
        <li>Latency is that of the whole answer; percentiles by the nearest rank.</li>
        <li>The step that lost an answer is the first of: the gold place has no passages or its passages lack the figure (not parsed);
        none of its passages was found (not retrieved); the verdict is wrong all the same (ruled wrongly); another passage was
        chosen (not selected); the sentence was dropped, or passed though nothing bears it out (verification).</li>
        <li>Every measure says what it counts, and after whom, where it is named above.</li>
        </ul>
        """);
  }
}
