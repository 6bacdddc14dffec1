package onrecord.bot.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import onrecord.prompts.Prompts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Bean;

/// Suites are put to a bot that gives one answer to all questions.
class EvaluateTest {

  private static final String ANSWER =
      """
      {"verdict": "ANSWERED",
       "text": "2025年前三季度，公司实现营业收入73,403.32万元。〔1〕",
       "claims": [{"text": "2025年前三季度，公司实现营业收入73,403.32万元。", "citations": [1]}],
       "citations": [{"number": 1, "quote": "2025年前三季度，公司实现营业收入73,403.32万元。",
                      "disclosure": {"announcementNumber": "2025-071"}, "locator": {"page": 1}}]}
      """;

  private static final String RIGHT =
      """
      {"id": "a", "question": "前三季度营业收入？", "verdict": "ANSWERED", "facts": ["7.340332亿元"], \
      "citations": [{"announcementNumber": "2025-071", "page": [1, 2]}]}
      """;
  private static final String LEAKED =
      """
      {"id": "b", "question": "2026年营业收入？", "verdict": "DEFERRED"}
      """;

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private HttpServer bot;

  @BeforeEach
  void startBot() throws IOException {
    bot = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    bot.createContext(
        "/api/v1/answers",
        exchange -> {
          var body = ANSWER.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    bot.start();
  }

  @AfterEach
  void stopBot() {
    bot.stop(0);
  }

  @Test
  void aSuiteIsScoredAndItsGradesAreWritten() throws IOException {
    assertThat(evaluate(suite(RIGHT))).isZero();
    assertThat(out.toString())
        .contains(
            "| suite.jsonl | 1 | 100.0 % (1/1) | 100.0 % (1/1) | – | 100.0 % (1/1) | 0 | 0 |",
            "99th percentile");
    assertThat(folder.resolve("report/results.jsonl")).content().contains("\"id\":\"a\"");
  }

  @Test
  void aScoreBelowItsThresholdEndsWithOne() throws IOException {
    var suite = suite(RIGHT, LEAKED);
    assertThat(evaluate(suite, "--fail-under", "verdict=0.5,leaks=1")).isZero();
    assertThat(evaluate(suite, "--fail-under", "verdict=0.95,facts=1,leaks=0")).isEqualTo(1);
    assertThat(out.toString())
        .contains("verdict is 0.5, below 0.95.", "leaks is 1, above 0.")
        .doesNotContain("facts is");
  }

  @Test
  void everyBrokenLineOfEverySuiteIsNamedAndNothingIsAsked() throws IOException {
    var broken = suite(RIGHT, "{\"id\": \n", "\n", RIGHT, "{\"id\": \"c\", \"question\": \"?\"}\n");
    assertThat(evaluate(broken, folder.resolve("missing.jsonl").toString())).isEqualTo(2);
    assertThat(err.toString())
        .contains(
            "suite.jsonl:2: not JSON",
            "suite.jsonl:4: the id 'a' stands there twice",
            "suite.jsonl:5: lacks the field 'verdict'",
            "missing.jsonl: there is no such file");
    assertThat(folder.resolve("report")).doesNotExist();
  }

  @Test
  void aBotThatCannotBeReachedIsNamed() throws IOException {
    var suite = suite(RIGHT);
    bot.stop(0);
    assertThat(evaluate(suite)).isEqualTo(1);
    assertThat(err.toString()).contains("No bot answers at http://localhost:").hasLineCount(1);
  }

  private String suite(String... lines) throws IOException {
    return Files.writeString(folder.resolve("suite.jsonl"), String.join("", lines)).toString();
  }

  private int evaluate(String... arguments) {
    var all = new String[arguments.length + 5];
    all[0] = "evaluate";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    all[arguments.length + 1] = "--against";
    all[arguments.length + 2] = "http://localhost:" + bot.getAddress().getPort();
    all[arguments.length + 3] = "--report";
    all[arguments.length + 4] = folder.resolve("report").toString();
    var shell =
        Shell.unattended(
            InputStream.nullInputStream(), new PrintWriter(out, true), new PrintWriter(err, true));
    return new Terminal(Words.class, Words.class, shell).run(all);
  }

  /// All that an evaluation of another bot needs of an installation.
  static class Words {

    @Bean
    Prompts prompts() {
      return Prompts.bundled();
    }
  }
}
