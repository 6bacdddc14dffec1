package onrecord.bot.evaluation.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import onrecord.bot.evaluation.Grader;
import onrecord.bot.evaluation.Lost;
import onrecord.bot.evaluation.Provenance;
import onrecord.bot.evaluation.Reply;
import onrecord.bot.evaluation.SuiteLine;
import onrecord.bot.evaluation.measuring.Measure;
import onrecord.bot.evaluation.measuring.Outcome;
import onrecord.bot.evaluation.measuring.Threshold;
import onrecord.bot.evaluation.reporting.Report.Baseline;
import onrecord.bot.evaluation.reporting.Report.Finding;
import onrecord.prompts.Prompts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import tools.jackson.databind.json.JsonMapper;

class ReportFilesTest {

  private static final Grader GRADER = new Grader(new Provenance(Prompts.bundled()));

  private static final Finding RIGHT = finding("right", "ANSWERED", "ANSWERED", null);
  private static final Finding WRONG =
      finding("wrong", "<b>毛利率</b>&", "DEFERRED", Lost.RULED_WRONGLY);

  @Test
  void thePageShowsEachFailedQuestionWithWhatIsKnownOfIt() {
    var page = new HtmlPage(report(null, RIGHT, WRONG), List.of()).page();

    assertThat(page)
        .contains(
            "1 of 2 answers have a fault",
            "data-lost=\"ruled wrongly\"",
            "&lt;b&gt;毛利率&lt;/b&gt;&amp;",
            "ANSWERED, not DEFERRED",
            "2025-018, p. 6",
            "the evidence &lt;i&gt;",
            "Forecasts leaked")
        .doesNotContain("<b>毛利率</b>", "the evidence <i>");
  }

  @Test
  void thePageNeedsNothingBesidesItself() {
    var page = new HtmlPage(report(null, RIGHT, WRONG), List.of()).page();

    assertThat(page).doesNotContain("<link", "src=", "@import", "url(", "http://", "https://");
  }

  @Test
  void theBaselineStandsBesideTheAnswer() {
    var before = finding("wrong", "毛利率", "DEFERRED", null).outcome();
    var mended = finding("right", "毛利率", "DEFERRED", null).outcome();

    var page =
        new HtmlPage(
                report(new Baseline("before", List.of(before, mended)), RIGHT, WRONG), List.of())
            .page();

    assertThat(page).contains("This run", "Baseline", "baseline → this run", "Right now, wrong in the baseline (1)");
  }

  @Test
  void aRunWithoutFaultsSaysSo() {
    assertThat(new HtmlPage(report(null, RIGHT), List.of()).page())
        .contains("Nothing is wrong with any answer")
        .doesNotContain("id=\"failed\"");
  }

  @Test
  void theSummaryHoldsEveryMeasureWithItsInterval() {
    var summary = JsonMapper.shared().readTree(new SummaryFile(report(null, RIGHT, WRONG)).text());

    assertThat(summary.at("/questions").asInt()).isEqualTo(2);
    assertThat(summary.at("/failed").asInt()).isEqualTo(1);
    assertThat(summary.at("/measures/verdict/value").asDouble()).isEqualTo(0.5);
    assertThat(summary.at("/measures/verdict/part").asInt()).isEqualTo(1);
    assertThat(summary.at("/measures/verdict/of").asInt()).isEqualTo(2);
    assertThat(summary.at("/measures/verdict/low").asDouble()).isLessThan(0.5);
    assertThat(summary.at("/measures/leaks/value").asInt()).isEqualTo(1);
    assertThat(summary.at("/confusion/DEFERRED/ANSWERED").asInt()).isEqualTo(1);
    assertThat(summary.at("/lost/ruled wrongly").asInt()).isEqualTo(1);
    assertThat(summary.at("/kinds/k/questions").asInt()).isEqualTo(2);
    assertThat(summary.at("/languages/zh/measures/verdict/value").asDouble()).isEqualTo(0.5);
    assertThat(summary.at("/failedQuestions/0").asString()).isEqualTo("s.jsonl/wrong");
    assertThat(summary.at("/latency/p50").asDouble()).isEqualTo(7);
  }

  @Test
  void twoRunsOverTheSameGiveTheSameSummary() {
    assertThat(new SummaryFile(report(null, RIGHT, WRONG)).text())
        .isEqualTo(new SummaryFile(report(null, RIGHT, WRONG)).text());
  }

  @Test
  void testResultsNameEachQuestionAndThresholdThatFell() throws Exception {
    var thresholds =
        List.of(new Threshold(Measure.VERDICT, 0.9), new Threshold(Measure.UNSUPPORTED, 9));
    var xml = new JUnitFile(report(null, RIGHT, WRONG), thresholds).text();

    var root =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(xml)))
            .getDocumentElement();
    var suites = elements(root, "testsuite");

    assertThat(suites)
        .extracting(suite -> suite.getAttribute("name") + suite.getAttribute("tests") + suite.getAttribute("failures"))
        .containsExactly("s.jsonl21", "thresholds21");
    assertThat(elements(root, "failure"))
        .extracting(failure -> failure.getAttribute("message"))
        .containsExactly(
            "ANSWERED, not DEFERRED; does not cite 2025-018, p. 6",
            "verdict is 0.5, below 0.9.");
  }

  @Test
  void controlCharactersDoNotBreakTheTestResults() {
    var bell = finding("be\u0007ll", "毛利率", "DEFERRED", null);

    assertThat(new JUnitFile(report(null, bell), List.of()).text())
        .contains("be�ll")
        .doesNotContain("\u0007");
  }

  @Test
  void theTableHasARowForEachSuiteAndOneForAll() {
    var other =
        new Finding(
            new Outcome("t.jsonl", 1, RIGHT.outcome().reply(), RIGHT.outcome().grade()), null);

    assertThat(new ResultsTable(report(null, RIGHT, WRONG, other)).lines())
        .hasSize(5)
        .element(4)
        .asString()
        .startsWith("| together | 3 | 66.7 % (2/3) |");
  }

  private static List<Element> elements(Element root, String name) {
    var nodes = root.getElementsByTagName(name);
    var elements = new ArrayList<Element>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static Report report(@Nullable Baseline baseline, Finding... findings) {
    return new Report(
        "bot", "r7", OffsetDateTime.parse("2025-11-20T09:00:00+08:00"), List.of(findings), baseline);
  }

  /// An answer to a question for which another verdict may be right.
  private static Finding finding(String id, String text, String gold, @Nullable Lost lost) {
    var question =
        SuiteLine.read(
            JsonMapper.shared()
                .valueToTree(
                    Map.of(
                        "id", id,
                        "question", text,
                        "kind", "k",
                        "verdict", gold,
                        "citations",
                        gold.equals("DEFERRED")
                            ? List.of(Map.of("announcementNumber", "2025-018", "page", 6))
                            : List.of())));
    var reply =
        new Reply(
            JsonMapper.shared()
                .valueToTree(
                    Map.of(
                        "verdict", "ANSWERED",
                        "text", "",
                        "composer", "extractive",
                        "evidence", List.of(Map.of("text", "the evidence <i>")))),
            7,
            List.of());
    return new Finding(new Outcome("s.jsonl", 1, reply, GRADER.grade(question, reply)), lost);
  }
}
