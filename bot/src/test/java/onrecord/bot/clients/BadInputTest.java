package onrecord.bot.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import onrecord.bot.OnRecord;
import onrecord.bot.web.ApiClient;
import onrecord.bot.wechat.FakeWechat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/// The whole program gets the same malformed, oversized and hostile input by each way in; each
/// answers in its own customary way and goes on.
@SpringBootTest(classes = OnRecord.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class BadInputTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final FakeWechat WECHAT = new FakeWechat();

  @TempDir static Path folder;

  @LocalServerPort int port;

  @DynamicPropertySource
  static void properties(DynamicPropertyRegistry registry) {
    registry.add("onrecord.data", () -> folder.resolve("service").toString());
    registry.add("onrecord.api.requests-per-minute", () -> "0");
    registry.add("onrecord.channels.questions-per-minute", () -> "1000");
    registry.add("onrecord.wechat.app-id", () -> FakeWechat.APP);
    registry.add("onrecord.wechat.secret", () -> FakeWechat.SECRET);
    registry.add("onrecord.wechat.token", () -> FakeWechat.TOKEN);
    registry.add("onrecord.wechat.api-url", WECHAT::url);
    registry.add("onrecord.wechat.patience", () -> "2m");
  }

  /// A way in over HTTP, and where its own error form says what was wrong.
  enum WayIn {
    API("/api/v1/answers", "/detail") {
      @Override
      Object body(String question) {
        return Map.of("question", question);
      }
    },
    CHAT_COMPLETIONS("/v1/chat/completions", "/error/message") {
      @Override
      Object body(String question) {
        return Map.of("messages", List.of(Map.of("role", "user", "content", question)));
      }
    },
    CONTEXT_PROTOCOL("/mcp", "/error/message") {
      @Override
      Object body(String question) {
        return Map.of(
            "jsonrpc",
            "2.0",
            "id",
            1,
            "method",
            "tools/call",
            "params",
            Map.of("name", "ask", "arguments", Map.of("question", question)));
      }
    };

    private final String path;
    private final String refusal;

    WayIn(String path, String refusal) {
      this.path = path;
      this.refusal = refusal;
    }

    abstract Object body(String question);
  }

  @ParameterizedTest
  @EnumSource
  void questionsAreAnsweredOrRefusedAndTheNextIsAnswered(BadInput input) {
    for (var way : WayIn.values()) {
      var response = send(way, JSON.writeValueAsBytes(way.body(input.text())));
      assertThat(isAnswer(way, response))
          .as("%s by %s: %s", input, way, response.text())
          .isEqualTo(input.isQuestion());
      if (!input.isQuestion()) {
        assertThat(said(way, response)).as("%s by %s", input, way).isNotBlank();
      }
      assertGoesOn(way);
    }
  }

  @ParameterizedTest
  @EnumSource
  void wechatIsAnsweredOrToldWhyAndTheNextIsAnswered(BadInput input) {
    var response = saidOnWechat(input.ordinal() + 1, input.text());
    assertThat(response.contains("/answers/")).as(response).isEqualTo(input.isQuestion());
    assertThat(response).doesNotContain("<script", "java.");
    assertThat(saidOnWechat(input.ordinal() + 1_001, "公司的证券简称是什么？")).contains("/answers/");
    assertThat(WECHAT.violations()).isEmpty();
  }

  private String saidOnWechat(long number, String text) {
    return FakeWechat.send(
            URI.create("http://localhost:" + port), FakeWechat.text("mei", number, text))
        .body();
  }

  @Test
  void theCommandLineAnswersOrRefusesEachLine() throws Exception {
    var lines =
        Stream.of(BadInput.values())
            .filter(input -> input != BadInput.BLANK)
            .map(input -> input.text());
    var piped = folder.resolve("questions.txt");
    Files.write(piped, lines.toList(), StandardCharsets.UTF_8);
    var command =
        List.of(
            ProcessHandle.current().info().command().orElse("java"),
            "--enable-native-access=ALL-UNNAMED",
            "--add-modules",
            "jdk.incubator.vector",
            "-DOPT_OUT_TRACKING=true",
            "-cp",
            System.getProperty("java.class.path"),
            OnRecord.class.getName(),
            "ask",
            "--json",
            "--data",
            folder.resolve("terminal").toString());
    var errors = folder.resolve("errors.txt");
    var process =
        new ProcessBuilder(command)
            .redirectInput(piped.toFile())
            .redirectError(errors.toFile())
            .start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isEqualTo(2);
    var questions = Stream.of(BadInput.values()).filter(input -> input.isQuestion()).count();
    assertThat(said.lines()).hasSize((int) questions);
    assertThat(said).doesNotContain("\u001b");
    assertThat(Files.readAllLines(errors).stream().filter(line -> line.startsWith("Line ")))
        .hasSize(BadInput.values().length - (int) questions - 1);
    assertThat(Files.readString(errors)).doesNotContain("\tat ");
  }

  static List<byte[]> malformed() {
    var bodies =
        new ArrayList<>(
            Stream.of(
                    "",
                    "{",
                    "营业收入",
                    "[]",
                    "null",
                    "12",
                    "{\"question\": {}, \"messages\": {}, \"method\": {}}",
                    "{\"question\": null, \"messages\": [null], \"method\": null}",
                    "{\"messages\": [{\"role\": \"user\", \"content\": {\"a\": 1}}]}",
                    "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/call\", \"params\": []}",
                    "[".repeat(100_000),
                    "{\"a\":".repeat(20_000))
                .map(body -> body.getBytes(StandardCharsets.UTF_8))
                .toList());
    bodies.add(new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'});
    return bodies;
  }

  @ParameterizedTest
  @MethodSource
  void malformed(byte[] body) {
    for (var way : WayIn.values()) {
      var response = send(way, body);
      assertThat(isAnswer(way, response)).as("%s: %s", way, response.text()).isFalse();
      assertThat(said(way, response)).as("%s: %s", way, response.text()).isNotBlank();
      assertThat(response.text()).doesNotContain("tools.jackson", "java.lang");
      assertGoesOn(way);
    }
  }

  @ParameterizedTest
  @EnumSource
  void otherMethodsAndTypesAreRefusedInTheOwnForm(WayIn way) {
    var api = new ApiClient(port);
    var put = api.send(api.request(way.path).PUT(BodyPublishers.ofString("{}")));
    assertThat(put.status()).isEqualTo(405);
    assertThat(said(way, put)).isNotBlank();
    var text =
        api.send(
            api.request(way.path)
                .header("Content-Type", "text/plain")
                .header("Accept", "application/json, text/event-stream")
                .POST(BodyPublishers.ofString("营业收入？")));
    assertThat(text.status()).isEqualTo(415);
    assertThat(said(way, text)).isNotBlank();
  }

  private void assertGoesOn(WayIn way) {
    var response = send(way, JSON.writeValueAsBytes(way.body("公司的证券简称是什么？")));
    assertThat(isAnswer(way, response)).as("%s goes on: %s", way, response.text()).isTrue();
  }

  private ApiClient.Response send(WayIn way, byte[] body) {
    var api = new ApiClient(port);
    var accept = way == WayIn.CONTEXT_PROTOCOL ? "application/json, text/event-stream" : "*/*";
    return api.send(
        api.request(way.path)
            .header("Content-Type", "application/json")
            .header("Accept", accept)
            .POST(BodyPublishers.ofByteArray(body)));
  }

  private static boolean isAnswer(WayIn way, ApiClient.Response response) {
    if (response.status() != 200) {
      return false;
    }
    var json = response.json();
    return switch (way) {
      case API -> json.has("verdict");
      case CHAT_COMPLETIONS -> json.at("/choices/0/message/content").isString();
      case CONTEXT_PROTOCOL -> json.at("/result/structuredContent/verdict").isString();
    };
  }

  /// What a refusal says: what a model can mend is a tool's result, the rest the protocol's error.
  private static String said(WayIn way, ApiClient.Response response) {
    var json = response.json();
    return json.at("/result/isError").asBoolean(false)
        ? json.at("/result/content/0/text").asString()
        : json.at(way.refusal).asString("");
  }
}
