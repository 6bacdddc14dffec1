package onrecord.retrieval.opensearch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Writes many documents in few requests, one request at a time: who writes faster than the cluster
/// takes waits.
///
/// What the cluster is too busy for is sent again, less at once, until its patience ends; what it
/// refuses for good is an error.
final class BulkWriter {

  private static final int LARGEST = 2_000_000;
  private static final int MOST = 500;

  private final ClusterClient client;
  private final String index;
  private final List<String> waiting = new ArrayList<>();
  private int size;

  BulkWriter(ClusterClient client, String index) {
    this.client = client;
    this.index = index;
  }

  void index(String id, String routing, Map<String, ?> document) throws IOException {
    add(line(Map.of("index", Map.of("_id", id, "routing", routing))) + line(document));
  }

  void delete(String id, String routing) throws IOException {
    add(line(Map.of("delete", Map.of("_id", id, "routing", routing))));
  }

  private static String line(Map<String, ?> content) {
    return ClusterClient.JSON.writeValueAsString(content) + "\n";
  }

  private void add(String action) throws IOException {
    if (size + action.length() > LARGEST || waiting.size() == MOST) {
      flush();
    }
    waiting.add(action);
    size += action.length();
  }

  /// Returns when all has been written. After an error what was not written is sent again with what
  /// comes next.
  void flush() throws IOException {
    var patience = client.patience();
    var most = MOST;
    while (!waiting.isEmpty()) {
      var sent = waiting.subList(0, Math.min(most, waiting.size()));
      var refused = refused(sent, client.postLines(index + "/_bulk", String.join("", sent)));
      if (refused.isEmpty()) {
        sent.clear();
        continue;
      }
      sent.clear();
      waiting.addAll(0, refused);
      if (patience.isOver()) {
        throw new ClusterException(
            "The cluster is too busy to write %d passages".formatted(waiting.size()));
      }
      most = Math.max(1, most / 2);
      patience.rest();
    }
    size = 0;
  }

  /// Those that the cluster was too busy for.
  private static List<String> refused(List<String> sent, JsonNode reply) {
    var refused = new ArrayList<String>();
    for (var i = 0; i < sent.size(); i++) {
      var outcome = reply.path("items").path(i).iterator().next();
      var status = outcome.path("status").asInt();
      if (status == 429 || status == 503) {
        refused.add(sent.get(i));
      } else if (outcome.has("error")) {
        throw new IllegalStateException(
            "The cluster refuses %s: %s".formatted(outcome.path("_id"), outcome.path("error")));
      }
    }
    return refused;
  }
}
