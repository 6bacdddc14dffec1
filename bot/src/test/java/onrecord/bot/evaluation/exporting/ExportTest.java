package onrecord.bot.evaluation.exporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import onrecord.bot.evaluation.Reply;
import onrecord.bot.evaluation.Suite;
import onrecord.bot.evaluation.SuiteLine;
import onrecord.bot.evaluation.SuiteQuestion;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

class ExportTest {

  private static final SuiteQuestion ASKED =
      question(
          """
          {"id": "a", "question": "营业收入？\\"", "kind": "figure", "verdict": ["ANSWERED", "DEFERRED"], "asOf": "2025-11-20T09:00:00+08:00",
           "facts": [["1元", "0.1角"], "2%"], "forbidden": ["预计"]}
          """);

  private static final Reply REPLY =
      new Reply(
          JsonMapper.shared()
              .readTree(
                  """
                  {"verdict": "ANSWERED", "text": "1元，2%。", "evidence": [{"text": "营业收入 1"}, {"text": "2%"}]}
                  """),
          1500,
          List.of());

  @Test
  void aRagasRecordHasTheFieldsOfASingleTurnSample() {
    assertThat(JsonMapper.shared().readTree(Records.RAGAS.line(ASKED, REPLY)))
        .isEqualTo(
            JsonMapper.shared()
                .readTree(
                    """
                    {"user_input": "营业收入？\\"", "response": "1元，2%。", "retrieved_contexts": ["营业收入 1", "2%"], "reference": "1元; 2%"}
                    """));
  }

  @Test
  void aDeepEvalRecordHasTheFieldsOfATestCase() {
    assertThat(JsonMapper.shared().readTree(Records.DEEPEVAL.line(ASKED, REPLY)))
        .isEqualTo(
            JsonMapper.shared()
                .readTree(
                    """
                    {"name": "a", "input": "营业收入？\\"", "actual_output": "1元，2%。", "expected_output": "1元; 2%",
                     "retrieval_context": ["营业收入 1", "2%"], "completion_time": 1.5,
                     "additional_metadata": {"kind": "figure", "lang": "zh", "verdict": "ANSWERED"}}
                    """));
  }

  @Test
  void whereThereAreNoFactsTheVerdictIsTheReference() {
    var deferred =
        question("{\"id\": \"b\", \"question\": \"?\", \"verdict\": [\"DEFERRED\", \"PARTLY_DEFERRED\"]}");

    assertThat(Records.RAGAS.line(deferred, REPLY)).contains("\"DEFERRED or PARTLY_DEFERRED\"");
  }

  @Test
  void promptfooIsToldWhatToAskAndWhatToHoldAnswersAgainst() {
    var followUp =
        question("{\"id\": \"b\", \"question\": \"?\", \"verdict\": \"DEFERRED\", \"conversation\": [\"!\"]}");

    var configuration =
        parsed(
            new Promptfoo(URI.create("http://localhost:8081"))
                .configuration(List.of(new Suite("s.jsonl", List.of(ASKED, followUp)))));

    var test = first(Objects.requireNonNull(configuration.get("tests")));
    assertThat((List<?>) configuration.get("tests")).as("follow-ups are left out").hasSize(1);
    assertThat(first(Objects.requireNonNull(configuration.get("providers"))).get("config"))
        .asString()
        .contains("http://localhost:8081/api/v1/answers");
    assertThat(test.get("vars"))
        .isEqualTo(Map.of("question", "营业收入？\"", "asOf", "2025-11-20T09:00:00+08:00"));
    assertThat(values(Objects.requireNonNull(test.get("assert"))))
        .containsExactly(
            "[\"ANSWERED\",\"DEFERRED\"].includes(output.verdict)",
            "[\"1元\",\"0.1角\"].some(fact => output.text.replace(/\\s/g, '').includes(fact.replace(/\\s/g, '')))",
            "[\"2%\"].some(fact => output.text.replace(/\\s/g, '').includes(fact.replace(/\\s/g, '')))",
            "!(output.text.replace(/\\s/g, '').includes(\"预计\".replace(/\\s/g, '')))");
  }

  private static Map<?, ?> parsed(String yaml) {
    return (Map<?, ?>) new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
  }

  private static List<String> values(Object asserts) {
    return ((List<?>) asserts).stream().map(one -> String.valueOf(((Map<?, ?>) one).get("value"))).toList();
  }

  private static Map<?, ?> first(Object list) {
    return (Map<?, ?>) ((List<?>) list).getFirst();
  }

  private static SuiteQuestion question(String line) {
    return SuiteLine.read(JsonMapper.shared().readTree(line));
  }
}
