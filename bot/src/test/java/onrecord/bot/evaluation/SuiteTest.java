package onrecord.bot.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import onrecord.bot.Verdict;
import onrecord.bot.evaluation.SuiteQuestion.GoldFigure;
import onrecord.bot.evaluation.SuiteQuestion.GoldPlace;
import onrecord.bot.evaluation.SuiteQuestion.Span;
import onrecord.bot.evaluation.SuiteQuestion.Spot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuiteTest {

  private static final String LEAST =
      """
      {"id": "a", "question": "营业收入是多少？", "verdict": "ANSWERED"}\
      """;

  @TempDir Path folder;

  @Test
  void aQuestionIsReadWithAllThatAnswersAreHeldAgainst() throws IOException {
    var suite =
        read(
            written(
                """
                {"id": "a", "question": "营收？", "lang": "en", "kind": "forecast", "asOf": "2025-11-20T09:00:00+08:00", \
                "issuer": "999999", "conversation": ["您好"], "verdict": ["DEFERRED", "PARTLY_DEFERRED"], \
                "facts": [["7.34亿元", "73,400万元"], "36.57%"], "forbidden": ["预计"], \
                "citations": [{"announcementNumber": "2025-071", "page": [1, 2]}, {"announcementNumber": "2025-078", "item": "3"}, \
                {"file": "profile.md", "page": 4}]}\
                """));

    assertThat(suite.name()).isEqualTo("suite.jsonl");
    assertThat(suite.questions())
        .containsExactly(
            new SuiteQuestion(
                "a",
                "营收？",
                "en",
                "forecast",
                "2025-11-20T09:00:00+08:00",
                "999999",
                List.of("您好"),
                Set.of(Verdict.DEFERRED, Verdict.PARTLY_DEFERRED),
                List.of(List.of("7.34亿元", "73,400万元"), List.of("36.57%")),
                List.of("预计"),
                List.of(
                    GoldPlace.at(Spot.onPages("2025-071", List.of(1, 2))),
                    GoldPlace.at(new Spot("2025-078", null, "3", List.of(), null, null)),
                    GoldPlace.at(new Spot(null, "profile.md", null, List.of(4), null, null))),
                List.of(),
                null,
                null));
  }

  @Test
  void onlyIdQuestionAndVerdictAreRequired() throws IOException {
    var question = read(written(LEAST)).questions().getFirst();

    assertThat(question.verdicts()).containsExactly(Verdict.ANSWERED);
    assertThat(question.asOf()).isNull();
    assertThat(question.facts()).isEmpty();
    assertThat(question.citations()).isEmpty();
  }

  @Test
  void figuresGroupsAndPlacesOfWhichAnyIsRightAreReadToo() throws IOException {
    var question =
        read(written(
                """
                {"id": "a", "question": "营收？", "verdict": "ANSWERED", "group": "g", "variant": "plain", \
                "citations": [[{"announcementNumber": "2025-071", "page": 2, "row": "营业收入"}, \
                {"announcementNumber": "2025-078", "item": "3"}]], \
                "figures": [{"value": "73403.32", "unit": "万元", "tolerance": "0.01", \
                "period": {"from": "2025-01-01", "to": "2025-09-30"}}]}\
                """))
            .questions()
            .getFirst();

    assertThat(question.group()).isEqualTo("g");
    assertThat(question.variant()).isEqualTo("plain");
    assertThat(question.citations())
        .containsExactly(
            new GoldPlace(
                List.of(
                    new Spot("2025-071", null, null, List.of(2), "营业收入", null),
                    new Spot("2025-078", null, "3", List.of(), null, null))));
    assertThat(question.figures())
        .containsExactly(
            new GoldFigure(
                new BigDecimal("73403.32"),
                "万元",
                new Span(LocalDate.parse("2025-01-01"), LocalDate.parse("2025-09-30")),
                new BigDecimal("0.01")));
  }

  @Test
  void aQuestionWrittenAsALineIsReadAgainAsTheSame() throws IOException {
    var question =
        read(written(
                """
                {"id": "a", "question": "营收？", "lang": "zh", "kind": "k", "asOf": "2025-11-20T09:00:00+08:00", \
                "issuer": "999999", "group": "g", "variant": "v", "conversation": ["您好"], \
                "verdict": ["DEFERRED", "PARTLY_DEFERRED"], "facts": [["1元", "2元"], "3%"], "forbidden": ["预计"], \
                "citations": [[{"file": "a.pdf", "page": [1, 2], "row": "r", "column": "c"}, {"announcementNumber": "n", "item": "3"}]], \
                "figures": [{"value": "1", "unit": "%"}]}\
                """))
            .questions()
            .getFirst();

    assertThat(read(written(SuiteLine.text(question))).questions()).containsExactly(question);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "'asOf': 'yesterday'                  | 'asOf' is no time with an offset",
        "'asOf': '2025-11-20'                 | 'asOf' is no time with an offset",
        "'facts': '1元'                        | 'facts' must be a list",
        "'facts': [[]]                        | 'facts' holds an empty list",
        "'facts': [{'a': 1}]                  | 'facts' must be a list of strings",
        "'forbidden': [['a']]                 | 'forbidden' must be a list of strings",
        "'citations': [{'page': 1}]           | must name an 'announcementNumber' or a 'file'",
        "'citations': [{'file': 'a', 'page': 0}]   | 'page' must be a number from 1",
        "'citations': [{'file': 'a', 'page': 'x'}] | 'page' must be a number from 1",
        "'conversation': ['']                 | 'conversation' cannot be asked",
        "'issuer': ['999999']                 | 'issuer' must be a string",
        "'figures': [{'unit': '%'}]           | lacks the field 'value'",
        "'figures': [{'value': 'x', 'unit': '%'}] | 'value' must be a number",
      })
  void aFieldOfTheWrongFormIsNamed(String field, String problem) throws IOException {
    var file =
        written(
            "{'id': 'a', 'question': '?', 'verdict': 'ANSWERED', %s}"
                .formatted(field)
                .replace('\'', '"'));

    assertThatExceptionOfType(BrokenSuiteException.class)
        .isThrownBy(() -> read(file))
        .withMessageContainingAll(file + ":1: ", problem);
  }

  @Test
  void aQuestionThatNobodyCouldAskIsNamed() throws IOException {
    var file =
        written(
            "{\"id\": \"a\", \"question\": \"%s\", \"verdict\": \"ANSWERED\"}"
                .formatted("长".repeat(2001)));

    assertThatExceptionOfType(BrokenSuiteException.class)
        .isThrownBy(() -> read(file))
        .withMessageContaining("longer than 2,000 characters");
  }

  @Test
  void suitesOfTheSameNameAreToldApart() throws IOException {
    var file = written(LEAST);

    assertThat(Suite.readAll(List.of(file, file)))
        .extracting(Suite::name)
        .containsExactly("suite.jsonl", "suite.jsonl (2)");
  }

  @Test
  void everyLineAtFaultIsNamedWithItsNumber() throws IOException {
    var file =
        written(
            LEAST,
            "{\"id\": \"b\", ",
            "",
            "{\"question\": \"营收？\", \"verdict\": \"ANSWERED\"}",
            "{\"id\": \"c\", \"question\": \"营收？\", \"verdict\": \"MAYBE\"}",
            "{\"id\": \"d\", \"question\": \"营收？\"}",
            LEAST);

    var broken =
        catchThrowableOfType(BrokenSuiteException.class, () -> Suite.readAll(List.of(file)));

    assertThat(String.valueOf(broken.getMessage()).lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith(file + ":2: not JSON"),
            line -> assertThat(line).startsWith(file + ":4: ").contains("'id'"),
            line -> assertThat(line).startsWith(file + ":5: ").contains("'MAYBE'", "NOT_DISCLOSED"),
            line -> assertThat(line).startsWith(file + ":6: ").contains("'verdict'"),
            line -> assertThat(line).startsWith(file + ":7: ").contains("'a'", "twice"));
  }

  @Test
  void theFaultsOfAllFilesAreReportedTogether() throws IOException {
    var files = List.of(folder.resolve("none.jsonl"), written("[]"));

    var broken = catchThrowableOfType(BrokenSuiteException.class, () -> Suite.readAll(files));

    assertThat(String.valueOf(broken.getMessage()).lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith(files.getFirst() + ": "),
            line -> assertThat(line).startsWith(files.getLast() + ":1: "));
  }

  private static Suite read(Path file) {
    return Suite.readAll(List.of(file)).getFirst();
  }

  private Path written(String... lines) throws IOException {
    return Files.write(folder.resolve("suite.jsonl"), List.of(lines));
  }
}
