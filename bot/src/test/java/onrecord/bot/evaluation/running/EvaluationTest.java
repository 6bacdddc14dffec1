package onrecord.bot.evaluation.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import onrecord.bot.evaluation.Suite;
import onrecord.bot.evaluation.measuring.Measure;
import onrecord.bot.evaluation.reporting.Report;
import onrecord.prompts.Prompts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationTest {

  private static final String[] FIVE = {
    line("a", "ANSWERED", "ANSWERED"),
    line("b", "DEFERRED", "DEFERRED"),
    line("c", "DEFERRED", "ANSWERED"),
    line("d", "NOT_DISCLOSED", "NOT_DISCLOSED"),
    line("e", "OUT_OF_SCOPE", "OUT_OF_SCOPE"),
  };

  @TempDir Path folder;

  @Test
  void everyQuestionIsAskedOnceAndResultsKeepTheSuitesOrder() throws IOException {
    var clerk = new Clerk("r1");

    var report = run(clerk, FIVE);

    assertThat(clerk.asked()).hasSize(5);
    assertThat(Files.readAllLines(folder.resolve("report/results.jsonl")))
        .extracting(line -> line.replaceAll(".*?\"id\":\"(\\w)\".*", "$1"))
        .containsExactly("a", "b", "c", "d", "e");
    assertThat(report.total().score(Measure.VERDICT).value()).isEqualTo(4.0 / 5);
    assertThat(report.failed()).singleElement().matches(one -> one.outcome().question().id().equals("c"));
  }

  @Test
  void aRunThatWasBrokenOffGoesOnWhereItWas() {
    var first = new Clerk("r1").breakingAfter(3);
    assertThatIllegalStateException().isThrownBy(() -> run(first, FIVE));
    var second = new Clerk("r1");

    var report = run(second, FIVE);

    assertThat(first.asked()).hasSize(3);
    assertThat(second.asked()).hasSize(2);
    assertThat(report.findings()).hasSize(5);
  }

  @Test
  void aLineThatWasBrokenOffIsAskedAnew() throws IOException {
    assertThatIllegalStateException().isThrownBy(() -> run(new Clerk("r1").breakingAfter(3), FIVE));
    Files.writeString(
        folder.resolve("report/results.jsonl"),
        "{\"suite\":\"suite.jsonl\",\"id\":\"d\",\"rou",
        StandardOpenOption.APPEND);
    var second = new Clerk("r1");

    assertThat(run(second, FIVE).findings()).hasSize(5);
    assertThat(second.asked()).hasSize(2);
  }

  @Test
  void aFinishedRunOrOneOverAnotherCorpusIsDoneAnew() {
    run(new Clerk("r1"), FIVE);
    var again = new Clerk("r1");
    run(again, FIVE);
    assertThat(again.asked()).hasSize(5);

    assertThatIllegalStateException().isThrownBy(() -> run(new Clerk("r1").breakingAfter(3), FIVE));
    var other = new Clerk("r2");
    run(other, FIVE);
    assertThat(other.asked()).hasSize(5);
  }

  @Test
  void goldThatChangedMeanwhileIsTheOneThatCounts() {
    assertThatIllegalStateException()
        .isThrownBy(() -> run(new Clerk("r1").breakingAfter(1), line("a", "DEFERRED", "ANSWERED"), FIVE[1]));

    var report = run(new Clerk("r1"), line("a", "DEFERRED", "DEFERRED"), FIVE[1]);

    assertThat(report.failed()).isEmpty();
  }

  @Test
  void whatGotNoAnswerIsCountedAndAskedAgain() {
    var report = run(new Clerk("r1"), line("a", "什么", "ANSWERED"), FIVE[1]);

    assertThat(report.unanswered()).isEqualTo(1);
    assertThat(report.total().score(Measure.VERDICT).value()).isEqualTo(0.5);
  }

  @Test
  void questionsArePutAsOftenAsAskedFor() {
    var clerk = new Clerk("r1");

    var report =
        new Evaluation(clerk, Prompts.bundled(), 3, 2, Progress.UNSEEN)
            .run(suites(FIVE), folder.resolve("report"), null);

    assertThat(clerk.asked()).hasSize(15);
    assertThat(report.total().score(Measure.CONSISTENCY).value()).isEqualTo(1);
    assertThat(report.total().questions()).isEqualTo(5);
  }

  @Test
  void anEarlierReportIsTheBaseline() throws IOException {
    run(new Clerk("r1"), FIVE);
    Files.move(folder.resolve("report"), folder.resolve("before"));
    var mended = FIVE.clone();
    mended[2] = line("c", "DEFERRED", "DEFERRED");

    var report =
        new Evaluation(new Clerk("r1"), Prompts.bundled(), 2)
            .run(suites(mended), folder.resolve("report"), folder.resolve("before"));

    var difference =
        Objects.requireNonNull(
            report.comparison().orElseThrow().differences().get(Measure.VERDICT));
    assertThat(difference.before()).isEqualTo(0.8);
    assertThat(difference.after()).isEqualTo(1);
    assertThat(report.comparison().orElseThrow().questions()).isEqualTo(5);
  }

  @Test
  void aBaselineThatIsNotThereIsRefusedBeforeAnythingIsAsked() {
    var clerk = new Clerk("r1");

    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new Evaluation(clerk, Prompts.bundled(), 2)
                .run(suites(FIVE), folder.resolve("report"), folder.resolve("none")))
        .withMessageContaining("none");
    assertThat(clerk.asked()).isEmpty();
  }

  private Report run(Clerk clerk, String first, String... more) {
    var lines = new String[more.length + 1];
    lines[0] = first;
    System.arraycopy(more, 0, lines, 1, more.length);
    return run(clerk, lines);
  }

  private Report run(Clerk clerk, String[] lines) {
    return new Evaluation(clerk, Prompts.bundled(), 1)
        .run(suites(lines), folder.resolve("report"), null);
  }

  private List<Suite> suites(String... lines) {
    try {
      return Suite.readAll(List.of(Files.write(folder.resolve("suite.jsonl"), List.of(lines))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String line(String id, String question, String verdict) {
    return "{\"id\": \"%s\", \"question\": \"%s\", \"verdict\": \"%s\"}"
        .formatted(id, question, verdict);
  }
}
