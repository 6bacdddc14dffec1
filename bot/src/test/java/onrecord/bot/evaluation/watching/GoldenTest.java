package onrecord.bot.evaluation.watching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import onrecord.bot.evaluation.BrokenSuiteException;
import onrecord.bot.evaluation.Reply;
import onrecord.bot.evaluation.SuiteQuestion;
import onrecord.bot.evaluation.SuiteQuestion.Spot;
import onrecord.bot.evaluation.asking.Bot;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class GoldenTest {

  private static final Clock NOW =
      Clock.fixed(Instant.parse("2025-11-20T01:00:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  @Test
  void anAnswerThatChangedSinceTheLastTimeIsToldWithWhatDiffers() throws IOException {
    var bot = new Changing("您好！营收为1亿元。谢谢。");
    var golden = golden(bot);

    assertThat(golden.run(GoldenRun.START).changes()).isEmpty();
    assertThat(golden.run("无关公告").changes()).isEmpty();
    bot.text = "您好！营收为2亿元。谢谢。";
    var run = golden.run("2025年年度报告");

    assertThat(run.changes())
        .singleElement()
        .satisfies(change ->
            assertThat(change.diff().text())
                .isEqualTo("  ANSWERED\n  您好！\n- 营收为1亿元。\n+ 营收为2亿元。\n  谢谢。\n"));
    assertThat(meters.get("onrecord.golden.changed").gauge().value()).isEqualTo(1);
    assertThat(golden.runs()).as("the newest first").hasSize(3).first().isEqualTo(run);
    assertThat(golden.run("无关公告").changes()).as("the new answer is held against").isEmpty();
  }

  @Test
  void theLastAnswersOutliveTheProgram() throws IOException {
    golden(new Changing("一。")).run(GoldenRun.START);

    assertThat(golden(new Changing("二。")).run(GoldenRun.START).changes()).hasSize(1);
  }

  @Test
  void theSuiteMayComeLater() {
    var golden = new Golden(folder.resolve("later.jsonl"), new Changing(""), folder, NOW, meters);

    assertThat(golden.run(GoldenRun.START).questions()).isZero();
  }

  /// The first occasion is held up until the others are there.
  @Test
  void occasionsThatComeTogetherHaveOneRun() throws Exception {
    var golden = golden(new Changing("一。"));
    var begun = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    try (var runs =
        new GoldenRuns(
            golden,
            () -> {
              begun.countDown();
              go.await();
            })) {
      runs.start();
      runs.after(GoldenRun.START);
      begun.await();
      runs.after("更正公告");
      runs.after("第三季度报告");
      go.countDown();
      Awaitility.await().until(() -> !golden.runs().isEmpty());

      assertThat(golden.runs())
          .singleElement()
          .extracting(GoldenRun::occasion)
          .isEqualTo("更正公告, 第三季度报告");
    }
  }

  @Test
  void aBrokenSuiteIsToldAtTheStart() throws IOException {
    var suite = Files.writeString(folder.resolve("golden.jsonl"), "{\n");

    assertThatExceptionOfType(BrokenSuiteException.class)
        .isThrownBy(() -> new Golden(suite, new Changing(""), folder, NOW, meters))
        .withMessageContaining("golden.jsonl:1");
  }

  private Golden golden(Bot bot) throws IOException {
    var suite =
        Files.writeString(
            folder.resolve("golden.jsonl"),
            "{\"id\": \"a\", \"question\": \"营收？\", \"verdict\": \"ANSWERED\"}\n");
    return new Golden(suite, bot, folder.resolve("golden"), NOW, meters);
  }

  /// Says what it is told to.
  private static final class Changing implements Bot {

    private String text;

    Changing(String text) {
      this.text = text;
    }

    @Override
    public String name() {
      return "changing";
    }

    @Override
    public String corpusRevision() {
      return "r1";
    }

    @Override
    public Reply ask(SuiteQuestion question) {
      return new Reply(
          JsonMapper.shared().valueToTree(Map.of("verdict", "ANSWERED", "text", text)),
          1,
          List.of());
    }

    @Override
    public List<String> passagesAt(Spot spot) {
      return List.of();
    }
  }
}
