package onrecord.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import onrecord.bot.OnRecord;
import onrecord.corpus.CuratedCorpus;
import onrecord.corpus.Intake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/// The whole program with a bot's token set.
class TelegramServiceTest {

  private static final String TOKEN = "1234567:token-of-the-test";
  private static final String SECRET = "a-secret-of-the-webhook";
  private static final String QUESTION = "青岚湖项目的投资额是多少？";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static final String NOTICE =
      """
      # 关于青岚湖项目的公告

      证券代码：999999 证券简称：星衡算力 公告编号：2025-199

      星衡算力科技股份有限公司

      ## 一、青岚湖项目概况

      公司的青岚湖项目已于2025年10月投产，投资额为4,321.09万元。

      2025年11月3日
      """;

  @TempDir Path folder;

  @Test
  void aQuestionOnTheIndependentServerIsAnsweredWithLinksThatLeadToItsSources() throws Exception {
    try (var server = IndependentServer.startOrSkip();
        var program = begin(server.url())) {
      publish(program);
      server.writes(TOKEN, QUESTION);
      var said = server.awaitSaid(TOKEN, 1).getFirst();
      assertThat(said).contains("4,321.09万元", "〔1〕");
      var link = Pattern.compile("href=\"https://ir\\.example\\.com(/[^\"]+)\"").matcher(said);
      assertThat(link.find()).isTrue();
      var page = get(program, link.group(1).replace("&amp;", "&"));
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).contains("<mark>", "4,321.09万元");
      var answer = link.group(1).replaceAll(".*answer=([\\w-]+).*", "$1");
      assertThat(get(program, "/answers/" + answer).body()).contains(QUESTION, "4,321.09万元");
    }
  }

  @Test
  void theWebhookTakesUpdatesThroughTheGuardsOfTheService() throws Exception {
    try (var telegram = new Recorder();
        var program =
            begin(
                telegram.url(),
                "--onrecord.telegram.webhook.url=https://ir.example.com/telegram/webhook",
                "--onrecord.telegram.webhook.secret=" + SECRET)) {
      publish(program);
      assertThat(telegram.awaitCall("setwebhook")).contains(SECRET);
      assertThat(send(program, "", update(1))).isEqualTo(401);
      assertThat(send(program, "another-secret-altogether", update(1))).isEqualTo(401);
      assertThat(send(program, SECRET, "not json")).isEqualTo(400);
      assertThat(send(program, SECRET, update(1))).isEqualTo(200);
      assertThat(send(program, SECRET, update(1))).isEqualTo(200);
      assertThat(telegram.awaitCall("editmessagetext")).contains("4,321.09万元");
      assertThat(send(program, SECRET, update(2).replace(QUESTION, "/help"))).isEqualTo(200);
      assertThat(telegram.awaitCall("/delete_me")).doesNotContain("4,321.09");
    }
  }

  private ConfigurableApplicationContext begin(URI api, String... more) {
    var arguments =
        Stream.of(
            "--server.port=0",
            "--onrecord.data=" + folder.resolve("data"),
            "--onrecord.channels.public-url=https://ir.example.com",
            "--onrecord.telegram.token=" + TOKEN,
            "--onrecord.telegram.api-url=" + api,
            "--onrecord.telegram.poll=1s");
    return new SpringApplicationBuilder(OnRecord.class)
        .run(Stream.concat(arguments, Stream.of(more)).toArray(String[]::new));
  }

  private void publish(ConfigurableApplicationContext program) throws IOException {
    var corpus = program.getBean(CuratedCorpus.class);
    var file = Files.writeString(folder.resolve("notice.md"), NOTICE);
    var draft = ((Intake.Taken) corpus.draft(file)).disclosure();
    corpus.publish(draft.id(), Instant.parse("2025-11-03T10:00:00Z"));
  }

  private static String update(int number) {
    return """
    {"update_id": %d, "message": {"message_id": %d, "date": 1763600400, "text": "%s",
      "from": {"id": 7, "is_bot": false, "first_name": "Mei", "language_code": "zh"},
      "chat": {"id": 7, "type": "private", "first_name": "Mei"}}}
    """
        .formatted(number, number, QUESTION);
  }

  private static HttpResponse<String> get(ConfigurableApplicationContext program, String path)
      throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(address(program, path)).build(), BodyHandlers.ofString());
  }

  private static int send(ConfigurableApplicationContext program, String secret, String update)
      throws Exception {
    var request =
        HttpRequest.newBuilder(address(program, "/telegram/webhook"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(update));
    if (!secret.isEmpty()) {
      request.header("X-Telegram-Bot-Api-Secret-Token", secret);
    }
    return HTTP.send(request.build(), BodyHandlers.discarding()).statusCode();
  }

  private static URI address(ConfigurableApplicationContext program, String path) {
    var port = program.getBean(Environment.class).getRequiredProperty("local.server.port");
    return URI.create("http://localhost:" + port + path);
  }

  /// Confirms every call and keeps it.
  private static final class Recorder implements AutoCloseable {

    private final HttpServer server;
    private final BlockingQueue<String> calls = new LinkedBlockingQueue<>();

    Recorder() throws IOException {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", this::confirm);
      server.start();
    }

    URI url() {
      return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void confirm(HttpExchange exchange) throws IOException {
      var method =
          exchange.getRequestURI().getPath().replaceAll(".*/", "").toLowerCase(Locale.ROOT);
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      var result =
          switch (method) {
            case "getme" ->
                "{\"id\": 1234567, \"is_bot\": true, \"first_name\": \"A\", \"username\": \"a_bot\"}";
            case "sendmessage", "editmessagetext" ->
                "{\"message_id\": 90, \"date\": 1763600400, \"chat\": {\"id\": 7, \"type\": \"private\"}}";
            default -> "true";
          };
      var response = "{\"ok\": true, \"result\": %s}".formatted(result);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, response.length());
      exchange.getResponseBody().write(response.getBytes(StandardCharsets.US_ASCII));
      exchange.close();
      calls.add(method + " " + body);
    }

    /// The next call that holds some words.
    String awaitCall(String words) throws InterruptedException {
      for (; ; ) {
        var call = calls.poll(3, TimeUnit.MINUTES);
        if (call == null) {
          throw new AssertionError("No call holds '%s'".formatted(words));
        }
        if (call.contains(words)) {
          return call;
        }
      }
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }
}
