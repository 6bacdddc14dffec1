package onrecord.retrieval.opensearch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import onrecord.retrieval.EmbeddingModels;
import onrecord.retrieval.SearchCluster;
import onrecord.retrieval.indexing.IndexedPassage;
import onrecord.retrieval.indexing.Origin;
import onrecord.retrieval.indexing.PassageStore;
import onrecord.retrieval.indexing.PassageStores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/// The generations of an index in a cluster: `NAME-1` and so on, behind the alias `NAME`, which
/// stands for the one that serves.
final class ClusterStores implements PassageStores {

  private static final Logger LOG = LoggerFactory.getLogger(ClusterStores.class);

  /// Seconds, within which each request is answered.
  private static final long MOST_WAITED = 20;

  private static final String SCHEMA = "schema";
  private static final String CHINESE = "chinese";
  private static final String ENGLISH = "english";

  private final SearchCluster cluster;
  private final EmbeddingModels models;
  private final ClusterClient client;

  /// Those that have lost a part, removed once another serves.
  private final Set<String> lost = new HashSet<>();

  ClusterStores(SearchCluster cluster, EmbeddingModels models) {
    this.cluster = cluster;
    this.models = models;
    this.client = new ClusterClient(cluster);
  }

  /// One of which a shard stays away is not used; it is built anew beside what is left.
  @Override
  public List<Origin> usable() throws IOException {
    var usable = new ArrayList<Origin>();
    for (var made : generations().entrySet()) {
      var name = made.getKey();
      if (!made.getValue().path(SCHEMA).asString("").equals("" + IndexedPassage.SCHEMA)) {
        LOG.info("The index {} is of another version", name);
        client.delete("/" + name);
      } else if (isWhole(name)) {
        usable.add(origin(name, made.getValue()));
      } else {
        LOG.warn("The index {} has lost a part of it", name);
        lost.add(name);
      }
    }
    return usable;
  }

  private static Origin origin(String name, JsonNode meta) {
    return new Origin(name, meta.path(CHINESE).asString(""), meta.path(ENGLISH).asString(""));
  }

  /// A node may be on its way back with what is missing.
  private boolean isWhole(String name) throws IOException {
    var waiting = Math.min(MOST_WAITED, cluster.patience().toSeconds()) + "s";
    var health =
        client.find("/_cluster/health/" + name + "?wait_for_status=yellow&timeout=" + waiting);
    return health.isPresent() && !health.get().path("status").asString("").equals("red");
  }

  /// What each says it was made by, newest first.
  private Map<String, JsonNode> generations() throws IOException {
    var found = new TreeMap<String, JsonNode>(Comparator.comparingInt(this::number).reversed());
    var path = "/" + cluster.index() + "-*/_mapping?filter_path=*.mappings._meta";
    for (var each : client.get(path).properties()) {
      if (each.getKey().matches(cluster.index() + "-\\d{1,9}")) {
        found.put(each.getKey(), each.getValue().at("/mappings/_meta"));
      }
    }
    return found;
  }

  private int number(String name) {
    return Integer.parseInt(name.substring(cluster.index().length() + 1));
  }

  @Override
  public Origin next(EmbeddingModels models) throws IOException {
    var last = generations().keySet().stream().mapToInt(this::number).max().orElse(0);
    return Origin.of(cluster.index() + "-" + (last + 1), models);
  }

  @Override
  public PassageStore open(Origin origin) throws IOException {
    if (!generations().containsKey(origin.name())) {
      make(origin);
    }
    return new ClusterStore(origin, client);
  }

  /// Waits for all copies of its shards, so that what is written from the first on outlives the
  /// loss of a node.
  private void make(Origin origin) throws IOException {
    client.put("/_index_template/" + cluster.index(), Mapping.template(cluster, models));
    var meta =
        Map.of(
            SCHEMA, "" + IndexedPassage.SCHEMA,
            CHINESE, origin.chinese(),
            ENGLISH, origin.english());
    client.put(
        "/" + origin.name() + "?wait_for_active_shards=all&timeout=20s",
        Map.of("mappings", Map.of("_meta", meta)));
  }

  /// The alias goes over in one step.
  @Override
  public void announce(Origin serving) throws IOException {
    var alias = cluster.index();
    client.post(
        "/_aliases",
        Map.of(
            "actions",
            List.of(
                Map.of(
                    "remove", Map.of("index", alias + "-*", "alias", alias, "must_exist", false)),
                Map.of("add", Map.of("index", serving.name(), "alias", alias)))));
    for (var name : lost) {
      client.delete("/" + name);
    }
    lost.clear();
  }

  @Override
  public void remove(Origin former) throws IOException {
    client.delete("/" + former.name());
  }

  @Override
  public void close() {
    client.close();
  }
}
