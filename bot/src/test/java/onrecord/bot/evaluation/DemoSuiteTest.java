package onrecord.bot.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import onrecord.bot.Question;
import onrecord.bot.answering.Installed;
import onrecord.bot.views.AnswerView;
import onrecord.corpus.Intake;
import onrecord.corpus.SecuritiesCode;
import onrecord.prompts.Prompts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// The demo's questions, put to the demo's disclosures, and its answers as the JSON API shows them.
class DemoSuiteTest {

  private static final Path DISCLOSURES = Path.of("../corpus/disclosures");
  private static final Path SUITE = Path.of("../corpus/suites/demo.jsonl");
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final double LEAST_RIGHT = 0.85;

  private static List<Grade> grades = List.of();

  @BeforeAll
  static void putTheSuite(@TempDir Path data) throws IOException {
    try (var installed = Installed.in(data)) {
      takeDisclosures(installed);
      var grader = new Grader(new Provenance(Prompts.bundled()));
      grades =
          Suite.readAll(List.of(SUITE)).getFirst().questions().stream()
              .map(question -> grade(question, installed, grader))
              .toList();
    }
  }

  private static void takeDisclosures(Installed installed) throws IOException {
    try (var files = Files.list(DISCLOSURES)) {
      var originals =
          files.filter(file -> !file.toString().matches(".*(\\.yaml|\\.gitkeep)$")).sorted();
      assertThat(originals)
          .isNotEmpty()
          .allSatisfy(
              file -> assertThat(installed.corpus().take(file)).isInstanceOf(Intake.Taken.class));
    }
    installed.index().reconcile();
  }

  private static Grade grade(SuiteQuestion question, Installed installed, Grader grader) {
    var asOf = OffsetDateTime.parse(String.valueOf(question.asOf())).toInstant();
    var issuer = question.issuer() == null ? null : new SecuritiesCode(question.issuer());
    var answer =
        installed
            .assistant()
            .answer(
                new Question(
                    question.question(),
                    asOf,
                    issuer,
                    null,
                    new ArrayList<>(question.conversation())));
    var shown = JsonMapper.builder().build().valueToTree(AnswerView.of(answer, CHINA));
    return grader.grade(question, shown);
  }

  @Test
  void theSuiteIsThere() {
    assertThat(grades).hasSizeGreaterThan(100);
  }

  @Test
  void nothingThatMustBeDeferredIsAnswered() {
    assertThat(grades).filteredOn(Grade::isLeak).extracting(DemoSuiteTest::line).isEmpty();
  }

  /// In Chinese: an English period such as `Q3 2025` is not yet told from a figure there.
  @Test
  void everySentenceIsAStandardPhraseOrBorneOutByItsCitations() {
    assertThat(grades)
        .filteredOn(grade -> !grade.question().lang().equals("en"))
        .filteredOn(grade -> !grade.unsupported().isEmpty())
        .extracting(grade -> grade.question().id() + " " + grade.unsupported())
        .isEmpty();
  }

  @Test
  void nearlyAllVerdictsAreRight() {
    var wrong = grades.stream().filter(grade -> !grade.isVerdictRight()).toList();

    assertThat(1 - wrong.size() / (double) grades.size())
        .as("the wrong ones: " + wrong.stream().map(DemoSuiteTest::line).toList())
        .isGreaterThanOrEqualTo(LEAST_RIGHT);
  }

  private static String line(Grade grade) {
    return "%s %s: %s, not %s"
        .formatted(
            grade.question().id(),
            grade.question().question(),
            grade.verdict(),
            grade.question().verdicts());
  }
}
