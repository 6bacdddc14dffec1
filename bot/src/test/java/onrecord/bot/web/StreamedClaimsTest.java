package onrecord.bot.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import onrecord.bot.Assistant;
import onrecord.bot.answering.Installed;
import onrecord.bot.model.ChatModels;
import onrecord.bot.model.InMemory;
import onrecord.bot.model.ModelSettings;
import onrecord.bot.model.Saying;
import onrecord.bot.model.StubModel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An answer that is streamed to a browser while a chat model writes it, first the truth and then
/// lies: nothing but what its citations bear out is ever on the wire.
@SpringBootTest(
    classes = {ApiServer.class, StreamedClaimsTest.Helped.class},
    webEnvironment = WebEnvironment.RANDOM_PORT)
class StreamedClaimsTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String QUESTION = "公司的核心技术有哪些？";
  private static final String TRUTH = "公司的核心技术包括异构调度、断点续训和无损网络。";
  private static final List<String> LIES =
      List.of(
          "公司的核心技术包括异构调度、断点续训、无损网络和量子计算。",
          "公司已就无损网络取得99项发明专利。",
          "公司的核心技术不包括异构调度。",
          "预计2027年公司的核心技术将带来15亿元收入。",
          "建议投资者现在买入公司股票。");
  private static final Pattern EVENT = Pattern.compile("event: (\\w+)");

  private static final StubModel MODEL = StubModel.saying(StreamedClaimsTest::say);

  @TempDir static Path directory;

  @LocalServerPort int port;

  /// The server with an assistant that answers from a disclosure, helped by the model.
  static final class Helped {

    @Bean(destroyMethod = "close")
    Installed installed() throws IOException, InterruptedException {
      var installed = Installed.in(directory.resolve("data"));
      installed.corpus().take(disclosure());
      installed.index().reconcile();
      installed.index().awaitVectors();
      return installed;
    }

    @Bean
    @Primary
    Assistant helped(Installed installed) {
      var meters = new SimpleMeterRegistry();
      var settings =
          new ModelSettings(
              ModelSettings.Service.OPENAI, MODEL.openAi(), "key", "stub", PATIENCE, 100_000_000);
      var model = ChatModels.open(settings, new InMemory(), Clock.systemUTC(), meters);
      return installed.helpedBy(model, PATIENCE, meters);
    }
  }

  private static Path disclosure() throws IOException {
    Files.writeString(
        directory.resolve("report.md.yaml"),
        """
        issuer: "999999"
        shortName: "星衡算力"
        companyName: "星衡算力科技股份有限公司"
        kind: "INTERIM_REPORT"
        title: "2025年半年度报告"
        publishedAt: "2025-08-26T10:00:00Z"
        period: "2025-06"
        """);
    return Files.writeString(
        directory.resolve("report.md"),
        """
        # 星衡算力科技股份有限公司2025年半年度报告

        ## 一、核心竞争力

        %s

        ## 二、经营情况

        2025年上半年，公司员工人数为462人，其中研发人员186人。
        """
            .formatted(TRUTH));
  }

  private static Saying say(StubModel.Asked asked) {
    if (!asked.material().has("evidence")) {
      return new Saying.Text("{\"asks\": \"DISCLOSED\", \"terms\": []}");
    }
    var claims = new ArrayList<String>();
    claims.add(claim(TRUTH, asked));
    LIES.forEach(lie -> claims.add(claim(lie, asked)));
    return new Saying.Text("{\"claims\": [" + String.join(", ", claims) + "]}");
  }

  /// A claim that rests on the passage that tells the truth.
  private static String claim(String words, StubModel.Asked asked) {
    int number =
        asked
            .material()
            .path("evidence")
            .valueStream()
            .filter(passage -> passage.path("text").asString().contains("异构调度"))
            .mapToInt(passage -> passage.path("number").asInt())
            .findFirst()
            .orElse(1);
    return "{\"text\": %s, \"citations\": [%d]}".formatted(JSON.writeValueAsString(words), number);
  }

  @AfterAll
  static void close() {
    MODEL.close();
  }

  @Test
  void onlyVerifiedClaimsAreEverOnTheWire() {
    var streamed = ask();

    assertThat(streamed.status()).isEqualTo(200);
    assertThat(events(streamed.text()))
        .startsWith("reading", "evidence", "claim")
        .endsWith("answer");
    assertThat(streamed.text()).contains("异构调度");
    for (var lie : LIES) {
      assertThat(streamed.text()).doesNotContain(lie);
    }
    assertThat(streamed.text()).doesNotContain("量子计算", "99项", "15亿元", "买入");
  }

  @Test
  void whatIsStreamedIsWhatTheAnswerHolds() {
    var events = ask().text().split("\n\n");
    var told = new ArrayList<String>();
    JsonNode answer = JSON.nullNode();
    for (var event : events) {
      var data = JSON.readTree(event.substring(event.indexOf("data: ") + "data: ".length()));
      if (event.startsWith("event: claim")) {
        told.add(data.at("/text").asString());
      }
      answer = data;
    }

    assertThat(answer.at("/claims").valueStream().map(claim -> claim.at("/text").asString()))
        .containsExactlyElementsOf(told);
    assertThat(MODEL.asked()).isNotEmpty();
  }

  private ApiClient.Response ask() {
    return new ApiClient(port)
        .post(
            "/api/v1/answers",
            "{\"question\": \"%s\", \"issuer\": \"999999\"}".formatted(QUESTION),
            "Accept",
            "text/event-stream");
  }

  private static List<String> events(String stream) {
    return EVENT.matcher(stream).results().map(event -> event.group(1)).toList();
  }
}
