package onrecord.bot.evaluation.reporting;

import static onrecord.bot.evaluation.reporting.Html.number;
import static onrecord.bot.evaluation.reporting.Html.tag;
import static onrecord.bot.evaluation.reporting.Html.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import onrecord.bot.evaluation.Grade;
import onrecord.bot.evaluation.measuring.Outcome;
import onrecord.bot.evaluation.reporting.Report.Finding;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The part of the page that shows each question that went wrong, with all that is known of it.
final class FailedQuestions {

  private static final int EVIDENCE = 10;

  private final Report report;
  private final Map<String, Outcome> before = new HashMap<>();

  FailedQuestions(Report report) {
    this.report = report;
    if (report.baseline() != null) {
      report.baseline().outcomes().stream()
          .filter(outcome -> outcome.round() == 1)
          .forEach(outcome -> before.put(outcome.key(), outcome));
    }
  }

  String section() {
    var failed = report.failed();
    if (failed.isEmpty()) {
      return mended();
    }
    var cards = new StringBuilder();
    failed.forEach(finding -> cards.append(card(finding)));
    return HtmlPage.section("failed", number("Answers with a fault (%,d)", failed.size()), filters(failed), cards.toString())
        + mended();
  }

  /// Questions that the baseline got wrong and this run right.
  private String mended() {
    var right =
        report.findings().stream()
            .map(Finding::outcome)
            .filter(outcome -> outcome.round() == 1 && outcome.grade().isRight())
            .filter(outcome -> {
              var was = before.get(outcome.key());
              return was != null && !was.grade().isRight();
            })
            .toList();
    if (right.isEmpty()) {
      return "";
    }
    var items = new StringBuilder();
    right.forEach(outcome ->
        items.append(
            tag("li", "", tag("code", "", text(outcome.question().id())), " ", text(outcome.question().question()))));
    return HtmlPage.section(
        "mended",
        number("Right now, wrong in the baseline (%,d)", right.size()),
        tag("ul", "mended", items.toString()));
  }

  private static String filters(List<Finding> failed) {
    return tag(
        "form",
        "filters",
        "<input type=\"search\" name=\"words\" placeholder=\"words of the question or answer\" aria-label=\"Words\">",
        choice("lost", "any step", failed, FailedQuestions::lost),
        choice("kind", "any kind", failed, finding -> finding.outcome().question().kind()),
        choice("lang", "any language", failed, finding -> finding.outcome().question().lang()),
        "<output></output>");
  }

  private static String choice(
      String name, String any, List<Finding> failed, Function<Finding, String> property) {
    var options = new StringBuilder("<option value=\"\">" + any + "</option>");
    new TreeSet<>(failed.stream().map(property).toList())
        .forEach(value -> options.append(tag("option", "", text(value))));
    return "<select name=\"%s\" aria-label=\"%s\">%s</select>".formatted(name, any, options);
  }

  private static String lost(Finding finding) {
    return finding.lost() == null ? "?" : finding.lost().words();
  }

  private String card(Finding finding) {
    var outcome = finding.outcome();
    var question = outcome.question();
    var was = before.get(outcome.key());
    return """
        <details class="card" data-lost="%s" data-kind="%s" data-lang="%s">
        <summary><span class="question">%s</span><span class="tags">%s</span><span class="faults">%s</span></summary>
        <div class="sides%s">%s%s</div>
        %s
        </details>
        """
        .formatted(
            text(lost(finding)),
            text(question.kind()),
            text(question.lang()),
            text(question.question()),
            tags(finding, was),
            text(String.join(" · ", Faults.of(outcome.grade()))),
            was == null ? "" : " two",
            answer(was == null ? "Answer" : "This run", outcome),
            was == null ? "" : answer("Baseline", was),
            tag("div", "sides two", gold(outcome.grade()), evidence(outcome)));
  }

  private static String tags(Finding finding, @Nullable Outcome was) {
    var tags = new ArrayList<String>();
    tags.add(tag("i", "lost", text(lost(finding))));
    tags.add(tag("i", "", text(finding.outcome().question().kind())));
    tags.add(tag("i", "", text(finding.outcome().question().lang())));
    if (finding.outcome().question().variant() != null) {
      tags.add(tag("i", "", text(finding.outcome().question().variant())));
    }
    if (was != null && was.grade().isRight()) {
      tags.add(tag("i", "worse", "right in the baseline"));
    }
    return String.join("", tags);
  }

  private static String answer(String title, Outcome outcome) {
    var answer = outcome.reply().answer();
    var question = outcome.question();
    var earlier = new StringBuilder();
    question.conversation().forEach(one -> earlier.append(tag("p", "earlier", text(one))));
    return tag(
        "div",
        "side",
        tag("h3", "", text(title), " ", verdict(outcome.grade())),
        earlier.toString(),
        tag("p", "text", text(outcome.grade().text() + outcome.reply().error())),
        parts(answer),
        citations(answer));
  }

