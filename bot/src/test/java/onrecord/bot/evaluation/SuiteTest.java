package onrecord.bot.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import onrecord.bot.Verdict;
import onrecord.bot.evaluation.SuiteQuestion.GoldPlace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
                    new GoldPlace("2025-071", null, null, List.of(1, 2)),
                    new GoldPlace("2025-078", null, "3", List.of()),
                    new GoldPlace(null, "profile.md", null, List.of(4)))));
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
