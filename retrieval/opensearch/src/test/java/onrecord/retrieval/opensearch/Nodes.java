package onrecord.retrieval.opensearch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import onrecord.corpus.Corpus;
import onrecord.retrieval.EmbeddingModels;
import onrecord.retrieval.SearchCluster;
import onrecord.retrieval.SearchIndex;
import onrecord.retrieval.SearchIndexes;
import org.opensearch.Version;
import org.opensearch.common.settings.Settings;
import org.opensearch.http.HttpServerTransport;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.node.NodeValidationException;
import org.opensearch.plugins.Plugin;
import org.opensearch.plugins.PluginInfo;
import org.opensearch.transport.Netty4ModulePlugin;
import org.opensearch.transport.TransportService;

/// Three real nodes of one cluster, in this process, started once.
final class Nodes {

  private static final Duration LONG = Duration.ofMinutes(2);

  private static final Nodes SHARED = new Nodes(3);

  private final Path home;
  private final List<Node> nodes = new ArrayList<>();

  /// Where each answers, or answered before it was stopped.
  private final List<URI> addresses = new ArrayList<>();

  private Nodes(int count) {
    try {
      this.home = Files.createTempDirectory("onrecord-nodes");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (var number = 0; number < count; number++) {
      var node = start(number);
      nodes.add(node);
      addresses.add(address(node));
    }
    awaitAll();
  }

  static Nodes shared() {
    return SHARED;
  }

  /// At ports that the system chooses; the first makes the cluster, and the others look for it.
  private Node start(int number) {
    var name = "node-" + number;
    var settings =
        Settings.builder()
            .put("cluster.name", "onrecord")
            .put("node.name", name)
            .put("path.home", home.resolve(name))
            .put("network.host", "127.0.0.1")
            .put("transport.port", 0)
            .put("http.port", 0)
            .put("transport.type", "netty4")
            .put("http.type", "netty4")
            .putList("discovery.seed_hosts", number == 0 ? List.of() : List.of(first()))
            .putList(
                "cluster.initial_cluster_manager_nodes", number == 0 ? List.of(name) : List.of())
            .put("discovery.initial_state_timeout", "0ms")
            .put("cluster.routing.allocation.disk.threshold_enabled", false)
            .put("cluster.max_shards_per_node", 10_000)
            .put("node.processors", 1)
            .build();
    try {
      return new PluggedNode(settings).start();
    } catch (NodeValidationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class PluggedNode extends Node {

    PluggedNode(Settings settings) {
      super(
          InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), null, () -> "node"),
          List.of(info(Netty4ModulePlugin.class), info(knn())),
          true);
    }

    /// Its jar is on the class path of the running tests alone.
    private static Class<? extends Plugin> knn() {
      try {
        return Class.forName("org.opensearch.knn.plugin.KNNPlugin").asSubclass(Plugin.class);
      } catch (ClassNotFoundException e) {
        throw new IllegalStateException(e);
      }
    }

    private static PluginInfo info(Class<? extends Plugin> plugin) {
      var name = plugin.getName();
      return new PluginInfo(
          name, "a test's", "NA", Version.CURRENT, "25", name, null, List.of(), false);
    }
  }

  private String first() {
    var bound = nodes.getFirst().injector().getInstance(TransportService.class).boundAddress();
    return "127.0.0.1:" + bound.publishAddress().getPort();
  }

  private static URI address(Node node) {
    var bound = node.injector().getInstance(HttpServerTransport.class).boundAddress();
    return URI.create("http://127.0.0.1:" + bound.publishAddress().getPort());
  }

  private SearchCluster cluster(String index, int replicas, Duration patience) {
    return new SearchCluster(addresses, index, 2, replicas, null, patience);
  }

  /// The index of a test, named after its directory, in two shards.
  SearchIndex open(Corpus corpus, Path directory, EmbeddingModels models) {
    return SearchIndexes.open(corpus, cluster(name(directory), 0, LONG), directory, models, 1);
  }

  /// One of which each node may be lost.
  SearchIndex openTwice(Corpus corpus, Path directory, EmbeddingModels models) {
    return SearchIndexes.open(corpus, cluster(name(directory), 1, LONG), directory, models, 1);
  }

  /// One that does not wait long for what is missing.
  SearchIndex openHastily(Corpus corpus, Path directory, EmbeddingModels models) {
    var hasty = cluster(name(directory), 0, Duration.ofSeconds(1));
    return SearchIndexes.open(corpus, hasty, directory, models, 1);
  }

  /// The way to the first, for [#openBehind].
  Gate gate() {
    return new Gate(addresses.getFirst());
  }

  /// One that knows no other way, and does not wait long.
  SearchIndex openBehind(Gate gate, Corpus corpus, Path directory, EmbeddingModels models) {
    var cluster =
        new SearchCluster(
            List.of(gate.address()), name(directory), 2, 0, null, Duration.ofSeconds(1));
    return SearchIndexes.open(corpus, cluster, directory, models, 1);
  }

  static String name(Path directory) {
    return "test" + Integer.toUnsignedString(directory.toString().hashCode(), 36);
  }

  void stop(int number) {
    try {
      var node = nodes.get(number);
      node.close();
      if (!node.awaitClose(2, TimeUnit.MINUTES)) {
        throw new IllegalStateException("The node does not stop");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// Starts a stopped one again, and waits until all copies are back. Never the first.
  void startAgain(int number) {
    nodes.set(number, start(number));
    addresses.set(number, address(nodes.get(number)));
    awaitAll();
  }

  private void awaitAll() {
    try (var client = client()) {
      client.get(
          "/_cluster/health?timeout=2m&wait_for_status=green&wait_for_nodes=" + nodes.size());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ClusterClient client() {
    return new ClusterClient(cluster("any", 0, LONG));
  }

  void removeAll() {
    try (var client = client()) {
      client.delete("/test*");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
