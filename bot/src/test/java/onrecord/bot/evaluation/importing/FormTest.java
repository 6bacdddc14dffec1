package onrecord.bot.evaluation.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import onrecord.bot.Verdict;
import onrecord.bot.evaluation.Suite;
import onrecord.bot.evaluation.SuiteQuestion;
import onrecord.bot.evaluation.SuiteQuestion.GoldFigure;
import onrecord.bot.evaluation.SuiteQuestion.GoldPlace;
import onrecord.bot.evaluation.SuiteQuestion.Spot;
import onrecord.bot.evaluation.importing.Imported.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Each form by a set of a few lines.
class FormTest {

  @TempDir Path folder;

  @Test
  void financeBenchCountsPagesFromZeroInThePublishedFile() throws IOException {
    var questions =
        read(
            Form.FINANCEBENCH,
            "set.jsonl",
            """
            {"financebench_id": "f1", "doc_name": "ACME_2022_10K", "question_reasoning": "Numerical reasoning", \
            "question": "What was revenue?", "answer": "$1577.00", "evidence": [{"evidence_page_num": 59, "doc_name": "ACME_2022_10K"}]}
            {"id": "f2", "question": "Did it grow?", "answer": "Yes, from 21.6% to 24.6%", "evidence": [{"file": "B.pdf", "page": 3}]}
            {"id": "f3", "question": "Which region?", "answer": "Rest of the world", "evidence": []}
            """);

    assertThat(questions.get(0).citations()).containsExactly(at("ACME_2022_10K.pdf", 60));
    assertThat(questions.get(0).kind()).isEqualTo("numerical reasoning");
    assertThat(questions.get(0).figures()).containsExactly(figure("1577.00", ""));
    assertThat(questions.get(1).citations()).containsExactly(at("B.pdf", 3));
    assertThat(questions.get(1).figures())
        .containsExactly(figure("21.6", "%"), figure("24.6", "%"));
    assertThat(questions.get(2).facts()).containsExactly(List.of("Rest of the world"));
  }

  @Test
  void theEnterpriseRagChallengeHasQuestionsThatCannotBeAnswered() throws IOException {
    var questions =
        read(
            Form.ERC,
            "answers.json",
            """
            [{"question": "Revenue of ACME?", "schema": "number", "answer": [88100000]},
             {"question": "Revenue of nobody?", "schema": "number", "answer": ["N/A"]},
             {"question": "Who is larger?", "schema": "name", "answer": ["ACME", "N/A"]},
             {"question": "Is it larger?", "schema": "boolean", "answer": ["yes"]}]
            """);

    assertThat(questions)
        .extracting(SuiteQuestion::verdicts)
        .containsExactly(
            Set.of(Verdict.ANSWERED),
            Set.of(Verdict.NOT_DISCLOSED, Verdict.OUT_OF_SCOPE),
            Set.of(Verdict.ANSWERED, Verdict.NOT_DISCLOSED, Verdict.OUT_OF_SCOPE),
            Set.of(Verdict.ANSWERED));
    assertThat(questions.get(0).figures()).containsExactly(figure("88100000", ""));
    assertThat(questions.get(2).facts()).containsExactly(List.of("ACME"));
    assertThat(questions.get(3).facts()).isEmpty();
  }

  @Test
  void rgbBringsPassagesThatAnswerAndPassagesThatDoNot() throws IOException {
    var imported =
        Form.RGB.read(
            written(
                "zh.json",
                """
                {"id": 0, "query": "奥运会在哪里举行？", "answer": ["北京", ["2022年", "2022"]], "positive": ["在北京举行"], "negative": ["天气很好"]}
                {"id": 1, "query": "谁得了第一？", "answer": ["某人"], "positive": [], "negative": ["没有人说"]}
                """));

    assertThat(imported.questions().getFirst().facts())
        .containsExactly(List.of("北京"), List.of("2022年", "2022"));
    assertThat(imported.questions().getFirst().citations())
        .containsExactly(GoldPlace.at(new Spot(null, "rgb-0-positive-1.md", null, List.of(), null, null)));
    assertThat(imported.questions().getLast().isUnanswerable()).isTrue();
    assertThat(imported.documents())
        .containsExactly(
            new Document("rgb-0-positive-1.md", "奥运会在哪里举行？", "在北京举行"),
            new Document("rgb-0-negative-1.md", "奥运会在哪里举行？", "天气很好"),
            new Document("rgb-1-negative-1.md", "谁得了第一？", "没有人说"));
  }

