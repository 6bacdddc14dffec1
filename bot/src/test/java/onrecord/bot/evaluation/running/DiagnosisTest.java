package onrecord.bot.evaluation.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import onrecord.bot.evaluation.Grader;
import onrecord.bot.evaluation.Lost;
import onrecord.bot.evaluation.Place;
import onrecord.bot.evaluation.Provenance;
import onrecord.bot.evaluation.Reply;
import onrecord.bot.evaluation.SuiteLine;
import onrecord.prompts.Prompts;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What the clerk holds stands on page 2 alone.
class DiagnosisTest {

  private static final Place PAGE_2 = new Place("2025-071", "q3.pdf", null, List.of(2));
  private static final Place PAGE_3 = new Place("2025-071", "q3.pdf", null, List.of(3));

  private static final String GOLD =
      """
      {"id": "a", "question": "?", "verdict": "ANSWERED", "facts": ["961.74万元"],
       "figures": [{"value": "961.74", "unit": "万元"}], "citations": [{"announcementNumber": "2025-071", "page": %d}]}
      """;

  @Test
  void aPageWithoutPassagesWasNotParsed() {
    assertThat(lost(GOLD.formatted(9), answer("NOT_DISCLOSED"), PAGE_2)).contains(Lost.NOT_PARSED);
  }

  @Test
  void aPageWhosePassagesLackTheFigureWasNotParsed() {
    var other = GOLD.formatted(2).replace("961.74", "961.75");

    assertThat(lost(other, answer("NOT_DISCLOSED"), PAGE_2)).contains(Lost.NOT_PARSED);
  }

  @Test
  void aPageThatIsNotAmongTheEvidenceWasNotRetrieved() {
    assertThat(lost(GOLD.formatted(2), answer("NOT_DISCLOSED"), PAGE_3))
        .contains(Lost.NOT_RETRIEVED);
  }

  @Test
  void aWrongVerdictOverTheRightEvidenceWasRuledWrongly() {
    assertThat(lost(GOLD.formatted(2), answer("NOT_DISCLOSED"), PAGE_2))
        .contains(Lost.RULED_WRONGLY);
  }

  @Test
  void aDeferralOfAFactWasRuledWronglyWhateverWasFound() {
    assertThat(lost(GOLD.formatted(2), answer("DEFERRED"), PAGE_3)).contains(Lost.RULED_WRONGLY);
  }

  @Test
  void aForecastThatWasAnsweredWasRuledWrongly() {
    assertThat(
            lost(
                "{\"id\": \"a\", \"question\": \"?\", \"verdict\": \"DEFERRED\"}",
                answer("ANSWERED")))
        .contains(Lost.RULED_WRONGLY);
  }

  @Test
  void anotherFigureOfTheRightEvidenceWasNotSelected() {
    assertThat(lost(GOLD.formatted(2), answer("ANSWERED"), PAGE_2)).contains(Lost.NOT_SELECTED);
  }

  @Test
  void aSentenceThatNothingBearsOutWasPassedByVerification() {
    var answer = answer("ANSWERED").put("text", "公司前景一片光明。");

    assertThat(
            lost("{\"id\": \"a\", \"question\": \"?\", \"verdict\": \"ANSWERED\"}", answer))
        .contains(Lost.PASSED_BY_VERIFICATION);
  }

  @Test
  void nothingIsLostWhereNothingIsWrongOrNothingIsKnown() {
    assertThat(
            lost("{\"id\": \"a\", \"question\": \"?\", \"verdict\": \"ANSWERED\"}", answer("ANSWERED")))
        .isEmpty();
    assertThat(lost(GOLD.formatted(2), JsonMapper.shared().createObjectNode().put("error", "500")))
        .isEmpty();
  }

  private static Optional<Lost> lost(String line, ObjectNode answer, Place... found) {
    var question = SuiteLine.read(JsonMapper.shared().readTree(line));
    var reply = new Reply(answer, 1, List.of(found));
    var grade = new Grader(new Provenance(Prompts.bundled())).grade(question, reply);
    return new Diagnosis(new Clerk("r1")).of(grade, reply);
  }

  private static ObjectNode answer(String verdict) {
    return JsonMapper.shared().createObjectNode().put("verdict", verdict).put("text", "");
  }
}
