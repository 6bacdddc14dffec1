package onrecord.bot.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Embeddings and scores behind a port of its own, in the forms of OpenAI, Ollama and the rerank
/// services: a text's vector counts some letters, and its score how many characters of the question
/// it holds.
final class StubVectors implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpServer server;
  private final List<String> authorizations = new CopyOnWriteArrayList<>();
  private volatile int status = 200;

  private StubVectors(HttpServer server) {
    this.server = server;
  }

  static StubVectors start() {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      var stub = new StubVectors(server);
      stub.answer("/v1/embeddings", StubVectors::openAi);
      stub.answer("/api/embed", StubVectors::ollama);
      stub.answer("/v1/rerank", StubVectors::scores);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.start();
      return stub;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot start the stub", e);
    }
  }

  URI url(String path) {
    return URI.create("http://localhost:" + server.getAddress().getPort() + path);
  }

  /// Fails from now on.
  void breakDown() {
    status = 503;
  }

  List<String> authorizations() {
    return authorizations;
  }

  private void answer(String path, Function<JsonNode, ObjectNode> reply) {
    server.createContext(path, exchange -> answer(exchange, reply));
  }

  private void answer(HttpExchange exchange, Function<JsonNode, ObjectNode> reply)
      throws IOException {
    try (exchange) {
      var authorization = exchange.getRequestHeaders().getFirst("Authorization");
      authorizations.add(authorization == null ? "" : authorization);
      var asked = JSON.readTree(exchange.getRequestBody().readAllBytes());
      var body = status == 200 ? reply.apply(asked).toString().getBytes(UTF_8) : new byte[0];
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static ObjectNode openAi(JsonNode asked) {
    var reply = JSON.createObjectNode().put("object", "list");
    var data = reply.putArray("data");
    for (var text : texts(asked)) {
      var each = data.addObject().put("object", "embedding").put("index", data.size() - 1);
      var vector = each.putArray("embedding");
      for (var value : vector(text)) {
        vector.add(value);
      }
    }
    reply.putObject("usage").put("prompt_tokens", 1).put("total_tokens", 1);
    return reply.put("model", asked.path("model").asString());
  }

  private static ObjectNode ollama(JsonNode asked) {
    var reply = JSON.createObjectNode().put("model", asked.path("model").asString());
    var vectors = reply.putArray("embeddings");
    for (var text : texts(asked)) {
      var vector = vectors.addArray();
      for (var value : vector(text)) {
        vector.add(value);
      }
    }
    return reply;
  }

  private static List<String> texts(JsonNode asked) {
    var input = asked.path("input");
    return input.isArray()
        ? input.values().stream().map(JsonNode::asString).toList()
        : List.of(input.asString());
  }

  static float[] vector(String text) {
    var vector = new float[8];
    text.chars().forEach(c -> vector[c % vector.length]++);
    return vector;
  }

  /// Worst first, as no one promises an order.
  private static ObjectNode scores(JsonNode asked) {
    var reply = JSON.createObjectNode();
    var results = reply.putArray("results");
    var documents = asked.path("documents");
    for (var i = documents.size() - 1; i >= 0; i--) {
      var text = documents.path(i).asString();
      var held = asked.path("query").asString().chars().filter(c -> text.indexOf(c) >= 0).count();
      results.addObject().put("index", i).put("relevance_score", (double) held);
    }
    return reply;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
