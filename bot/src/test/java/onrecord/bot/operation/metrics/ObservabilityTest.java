package onrecord.bot.operation.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import onrecord.bot.OnRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What an operator sees of the whole program, with a collector of traces and a chat model that
/// stand beside it.
@SpringBootTest(
    classes = OnRecord.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "onrecord.log.form=json",
      "logging.level.onrecord.access=info",
      "onrecord.llm.model=stub",
      "onrecord.api.requests-per-minute=0"
    })
@ExtendWith(OutputCaptureExtension.class)
class ObservabilityTest {

  private static final Path DASHBOARD = Path.of("packaging/grafana.json");
  private static final Pattern METRIC =
      Pattern.compile("\\b(?:onrecord|http|jvm|process|system)_[a-z_]+");
  private static final String QUESTION = "2024年公司营业收入是多少？";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final ByteArrayOutputStream TRACES = new ByteArrayOutputStream();
  private static final HttpServer BESIDE = beside();

  @TempDir static Path folder;

  @LocalServerPort int port;

  private final HttpClient http = HttpClient.newHttpClient();

  private static HttpServer beside() {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/v1/traces",
          exchange -> {
            synchronized (TRACES) {
              exchange.getRequestBody().transferTo(TRACES);
            }
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
          });
      server.createContext(
          "/model/",
          exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(500, -1);
            exchange.close();
          });
      server.start();
      return server;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @DynamicPropertySource
  static void properties(DynamicPropertyRegistry registry) {
    var address = "http://127.0.0.1:" + BESIDE.getAddress().getPort();
    registry.add("onrecord.data", () -> folder.resolve("data").toString());
    registry.add("onrecord.llm.base-url", () -> address + "/model/v1");
    registry.add(
        "management.opentelemetry.tracing.export.otlp.endpoint", () -> address + "/v1/traces");
  }

  @AfterAll
  static void stop() {
    BESIDE.stop(0);
  }

  @Test
  void eachMetricOfTheDashboardIsThere() throws Exception {
    ask();
    get("/actuator/prometheus");
    var told = get("/actuator/prometheus");
    var metrics =
        METRIC.matcher(Files.readString(DASHBOARD)).results().map(found -> found.group()).toList();
    assertThat(metrics).hasSizeGreaterThan(10);
    assertThat(told.lines().filter(line -> !line.startsWith("#")).map(ObservabilityTest::name))
        .containsAll(metrics);
    assertThat(told).contains("verdict=\"ANSWERED\"", "channel=\"api\"", "step=\"retrieve\"");
  }

  private static String name(String line) {
    return line.split("[{ ]", 2)[0];
  }

  @Test
  void nothingThatIsMeasuredTellsWhatWasAsked() throws Exception {
    var answer = ask();
    assertThat(get("/actuator/prometheus"))
        .doesNotContain("营业收入", answer.path("id").asString(), "127.0.0.1");
  }

  @Test
  void eachAnswerIsInTheLogWithItsIdAndEachRequestWithoutItsSender(CapturedOutput log)
      throws Exception {
    var id = ask().path("id").asString();
    get("/api/v1/answers/" + id);
    var lines =
        log.getErr().lines().filter(line -> line.startsWith("{")).map(JSON::readTree).toList();
    assertThat(lines)
        .anySatisfy(line -> {
          assertThat(line.path("answer").asString()).isEqualTo(id);
          assertThat(line.path("channel").asString()).isEqualTo("api");
        });
    assertThat(lines)
        .anySatisfy(
            line -> assertThat(line.path("route").asString()).isEqualTo("/api/v1/answers/{id}"));
    assertThat(lines)
        .filteredOn(line -> line.at("/log/logger").asString().equals("onrecord.access"))
        .isNotEmpty()
        .noneMatch(line -> line.toString().contains(id))
        .noneMatch(line -> line.toString().contains("127.0.0.1"))
        .noneMatch(line -> line.toString().contains("营业收入"));
  }

  @Test
  void theWayOfAQuestionIsTraced() throws Exception {
    var id = ask().path("id").asString();
    var end = System.nanoTime() + 30_000_000_000L;
    while (!traces().contains(id) && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    assertThat(traces()).contains(id, "retrieve", "verify").doesNotContain("营业收入");
  }

  private static String traces() {
    synchronized (TRACES) {
      return TRACES.toString(StandardCharsets.UTF_8);
    }
  }

  @Test
  void itIsSaidWhetherItLivesAndWhetherItIsReadyAndWhatItIs() throws Exception {
    assertThat(get("/actuator/health/live")).contains("UP");
    assertThat(get("/actuator/health/ready")).contains("UP");
    var told = JSON.readTree(get("/actuator/info"));
    assertThat(told.at("/corpus/revision").asString()).startsWith("r");
    assertThat(told.at("/corpus/disclosures").asInt()).isPositive();
  }

  private JsonNode ask() throws Exception {
    var request =
        HttpRequest.newBuilder(address("/api/v1/answers"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"question\":\"%s\"}".formatted(QUESTION)));
    return JSON.readTree(http.send(request.build(), BodyHandlers.ofString()).body());
  }

  private String get(String path) throws Exception {
    return http.send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString()).body();
  }

  private URI address(String path) {
    return URI.create("http://localhost:%d%s".formatted(port, path));
  }
}
