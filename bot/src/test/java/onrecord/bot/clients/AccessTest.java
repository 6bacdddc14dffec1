package onrecord.bot.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import onrecord.bot.web.ApiClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Who may use the endpoints for programs, and how much.
@SpringBootTest(
    classes = ToolsServer.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {"onrecord.api.client-keys=any,other", "onrecord.api.requests-per-minute=5"})
class AccessTest {

  private static final String MESSAGES =
      "{\"messages\": [{\"role\": \"user\", \"content\": \"营业收入是多少？\"}]}";
  private static final String CALL =
      "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/call\", \"params\": {\"name\": \"ask\", \"arguments\": {\"question\": \"营业收入是多少？\"}}}";
  private static final String BOTH = "application/json, text/event-stream";

  @LocalServerPort int port;

  private ApiClient api;

  @BeforeEach
  void connect() {
    api = new ApiClient(port);
  }

  @Test
  void whereKeysAreSetProgramsNeedOneAndReadersDoNot() {
    var completion = api.post("/v1/chat/completions", MESSAGES);
    assertThat(completion.status()).isEqualTo(401);
    assertThat(completion.header("WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(completion.json().at("/error/code").asString()).isEqualTo("invalid_api_key");
    var wrong = api.post("/mcp", CALL, "Accept", BOTH, "Authorization", "Bearer wrong");
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.json().at("/error/message").asString()).contains("key");
    assertThat(api.get("/v1/models", "Authorization", "Bearer other").status()).isEqualTo(200);
    assertThat(api.get("/api/v1/corpus").status()).isEqualTo(200);
  }

  @Test
  void whoAsksTooMuchIsToldInTheFormOfEachProtocol() throws IOException {
    String[] known = {"Authorization", "Bearer any"};
    for (int i = 0; i < 5; i++) {
      api.get("/api/v1/search?q=revenue");
    }
    var problem = api.get("/api/v1/search?q=revenue");
    assertThat(problem.status()).isEqualTo(429);
    assertThat(problem.detail()).contains("wait");
    var completion = api.post("/v1/chat/completions", MESSAGES, known);
    assertThat(completion.status()).isEqualTo(429);
    assertThat(completion.header("Retry-After")).isEqualTo("5");
    assertThat(completion.json().at("/error/code").asString()).isEqualTo("rate_limit_exceeded");
    var call = api.post("/mcp", CALL, "Accept", BOTH, "Authorization", "Bearer any");
    assertThat(call.status()).isEqualTo(429);
    assertThat(call.json().at("/error/code").asInt()).isEqualTo(-32000);
    assertThat(call.json().at("/jsonrpc").asString()).isEqualTo("2.0");

    var npm = Npm.installOrSkip();
    var heard = npm.run("openai.mjs", "http://localhost:" + port, "tooFrequent");
    assertThat(heard.at("/name").asString()).isEqualTo("RateLimitError");
  }
}
