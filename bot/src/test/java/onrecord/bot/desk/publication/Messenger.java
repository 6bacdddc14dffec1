package onrecord.bot.desk.publication;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A messenger that somebody writes to the bot through, each time anew, and that keeps what the bot
/// says to them.
final class Messenger implements AutoCloseable {

  private static final String SECRET = "a-secret-of-the-webhook";

  private final HttpServer server;
  private final BlockingQueue<String> calls = new LinkedBlockingQueue<>();
  private final AtomicInteger numbers = new AtomicInteger(70_000);

  private Messenger(HttpServer server) {
    this.server = server;
  }

  static Messenger start() {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      var messenger = new Messenger(server);
      server.createContext("/", messenger::confirm);
      server.start();
      return messenger;
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
  }

  /// What tells the program where it is.
  Map<String, String> settings() {
    return Map.of(
        "onrecord.telegram.token",
        "1234567:token-of-the-test",
        "onrecord.telegram.api-url",
        "http://127.0.0.1:" + server.getAddress().getPort(),
        "onrecord.telegram.webhook.url",
        "https://ir.example.com/telegram/webhook",
        "onrecord.telegram.webhook.secret",
        SECRET);
  }

  /// What is said to a question in the end, when there is something to press below it.
  String asked(String question, Consumer<HttpRequest> post, int port) throws InterruptedException {
    var number = numbers.incrementAndGet();
    post.accept(update(port, number, message(number, question)));
    return await("editmessagetext", number, "reply_markup");
  }

  /// What is said to a command.
  String ordered(String command, Consumer<HttpRequest> post, int port) throws InterruptedException {
    var number = numbers.incrementAndGet();
    post.accept(update(port, number, message(number, command)));
    return await("sendmessage", number, "");
  }

  /// What is offered to a question that is typed in another conversation.
  String typed(String question, Consumer<HttpRequest> post, int port) throws InterruptedException {
    var number = numbers.incrementAndGet();
    post.accept(
        update(
            port,
            number,
            "\"inline_query\": {\"id\": \"%d\", \"query\": \"%s\", \"offset\": \"\", \"from\": %s}"
                .formatted(number, question, person(number))));
    return await("answerinlinequery", number, "");
  }

  private static String message(int number, String text) {
    return "\"message\": {\"message_id\": 1, \"date\": %d, \"text\": \"%s\", \"from\": %s, \"chat\": {\"id\": %d, \"type\": \"private\", \"first_name\": \"Mei\"}}"
        .formatted(System.currentTimeMillis() / 1_000, text, person(number), number);
  }

  private static String person(int number) {
    return "{\"id\": %d, \"is_bot\": false, \"first_name\": \"Mei\", \"language_code\": \"zh\"}"
        .formatted(number);
  }

  private static HttpRequest update(int port, int number, String what) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/telegram/webhook"))
        .header("Content-Type", "application/json")
        .header("X-Telegram-Bot-Api-Secret-Token", SECRET)
        .POST(BodyPublishers.ofString("{\"update_id\": %d, %s}".formatted(number, what)))
        .build();
  }

  /// The first call of a method that concerns somebody and holds some words.
  private String await(String method, int number, String words) throws InterruptedException {
    while (true) {
      @Nullable String call = calls.poll(60, TimeUnit.SECONDS);
      if (call == null) {
        throw new AssertionError("The bot never called %s for %d".formatted(method, number));
      }
      if (call.startsWith(method)
          && call.contains(String.valueOf(number))
          && call.contains(words)) {
        return call;
      }
    }
  }

  private void confirm(HttpExchange exchange) throws IOException {
    var method = exchange.getRequestURI().getPath().replaceAll(".*/", "").toLowerCase(Locale.ROOT);
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var result =
        switch (method) {
          case "getme" ->
              "{\"id\": 1234567, \"is_bot\": true, \"first_name\": \"A\", \"username\": \"a_bot\"}";
          case "sendmessage", "editmessagetext" ->
              "{\"message_id\": 90, \"date\": 1763600400, \"chat\": {\"id\": 7, \"type\": \"private\"}}";
          default -> "true";
        };
    var response =
        "{\"ok\": true, \"result\": %s}".formatted(result).getBytes(StandardCharsets.US_ASCII);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, response.length);
    exchange.getResponseBody().write(response);
    exchange.close();
    calls.add(method + " " + body);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
