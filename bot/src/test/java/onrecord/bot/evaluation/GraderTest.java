package onrecord.bot.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import onrecord.bot.evaluation.Grade.FigureGrade;
import onrecord.bot.evaluation.Grade.PlaceGrade;
import onrecord.prompts.Prompts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GraderTest {

  private static final Grader GRADER = new Grader(new Provenance(Prompts.bundled()));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2025年前三季度营业收入为73,403.32万元。        | true  | true  | true",
        "2025年前三季度营业收入为734,033,200元。        | true  | true  | true",
        "2025年1-9月营业收入为7.34亿元。                | true  | true  | true",
        "营业收入 2025年9月30日止九个月 73,403.32万元。 | true  | true  | true",
        "2025年第三季度营业收入为73,403.32万元。        | true  | true  | false",
        "2025年前三季度营业收入为73,403.32元。          | true  | false | false",
        "2025年前三季度营业收入 73,403.32。             | true  | false | false",
        "2025年前三季度营业收入为73,403.32%。           | true  | false | false",
        "2025年前三季度营业收入为74,403.32万元。        | false | false | false",
      })
  void aFigureIsRightInValueUnitAndPeriod(
      String sentence, boolean value, boolean unit, boolean period) {
    var grade = graded(QUESTION, answer(sentence, ""));

    assertThat(grade.figures())
        .singleElement()
        .extracting(FigureGrade::value, FigureGrade::unit, FigureGrade::period)
        .containsExactly(value, unit, period);
  }

  @Test
  void thePeriodMayStandInTheHeadingOfTheCellThatIsCited() {
    assertThat(figure(answer("营业收入为73,403.32万元。", "2025年1-9月")).period()).isTrue();
    assertThat(figure(answer("营业收入为73,403.32万元。", "2024年1-9月")).period()).isFalse();
  }

  @Test
  void aDeclineMayBeStatedWithoutItsSign() {
    var question =
        question(
            """
            {"id": "a", "question": "?", "verdict": "ANSWERED", "figures": [{"value": "-12.25", "unit": "%"}]}
            """);

    assertThat(graded(question, answer("同比下降12.25%。", "")).figures().getFirst().isRight())
        .isTrue();
  }

  @Test
  void aFigureOfNoUnitIsRightInAny() {
    var question =
        question(
            """
            {"id": "a", "question": "?", "verdict": "ANSWERED", \
            "figures": [{"value": "88100000", "tolerance": "0.01"}]}
            """);

    assertThat(graded(question, answer("Total was $88.1 million.", "")).figures().getFirst())
        .matches(FigureGrade::isRight);
  }

  @Test
  void aPlaceIsCitedAtAnyOfItsSpotsAndFoundAtTheFirstPassageThere() {
    var question =
        question(
            """
            {"id": "a", "question": "?", "verdict": "ANSWERED", "citations": [
             [{"announcementNumber": "2025-071", "page": [2, 7]}, {"file": "record.pdf", "item": "3"}],
             {"announcementNumber": "2025-018", "page": 4}]}
            """);
    var reply =
        new Reply(
            answer("。", ""),
            1,
            List.of(
                new Place("2025-018", "annual.pdf", null, List.of(3)),
                new Place(null, "record.pdf", "3", List.of(1)),
                new Place("2025-018", "annual.pdf", null, List.of(3, 4))));

    var grade = GRADER.grade(question, reply);

    assertThat(grade.places()).containsExactly(new PlaceGrade(true, 2), new PlaceGrade(false, 3));
    assertThat(grade.citations()).isEqualTo(1);
    assertThat(grade.rightCitations()).isEqualTo(1);
    assertThat(grade.citesGold()).isFalse();
  }

  @Test
  void whatIsNoAnswerIsWrong() {
    var grade = GRADER.grade(QUESTION, Reply.failed("500 sorry", 3));

    assertThat(grade.verdict()).isNull();
    assertThat(grade.isVerdictRight()).isFalse();
    assertThat(grade.isRight()).isFalse();
    assertThat(grade.isDeferral()).isFalse();
  }

  private static final SuiteQuestion QUESTION =
      question(
          """
          {"id": "a", "question": "?", "verdict": "ANSWERED", "figures": [{"value": "73403.32", \
          "unit": "万元", "period": {"from": "2025-01-01", "to": "2025-09-30"}}]}
          """);

  private static SuiteQuestion question(String line) {
    return SuiteLine.read(JsonMapper.shared().readTree(line));
  }

  private static FigureGrade figure(JsonNode answer) {
    return graded(QUESTION, answer).figures().getFirst();
  }

  private static Grade graded(SuiteQuestion question, JsonNode answer) {
    return GRADER.grade(question, answer);
  }

  /// An answer of one sentence that cites page 2 of 2025-071, in a column of this heading.
  private static JsonNode answer(String sentence, String column) {
    var answer = JsonMapper.shared().createObjectNode();
    answer.put("verdict", "ANSWERED");
    answer.put("text", sentence + "〔1〕");
    var claim = answer.putArray("claims").addObject();
    claim.put("text", sentence).putArray("citations").add(1);
    var citation = answer.putArray("citations").addObject();
    citation.put("number", 1).put("quote", sentence);
    citation.putObject("disclosure").put("announcementNumber", "2025-071").put("file", "q3.pdf");
    var locator = citation.putObject("locator").put("page", 2);
    locator.putObject("table").put("column", column);
    return answer;
  }
}