  private static String verdict(Grade grade) {
    return tag(
        "span", "verdict " + (grade.isVerdictRight() ? "right" : "wrong"), grade.verdict() == null ? "no answer" : Charts.words(grade.verdict()));
  }

  private static String parts(JsonNode answer) {
    var items = new StringBuilder();
    for (var part : answer.path("parts")) {
      var signals = new ArrayList<String>();
      part.path("signals").forEach(signal -> signals.add(signal.asString("")));
      items.append(
          tag(
              "li",
              "",
              tag("b", "", text(part.path("intent").asString("") + " → " + part.path("ruling").asString(""))),
              text(part.path("reason").isString() ? " " + part.path("reason").asString() : ""),
              text(signals.isEmpty() ? "" : ": " + String.join("; ", signals))));
    }
    return items.isEmpty() ? "" : tag("ul", "rulings", items.toString());
  }

  private static String citations(JsonNode answer) {
    var items = new StringBuilder();
    for (var citation : answer.path("citations")) {
      var disclosure = citation.path("disclosure");
      var locator = citation.path("locator");
      var place =
          disclosure.path("announcementNumber").asString(disclosure.path("file").asString(""))
              + (locator.path("item").isString() ? ", item " + locator.path("item").asString() : "")
              + (locator.path("page").isNumber() ? ", p. " + locator.path("page").asInt() : "");
      items.append(
          tag(
              "li",
              "",
              text("〔" + citation.path("number").asInt() + "〕"),
              tag("b", "", text(place)),
              " ",
              text(citation.path("quote").asString(""))));
    }
    return items.isEmpty() ? "" : tag("ul", "citations", items.toString());
  }

  private static String gold(Grade grade) {
    var question = grade.question();
    var lines = new StringBuilder();
    lines.append(
        line(
            "verdict",
            grade.isVerdictRight(),
            String.join(" or ", question.verdicts().stream().map(Charts::words).toList())));
    question.facts()
        .forEach(fact ->
            lines.append(
                line(
                    "fact",
                    !grade.missingFacts().contains(fact.getFirst()),
                    String.join(" = ", fact))));
    question.forbidden()
        .forEach(word ->
            lines.append(line("not", !grade.presentForbidden().contains(word), word)));
    for (int i = 0; i < question.citations().size(); i++) {
      var place = grade.places().get(i);
      lines.append(
          line(
              "place",
              place.isCited(),
              Faults.shown(question.citations().get(i))
                  + (place.rank() > 0 ? ", found at rank " + place.rank() : "")));
    }
    grade.unsupported().forEach(sentence -> lines.append(line("unsupported", false, sentence)));
    return tag(
        "div",
        "side",
        tag("h3", "", "Gold ", tag("code", "", text(question.id()))),
        tag("ul", "gold", lines.toString()),
        question.asOf() == null ? "" : tag("p", "quiet", "asked as of ", text(question.asOf())));
  }

  private static String line(String what, boolean holds, String words) {
    return tag(
        "li",
        holds ? "holds" : "fails",
        tag("span", "mark", holds ? "✓" : "✗"),
        tag("b", "", text(what)),
        " ",
        text(words));
  }

  private static String evidence(Outcome outcome) {
    var items = new StringBuilder();
    int rank = 0;
    for (var evidence : outcome.reply().answer().path("evidence")) {
      if (rank++ == EVIDENCE) {
        break;
      }
      items.append(
          tag("li", isGold(outcome, rank) ? "gold" : "", tag("b", "", place(outcome, rank)), " ", text(evidence.path("text").asString(""))));
    }
    return tag(
        "div",
        "side",
        tag("h3", "", "Evidence"),
        items.isEmpty() ? tag("p", "quiet", "none") : tag("ol", "evidence", items.toString()));
  }

  private static boolean isGold(Outcome outcome, int rank) {
    var found = outcome.reply().found();
    return found.size() >= rank
        && outcome.question().citations().stream()
            .anyMatch(gold -> found.get(rank - 1).isAt(gold));
  }

  private static String place(Outcome outcome, int rank) {
    var found = outcome.reply().found();
    if (found.size() < rank) {
      return "";
    }
    var place = found.get(rank - 1);
    var number = place.announcementNumber() == null ? place.file() : place.announcementNumber();
    var pages = String.join("/", place.pages().stream().map(String::valueOf).toList());
    return text(number + (pages.isEmpty() ? "" : ", p. " + pages));
  }
}
