package onrecord.bot.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A chat model behind a port of its own, in the form of OpenAI's chat completions and of Ollama's
/// chat, that does what a test tells it to.
public final class StubModel implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int PIECE = 7;

  private final HttpServer server;
  private final Function<Asked, Saying> script;
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  private StubModel(HttpServer server, Function<Asked, Saying> script) {
    this.server = server;
    this.script = script;
  }

  /// What it was asked.
  ///
  /// @param path of the request
  /// @param authorization the header; empty where there was none
  /// @param body as it came
  public record Asked(String path, String authorization, JsonNode body) {

    /// The message that tells it what to do.
    public String instruction() {
      return body.path("messages").path(0).path("content").asString();
    }

    /// The JSON object that it is given to read.
    public JsonNode material() {
      return JSON.readTree(body.path("messages").path(1).path("content").asString());
    }
  }

  /// @param script what it does with each request
  public static StubModel saying(Function<Asked, Saying> script) {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      var stub = new StubModel(server, script);
      server.createContext("/", stub::serve);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.start();
      return stub;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot start the stub", e);
    }
  }

  public static StubModel saying(Saying always) {
    return saying(asked -> always);
  }

  /// The address of its OpenAI-compatible interface.
  public URI openAi() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/v1");
  }

  /// The address of its Ollama interface.
  public URI ollama() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  /// What it was asked so far.
  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  private void serve(HttpExchange exchange) throws IOException {
    var body = JSON.readTree(exchange.getRequestBody().readAllBytes());
    var key = exchange.getRequestHeaders().getFirst("Authorization");
    var path = exchange.getRequestURI().getPath();
    var question = new Asked(path, key == null ? "" : key, body);
    asked.add(question);
    try (exchange) {
      say(script.apply(question), exchange, path.startsWith("/v1") ? new OpenAi() : new Ollama());
    } catch (IOException nobodyListens) {
      // That is for the one who asked to decide.
    }
  }

  private void say(Saying saying, HttpExchange exchange, Form form) throws IOException {
    switch (saying) {
      case Saying.Text(var text) -> {
        var out = form.begin(exchange);
        pieces(text, form, out);
        form.end(out);
      }
      case Saying.Whole(var text) -> send(exchange, 200, form.whole(text));
      case Saying.Cut(var text) -> pieces(text, form, form.begin(exchange));
      case Saying.Endless(var text, var piece) -> {
        var out = form.begin(exchange);
        pieces(text, form, out);
        while (closed.getCount() > 0) {
          form.piece(piece, out);
        }
      }
      case Saying.Silence() -> awaitTheEnd();
      case Saying.Status(int status) ->
          send(exchange, status, "{\"error\":{\"message\":\"no\",\"type\":\"stub\"}}");
      case Saying.Nonsense(var body) -> send(exchange, 200, body);
    }
  }

  private void awaitTheEnd() {
    try {
      closed.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void pieces(String text, Form form, OutputStream out) throws IOException {
    for (int i = 0; i < text.length(); i += PIECE) {
      form.piece(text.substring(i, Math.min(text.length(), i + PIECE)), out);
    }
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, 0);
    exchange.getResponseBody().write(body.getBytes(UTF_8));
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
  }

  /// How a service writes what its model says.
  private sealed interface Form {

    OutputStream begin(HttpExchange exchange) throws IOException;

    void piece(String text, OutputStream out) throws IOException;

    void end(OutputStream out) throws IOException;

    String whole(String text);
  }

  private record OpenAi() implements Form {

    @Override
    public OutputStream begin(HttpExchange exchange) throws IOException {
      exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
      exchange.sendResponseHeaders(200, 0);
      return exchange.getResponseBody();
    }

    @Override
    public void piece(String text, OutputStream out) throws IOException {
      event(Map.of("index", 0, "delta", Map.of("content", text)), out);
    }

    @Override
    public void end(OutputStream out) throws IOException {
      event(Map.of("index", 0, "delta", Map.of(), "finish_reason", "stop"), out);
      out.write("data: [DONE]\n\n".getBytes(UTF_8));
    }

    private static void event(Map<String, ?> choice, OutputStream out) throws IOException {
      var chunk = Map.of("id", "1", "object", "chat.completion.chunk", "choices", List.of(choice));
      out.write(("data: " + JSON.writeValueAsString(chunk) + "\n\n").getBytes(UTF_8));
      out.flush();
    }

    @Override
    public String whole(String text) {
      var choice =
          Map.of(
              "index",
              0,
              "message",
              Map.of("role", "assistant", "content", text),
              "finish_reason",
              "stop");
      var usage = Map.of("prompt_tokens", 70, "completion_tokens", 30, "total_tokens", 100);
      return JSON.writeValueAsString(
          Map.of(
              "id", "1", "object", "chat.completion", "choices", List.of(choice), "usage", usage));
    }
  }

  private record Ollama() implements Form {

    @Override
    public OutputStream begin(HttpExchange exchange) throws IOException {
      exchange.getResponseHeaders().set("Content-Type", "application/x-ndjson");
      exchange.sendResponseHeaders(200, 0);
      return exchange.getResponseBody();
    }

    @Override
    public void piece(String text, OutputStream out) throws IOException {
      line(Map.of("model", "stub", "message", message(text), "done", false), out);
    }

    @Override
    public void end(OutputStream out) throws IOException {
      line(last(""), out);
    }

    @Override
    public String whole(String text) {
      return JSON.writeValueAsString(last(text)) + "\n";
    }

    private static Map<String, ?> last(String text) {
      return Map.of(
          "model",
          "stub",
          "message",
          message(text),
          "done",
          true,
          "done_reason",
          "stop",
          "prompt_eval_count",
          70,
          "eval_count",
          30);
    }

    private static Map<String, String> message(String text) {
      return Map.of("role", "assistant", "content", text);
    }

    private static void line(Map<String, ?> line, OutputStream out) throws IOException {
      out.write((JSON.writeValueAsString(line) + "\n").getBytes(UTF_8));
      out.flush();
    }
  }
}
