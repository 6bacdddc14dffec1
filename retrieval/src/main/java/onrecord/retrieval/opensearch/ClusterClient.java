package onrecord.retrieval.opensearch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import onrecord.retrieval.SearchCluster;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Speaks to a cluster: to its nodes in turn, to the next one where one does not answer, and again
/// where all are busy.
///
/// Whatever is sent may arrive twice, so everything asked here does the same when done twice.
final class ClusterClient implements AutoCloseable {

  static final JsonMapper JSON = JsonMapper.builder().build();

  /// Too many requests, and what gateways and shards that are moving say.
  private static final Set<Integer> BUSY = Set.of(429, 502, 503, 504);

  /// What was waited for has not come, and the body says how things are.
  private static final int WAITED = 408;

  private static final Duration CONNECTING = Duration.ofSeconds(3);

  /// A lost connection is not always noticed.
  private static final Duration ANSWERING = Duration.ofSeconds(30);

  private final SearchCluster cluster;
  private final HttpClient http;
  private final AtomicInteger turn = new AtomicInteger();

  ClusterClient(SearchCluster cluster) {
    this.cluster = cluster;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECTING)
            .build();
  }

  /// How long what is busy is asked again.
  Patience patience() {
    return new Patience(cluster.patience());
  }

  JsonNode get(String path) throws IOException {
    return told("GET", path, send("GET", path, null));
  }

  /// Empty where there is no such thing.
  Optional<JsonNode> find(String path) throws IOException {
    var reply = send("GET", path, null);
    return reply.statusCode() == 404 ? Optional.empty() : Optional.of(told("GET", path, reply));
  }

  JsonNode put(String path, Object body) throws IOException {
    return told("PUT", path, send("PUT", path, JSON.writeValueAsBytes(body)));
  }

  JsonNode post(String path, Object body) throws IOException {
    return told("POST", path, send("POST", path, JSON.writeValueAsBytes(body)));
  }

  /// @param lines JSON, one a line
  JsonNode postLines(String path, String lines) throws IOException {
    return told("POST", path, send("POST", path, lines.getBytes(StandardCharsets.UTF_8)));
  }

  void delete(String path) throws IOException {
    var reply = send("DELETE", path, null);
    if (reply.statusCode() != 404) {
      told("DELETE", path, reply);
    }
  }

  /// @throws MissingIndexException if there is no such index (any more)
  /// @throws IllegalStateException if the cluster refuses what is asked, and always will
  private static JsonNode told(String method, String path, HttpResponse<byte[]> reply) {
    var body = JSON.readTree(reply.body());
    if (reply.statusCode() < 300 || reply.statusCode() == WAITED) {
      return body;
    }
    var error = body.path("error");
    switch (error.path("type").asString("")) {
      case "resource_already_exists_exception" -> {
        // It was made, and the word of it was lost.
        return body;
      }
      case "index_not_found_exception" -> throw new MissingIndexException(path);
      default -> {}
    }
    throw new IllegalStateException(
        "The cluster refuses %s %s with %d: %s".formatted(method, path, reply.statusCode(), error));
  }

  private HttpResponse<byte[]> send(String method, String path, byte @Nullable [] body)
      throws IOException {
    var patience = patience();
    while (true) {
      var reply = round(method, path, body);
      if (!BUSY.contains(reply.status)) {
        return reply.answer();
      }
      if (patience.isOver()) {
        throw reply.asException(cluster);
      }
      patience.rest();
    }
  }

  /// Asks one node after another, each once, until one answers.
  private Reply round(String method, String path, byte @Nullable [] body) throws IOException {
    var reply = new Reply(503, null, null);
    for (var node = 0; node < cluster.nodes().size() && BUSY.contains(reply.status); node++) {
      reply = ask(method, nextNode().resolve(path), body);
    }
    return reply;
  }

  private URI nextNode() {
    return cluster.nodes().get(Math.floorMod(turn.getAndIncrement(), cluster.nodes().size()));
  }

  private Reply ask(String method, URI address, byte @Nullable [] body) throws IOException {
    var publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
    try {
      var answer = http.send(request(method, address, publisher), BodyHandlers.ofByteArray());
      return new Reply(answer.statusCode(), answer, null);
    } catch (IOException e) {
      return new Reply(503, null, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClusterException("Interrupted while the cluster was asked", e);
    }
  }

  private HttpRequest request(String method, URI address, BodyPublisher body) {
    var request =
        HttpRequest.newBuilder(address)
            .method(method, body)
            .timeout(ANSWERING)
            .header("Content-Type", "application/json");
    var login = cluster.login();
    if (login != null) {
      var both = (login.name() + ":" + login.password()).getBytes(StandardCharsets.UTF_8);
      request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(both));
    }
    return request.build();
  }

  /// What a node said, or why it said nothing.
  private record Reply(
      int status, @Nullable HttpResponse<byte[]> answered, @Nullable IOException failure) {

    HttpResponse<byte[]> answer() {
      if (answered == null) {
        throw new IllegalStateException("No node answered");
      }
      return answered;
    }

    ClusterException asException(SearchCluster cluster) {
      if (failure != null) {
        return new ClusterException("No node of the cluster answers: " + cluster.nodes(), failure);
      }
      var said = answered == null ? "" : new String(answered.body(), StandardCharsets.UTF_8);
      return new ClusterException("The cluster is busy (%d): %s".formatted(status, said));
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
