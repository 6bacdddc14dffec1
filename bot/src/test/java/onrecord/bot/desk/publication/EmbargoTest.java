package onrecord.bot.desk.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import onrecord.bot.DisclosurePublished;
import onrecord.bot.OnRecord;
import onrecord.bot.wechat.FakeWechat;
import onrecord.corpus.CuratedCorpus;
import onrecord.corpus.DisclosureId;
import onrecord.corpus.Intake;
import onrecord.retrieval.SearchIndex;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// Asks every public interface again and again through the moment of a publication: before it,
/// nothing gives away that there is anything; from it on, all of it is there.
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(classes = OnRecord.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class EmbargoTest {

  private static final String TOKEN = "青岚湖";
  private static final String QUESTION = "公司哪个项目已于2025年10月投产？投资额是多少？";

  private static final String NOTICE =
      """
      # 关于青岚湖项目的公告

      证券代码：999999 证券简称：星衡算力 公告编号：2025-199

      星衡算力科技股份有限公司

      ## 一、青岚湖项目概况

      公司的青岚湖项目已于2025年10月投产，投资额为4,321.09万元。

      2025年11月3日
      """;

  @TempDir static Path folder;

  private static final Messenger telegram = Messenger.start();
  private static final FakeWechat wechat = new FakeWechat();

  @LocalServerPort int port;

  @Autowired CuratedCorpus corpus;
  @Autowired SearchIndex index;
  @Autowired AbstractApplicationContext context;

  private final AtomicLong messages = new AtomicLong(5_000);
  private final HttpClient http = HttpClient.newHttpClient();

  @DynamicPropertySource
  static void properties(DynamicPropertyRegistry registry) {
    registry.add("onrecord.data", () -> folder.resolve("data").toString());
    registry.add("onrecord.api.requests-per-minute", () -> "0");
    telegram.settings().forEach((name, value) -> registry.add(name, () -> value));
    registry.add("onrecord.wechat.app-id", () -> FakeWechat.APP);
    registry.add("onrecord.wechat.secret", () -> FakeWechat.SECRET);
    registry.add("onrecord.wechat.token", () -> FakeWechat.TOKEN);
    registry.add("onrecord.wechat.api-url", () -> wechat.url().toString());
    // However long a machine takes for an answer, it comes in the response.
    registry.add("onrecord.wechat.patience", () -> "60s");
  }

  @AfterAll
  static void stop() {
    telegram.close();
    wechat.close();
  }

  /// A question put to an interface, and whether what was said shows the publication.
  private record Seen(String what, Instant asked, Instant heard, boolean shows) {}

  /// Puts one question to an interface.
  private interface Way {
    String ask() throws Exception;
  }

  @Test
  void nothingShowsBeforeItsMomentAndAllOfItFromThenOn(CapturedOutput log) throws Exception {
    var announced = new ArrayList<DisclosureId>();
    context.addApplicationListener(
        (ApplicationListener<PayloadApplicationEvent<?>>)
            event -> {
              if (event.getPayload() instanceof DisclosurePublished published) {
                announced.add(published.disclosure().id());
              }
            });
    // Until all of them are there, what is found may change by itself.
    index.awaitVectors();
    var before = calm(unknown());
    var id = draft();
    assertThat(calm(id)).as("a draft changes nothing that anyone sees").isEqualTo(before);

    corpus.publish(id, Instant.now().plus(Duration.ofDays(1)));
    var begun = Instant.now();
    assertThat(calm(id)).as("an embargo changes nothing that anyone sees").isEqualTo(before);
    var pass = Duration.between(begun, Instant.now());
    for (var what : notices()) {
      assertThat(ask(what)).as(what.uri().getPath()).doesNotContain(TOKEN, id.value());
    }
    assertThat(log.getAll()).as("what was logged").doesNotContain(TOKEN, id.value(), "2025-199");

    // Moved to a moment that some rounds of asking lie before.
    var moment = Instant.now().plus(pass.multipliedBy(2)).plusSeconds(1);
    corpus.publish(id, moment);
    var seen = new ArrayList<Seen>();
    for (var isOver = false; !isOver; ) {
      isOver = !Instant.now().isBefore(moment);
      seen.addAll(round(id, before));
    }
    assertThat(seen)
        .filteredOn(one -> one.heard().isBefore(moment))
        .as("told before its moment")
        .noneMatch(Seen::shows);
    assertThat(seen)
        .filteredOn(one -> !one.asked().isBefore(moment))
        .as("not told after its moment")
        .isNotEmpty()
        .allMatch(Seen::shows);
    assertThat(announced).contains(id);
  }

  /// Asks each interface once.
  private List<Seen> round(DisclosureId id, Map<String, String> before) throws Exception {
    var seen = new ArrayList<Seen>();
    for (var entry : interfaces(id).entrySet()) {
      var asked = Instant.now();
      var said = entry.getValue().ask();
      var heard = Instant.now();
      var what = entry.getKey();
      seen.add(new Seen(what, asked, heard, shows(what, said, before)));
    }
    return seen;
  }

  private DisclosureId draft() throws IOException {
    var file = Files.writeString(folder.resolve("notice.md"), NOTICE);
    return ((Intake.Taken) corpus.draft(file)).disclosure().id();
  }

  private static DisclosureId unknown() {
    return new DisclosureId("999999-000000000000");
  }

  /// What every interface says, but for what differs each time by itself.
  private Map<String, String> calm(DisclosureId id) throws Exception {
    var said = new LinkedHashMap<String, String>();
    for (var entry : interfaces(id).entrySet()) {
      var what = entry.getKey();
      var whole = entry.getValue().ask().replace(id.value(), "ID");
      said.put(what, calm(what.startsWith("streamed") ? words(whole) : whole));
    }
    return said;
  }

  /// The words of a stream, however they were parted.
  private static String words(String stream) {
    return Pattern.compile("\"(?:content|text)\":\"([^\"]*)\"")
        .matcher(stream)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.joining());
  }

  private static String calm(String said) {
    return said.replaceAll("\"(created|vectors)\":\\d+", "")
        .replaceAll("<CreateTime>\\d+</CreateTime>|person-\\d+", "")
        .replaceAll("\"(chat_id|inline_query_id)\":\"\\d+\"", "")
        .replaceAll("\"(id|url|timings|asOf)\":(\"[^\"]*\"|\\{[^}]*\\})", "")
        .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}", "")
        // Who waits is sent blanks now and then.
        .replaceAll("\\s+", " ");
  }

  private static boolean shows(String what, String said, Map<String, String> before) {
    return switch (what) {
      case "original", "find" -> said.startsWith("200");
      case "corpus" -> !calm(said).equals(before.get(what));
      case "Telegram, a question", "Telegram, /report", "Telegram, inline", "WeChat" ->
          said.contains(TOKEN);
      case "resources" -> said.contains("2025-199");
      // They name what they were asked for, and no more.
      case "tool get_passage", "resource", "resource of a passage" ->
          said.contains("\"result\"") && said.contains(TOKEN);
      default -> said.contains(TOKEN) && said.startsWith("200");
    };
  }

  private Map<String, Way> interfaces(DisclosureId id) {
    var all = new LinkedHashMap<String, Way>();
    requests(id).forEach((what, request) -> all.put(what, () -> ask(request)));
    all.put("Telegram, a question", () -> telegram.asked(QUESTION, this::ask, port));
    all.put("Telegram, /report", () -> telegram.ordered("/report", this::ask, port));
    all.put("Telegram, inline", () -> telegram.typed(QUESTION, this::ask, port));
    all.put("WeChat", this::askThroughWechat);
    return all;
  }

  private String askThroughWechat() {
    var number = messages.incrementAndGet();
    return FakeWechat.send(
            URI.create("http://localhost:" + port),
            FakeWechat.textAt(Instant.now().getEpochSecond(), "person-" + number, number, QUESTION))
        .body();
  }

  private Map<String, HttpRequest> requests(DisclosureId id) {
    var all = new LinkedHashMap<String, HttpRequest>();
    all.put("corpus", get("/api/v1/corpus"));
    all.put(
        "search",
        get("/api/v1/search?q=%E9%A1%B9%E7%9B%AE%E6%A6%82%E5%86%B5%E6%8A%95%E4%BA%A7&k=50"));
    all.put("disclosures", get("/api/v1/disclosures?size=100"));
    all.put("disclosure", get("/api/v1/disclosures/" + id));
    all.put("passages", get("/api/v1/disclosures/" + id + "/passages"));
    all.put("find", get("/api/v1/disclosures/" + id + "/find?q=%E9%A1%B9%E7%9B%AE"));
    all.put("original", get("/api/v1/disclosures/" + id + "/original"));
    all.put("reading page", get("/disclosures/" + id));
    all.put("answer", post("/api/v1/answers", "{\"question\":\"" + QUESTION + "\"}"));
    all.put(
        "streamed answer",
        HttpRequest.newBuilder(
                post("/api/v1/answers", "{\"question\":\"" + QUESTION + "\"}"), (_, _) -> true)
            .setHeader("Accept", "text/event-stream")
            .build());
    all.put(
        "chat completion",
        post(
            "/v1/chat/completions",
            "{\"messages\":[{\"role\":\"user\",\"content\":\"" + QUESTION + "\"}]}"));
    all.put(
        "streamed completion",
        post(
            "/v1/chat/completions",
            "{\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\""
                + QUESTION
                + "\"}]}"));
    all.put("tool ask", tool("ask", "{\"question\":\"" + QUESTION + "\"}"));
    all.put("tool search", tool("search", "{\"query\":\"项目概况 投产\",\"k\":50}"));
    all.put("tool get_passage", tool("get_passage", "{\"id\":\"" + id + "#0\"}"));
    all.put("resources", protocol("resources/list", "{}"));
    all.put(
        "resource", protocol("resources/read", "{\"uri\":\"onrecord://disclosures/" + id + "\"}"));
    all.put(
        "resource of a passage",
        protocol("resources/read", "{\"uri\":\"onrecord://disclosures/" + id + "/passages/0\"}"));
    return all;
  }

  /// What tells about the service, and never about a single disclosure.
  private List<HttpRequest> notices() {
    return List.of(
        get("/"),
        get("/v3/api-docs"),
        get("/embed.js"),
        get("/error"),
        get("/actuator"),
        get("/actuator/info"),
        get("/actuator/prometheus"),
        get("/actuator/health"),
        get("/api/v1/weekly"),
        get("/console"),
        get("/v1/models"));
  }

  private HttpRequest tool(String name, String arguments) {
    return protocol("tools/call", "{\"name\":\"%s\",\"arguments\":%s}".formatted(name, arguments));
  }

  private HttpRequest protocol(String method, String params) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/mcp"))
        .header("Content-Type", "application/json")
        .header("Accept", "application/json, text/event-stream")
        .POST(
            BodyPublishers.ofString(
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\",\"params\":%s}"
                    .formatted(method, params)))
        .build();
  }

  private HttpRequest get(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build();
  }

  private HttpRequest post(String path, String json) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(json))
        .build();
  }

  private String ask(HttpRequest request) {
    try {
      var response = http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
      return response.statusCode() + " " + response.body();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  @Test
  void aPageIsNotDrawnBeforeItsMoment() throws Exception {
    var file = folder.resolve("notice.pdf");
    try (var pdf = new PDDocument()) {
      var page = new PDPage();
      pdf.addPage(page);
      try (var content = new PDPageContentStream(pdf, page)) {
        content.beginText();
        content.setFont(new PDType1Font(FontName.HELVETICA), 12);
        content.newLineAtOffset(72, 700);
        content.showText("The Green Mist project went into operation in October 2025.");
        content.endText();
      }
      pdf.save(file.toFile());
    }
    Files.writeString(
        folder.resolve("notice.pdf.yaml"),
        "issuer: \"999999\"\nkind: ANNOUNCEMENT\ntitle: Green Mist\nlanguage: en\n");
    var id = ((Intake.Taken) corpus.draft(file)).disclosure().id();
    var image = get("/api/v1/disclosures/" + id + "/pages/1.png");
    var unknown = ask(get("/api/v1/disclosures/" + unknown() + "/pages/1.png"));
    assertThat(ask(image).replace(id.value(), unknown().value())).isEqualTo(unknown);
    var moment = Instant.now().plus(Duration.ofSeconds(3)).truncatedTo(ChronoUnit.MILLIS);
    corpus.publish(id, moment);
    while (true) {
      var asked = Instant.now();
      var said = ask(image);
      if (Instant.now().isBefore(moment)) {
        assertThat(said.replace(id.value(), unknown().value())).isEqualTo(unknown);
      } else if (!asked.isBefore(moment)) {
        assertThat(said).startsWith("200");
        break;
      }
    }
  }

  @Test
  void countsAndTheCorpusRevisionStandStillUnderAnEmbargo() throws Exception {
    index.awaitVectors();
    var before = ask(get("/api/v1/corpus"));
    var file =
        Files.writeString(
            folder.resolve("other.md"), NOTICE.replace(TOKEN, "白鹭洲").replace("199", "198"));
    var id = ((Intake.Taken) corpus.draft(file)).disclosure().id();
    corpus.publish(id, Instant.now().plus(Duration.ofDays(1)));

    assertThat(ask(get("/api/v1/corpus"))).isEqualTo(before);
    corpus.withdraw(id, "for the test");
    assertThat(List.of(ask(get("/api/v1/corpus")))).containsExactly(before);
  }
}