  @Test
  void beirIsReadWithJudgementsOfThreeColumnsOrFour() throws IOException {
    written("corpus.jsonl", "{\"_id\": \"d/1\", \"title\": \"T\", \"text\": \"text\"}\n");
    written(
        "queries.jsonl",
        "{\"_id\": \"q1\", \"text\": \"query\"}\n{\"_id\": \"q2\", \"text\": \"unjudged\"}\n");
    written("qrels.tsv", "query-id\tcorpus-id\tscore\nq1\td/1\t1\nq1\td2\t0\n");

    var threeColumns = Form.BEIR.read(folder);
    Files.delete(folder.resolve("qrels.tsv"));
    written("qrels.txt", "q1 0 d/1 1\nq1 0 d2 0\n");
    var fourColumns = Form.BEIR.read(folder);

    assertThat(threeColumns).isEqualTo(fourColumns);
    assertThat(threeColumns.documents()).containsExactly(new Document("d_1.md", "T", "text"));
    assertThat(threeColumns.questions())
        .singleElement()
        .satisfies(question -> {
          assertThat(question.verdicts()).containsExactlyInAnyOrder(Verdict.values());
          assertThat(question.citations())
              .containsExactly(
                  GoldPlace.at(new Spot(null, "d_1.md", null, List.of(), null, null)));
        });
  }

  @Test
  void squadAndBothLayoutsOfCmrcAreRead() throws IOException {
    var squad =
        read(
            Form.SQUAD,
            "squad.json",
            """
            {"data": [{"title": "T", "paragraphs": [{"context": "在北京举行。", "qas": [
              {"id": "1", "question": "在哪里？", "answers": [{"text": "北京"}, {"text": "北京"}]},
              {"id": "2", "question": "何时？", "is_impossible": true, "answers": []}]}]}]}
            """);
    var cmrc =
        read(
            Form.SQUAD,
            "cmrc.json",
            """
            [{"context_id": "C", "title": "T", "context_text": "在北京举行。", "qas": [
              {"query_id": "1", "query_text": "在哪里？", "answers": ["北京"]}]}]
            """);

    assertThat(squad.getFirst().facts()).containsExactly(List.of("北京"));
    assertThat(squad.getLast().isUnanswerable()).isTrue();
    assertThat(cmrc).containsExactly(squad.getFirst());
  }

  @Test
  void finTruthQaIsReadAsJsonOrAsItsTable() throws IOException {
    var json =
        read(
            Form.FINTRUTHQA,
            "set.jsonl",
            "{\"id\": \"7\", \"question\": \"股东人数？\", \"answerRelevance\": 3}\n");
    var csv =
        read(
            Form.FINTRUTHQA,
            "set.csv",
            "\uFEFFQUES,ANS\n\"股东人数，\n\"\"最新\"\"的？\",\"您好，谢谢\"\n");

    assertThat(json.getFirst().kind()).isEqualTo("relevance-3");
    assertThat(json.getFirst().verdicts()).containsExactlyInAnyOrder(Verdict.values());
    assertThat(csv).extracting(SuiteQuestion::question).containsExactly("股东人数，\n\"最新\"的？");
  }

  @Test
  void whatIsImportedIsASuiteWithItsDocumentsBesideIt() throws IOException {
    var set = written("set.json", "[{\"title\": \"A \\\"B\\\"\", \"context_text\": \"在北京。\", \"qas\": [{\"query_id\": \"1\", \"query_text\": \"在哪里？\", \"answers\": [\"北京\"]}]}]");
    var imported = Form.SQUAD.read(set);

    var suite = new ImportFolder(folder.resolve("out")).write("squad", imported);

    assertThat(Suite.readAll(List.of(suite)).getFirst().questions())
        .isEqualTo(imported.questions());
    assertThat(folder.resolve("out/squad-documents/paragraph-0001.md")).hasContent("在北京。");
    assertThat(folder.resolve("out/squad-documents/paragraph-0001.md.yaml"))
        .content()
        .contains("title: \"A \\\"B\\\"\"");
  }

  @Test
  void aBrokenLineIsNamed() throws IOException {
    var file = written("set.jsonl", "{\"id\": \"1\", \"question\": \"?\", \"answer\": \"1\"}\n{\"id\": \n");

    assertThatExceptionOfType(BrokenSetException.class)
        .isThrownBy(() -> Form.FINANCEBENCH.read(file))
        .withMessageContaining(file + ":2: not JSON");
    assertThatExceptionOfType(BrokenSetException.class)
        .isThrownBy(() -> Form.FINANCEBENCH.read(written("other.jsonl", "{\"id\": \"1\"}\n")))
        .withMessageContaining(":1: lacks 'answer'");
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNotThereIsNamed(Form form) {
    assertThatExceptionOfType(BrokenSetException.class)
        .isThrownBy(() -> form.read(folder.resolve("none")))
        .withMessageContaining("none");
  }

  private List<SuiteQuestion> read(Form form, String name, String content) throws IOException {
    return form.read(written(name, content)).questions();
  }

  private Path written(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private static GoldPlace at(String file, int page) {
    return GoldPlace.at(new Spot(null, file, null, List.of(page), null, null));
  }

  private static GoldFigure figure(String value, String unit) {
    return new GoldFigure(new BigDecimal(value), unit, null, new BigDecimal("0.01"));
  }
}
