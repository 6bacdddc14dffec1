package onrecord.retrieval.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.IntStream;
import onrecord.retrieval.SearchCluster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Against a node that answers as it is told.
class BulkWriterTest {

  private final ConcurrentLinkedDeque<String> replies = new ConcurrentLinkedDeque<>();
  private final List<Integer> sizes = new ArrayList<>();
  private final ConcurrentSkipListSet<String> taken = new ConcurrentSkipListSet<>();
  private HttpServer server;
  private ClusterClient client;

  BulkWriterTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    client = client(Duration.ofMinutes(2));
  }

  @BeforeEach
  void start() {
    server.createContext("/", this::reply);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    client.close();
  }

  @Test
  void whatABusyNodeRefusesIsSentAgainAndLessAtOnce() throws IOException {
    replies.add("429");
    replies.add("items 429");
    replies.add("items 429");

    write(new BulkWriter(client, "/index"), 600);

    assertThat(taken).hasSize(600);
    assertThat(sizes).startsWith(500, 500, 250, 125);
  }

  @Test
  void whatIsRefusedForGoodIsAnError() {
    replies.add("items 400");

    assertThatThrownBy(() -> write(new BulkWriter(client, "/index"), 3))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("refuses");
  }

  @Test
  void aNodeThatStaysBusyIsAnErrorOnceThePatienceEndsAndNothingIsForgotten() throws IOException {
    try (var hasty = client(Duration.ZERO)) {
      replies.add("items 429");
      var writer = new BulkWriter(hasty, "/index");
      assertThatThrownBy(() -> write(writer, 3)).isInstanceOf(ClusterException.class);
      assertThat(taken).isEmpty();

      writer.flush();
      assertThat(taken).hasSize(3);
    }
  }

  private static void write(BulkWriter writer, int count) throws IOException {
    for (var number : IntStream.range(0, count).toArray()) {
      writer.index("p" + number, "900001", Map.of("words", "江州"));
    }
    writer.flush();
  }

  private ClusterClient client(Duration patience) {
    var node = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    return new ClusterClient(new SearchCluster(List.of(node), "index", 1, 0, null, patience));
  }

  private void reply(HttpExchange exchange) throws IOException {
    var lines = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var ids = lines.lines().filter(line -> line.startsWith("{\"index\"")).toList();
    sizes.add(ids.size());
    var reply = replies.isEmpty() ? "items 201" : replies.removeFirst();
    if (!reply.startsWith("items")) {
      send(exchange, Integer.parseInt(reply), "{}");
      return;
    }
    var status = reply.substring(6);
    if (status.equals("201")) {
      taken.addAll(ids);
    }
    var error = status.equals("201") ? "" : ",\"error\":{\"type\":\"made_up\"}";
    var item = "{\"index\":{\"_id\":\"p\",\"status\":" + status + error + "}}";
    send(
        exchange,
        200,
        "{\"items\":[" + String.join(",", ids.stream().map(_ -> item).toList()) + "]}");
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
