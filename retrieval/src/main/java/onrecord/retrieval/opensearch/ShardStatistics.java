package onrecord.retrieval.opensearch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import onrecord.retrieval.indexing.Rarities;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// How many passages of an index have a term, as its shards' dictionaries tell.
///
/// A document that is not kept is laid before each shard, and it says of each of its terms how many
/// passages have it: one look into a dictionary a term, where counting by search would go through
/// the passages.
final class ShardStatistics {

  private final ClusterClient client;
  private final String index;
  private volatile @Nullable List<String> routings;

  ShardStatistics(ClusterClient client, String index) {
    this.client = client;
    this.index = index;
  }

  /// What is counted of some terms and labels.
  ///
  /// @param labels those of the labels asked about that some passage has
  record Counts(Rarities rarities, Set<String> labels) {}

  Counts of(Collection<String> terms, Collection<String> labels) throws IOException {
    var words = String.join(" ", terms);
    var document = Map.of(Mapping.WORDS, words, Mapping.CONTEXT, words, Mapping.LABEL, labels);
    var asked = new ArrayList<Map<String, ?>>();
    for (var routing : routings()) {
      asked.add(
          Map.of(
              "_index",
              index,
              "routing",
              routing,
              "doc",
              document,
              "fields",
              List.of(Mapping.WORDS, Mapping.CONTEXT, Mapping.LABEL),
              "term_statistics",
              true,
              "positions",
              false,
              "offsets",
              false,
              "payloads",
              false));
    }
    return counts(told(asked));
  }

  /// A shard that is moving says so in the place of its answer.
  private JsonNode told(List<Map<String, ?>> asked) throws IOException {
    var patience = client.patience();
    while (true) {
      var told = client.post("/_mtermvectors", Map.of("docs", asked)).path("docs");
      var error = told.valueStream().map(each -> each.path("error")).filter(JsonNode::isObject);
      var first = error.findFirst();
      if (first.isEmpty()) {
        return told;
      }
      if (first.get().path("type").asString("").equals("index_not_found_exception")) {
        throw new MissingIndexException(index);
      }
      if (patience.isOver()) {
        throw new ClusterException("A shard does not answer: " + first.get());
      }
      patience.rest();
    }
  }

  private static Counts counts(JsonNode shards) {
    var passages = 0;
    var words = new HashMap<String, Integer>();
    var context = new HashMap<String, Integer>();
    var labels = new HashMap<String, Integer>();
    for (var shard : shards) {
      var fields = shard.path("term_vectors");
      passages += fields.path(Mapping.WORDS).at("/field_statistics/doc_count").asInt(0);
      add(fields.path(Mapping.WORDS), words);
      add(fields.path(Mapping.CONTEXT), context);
      add(fields.path(Mapping.LABEL), labels);
    }
    context.forEach((term, count) -> words.merge(term, count, Math::max));
    return new Counts(new Rarities(passages, words), labels.keySet());
  }

  private static void add(JsonNode field, Map<String, Integer> counts) {
    for (var term : field.path("terms").properties()) {
      var count = term.getValue().path("doc_freq").asInt(0);
      if (count > 0) {
        counts.merge(term.getKey(), count, Integer::sum);
      }
    }
  }

  /// For each shard something that is routed to it.
  private List<String> routings() throws IOException {
    var known = routings;
    if (known == null) {
      known = findRoutings();
      routings = known;
    }
    return known;
  }

  private List<String> findRoutings() throws IOException {
    var settings = client.get("/" + index + "/_settings").path(index);
    var shards = settings.at("/settings/index/number_of_shards").asInt(1);
    var found = new ArrayList<String>();
    var covered = new HashSet<Integer>();
    for (var number = 0; covered.size() < shards; number++) {
      var routed = client.get("/" + index + "/_search_shards?routing=" + number);
      if (covered.add(routed.at("/shards/0/0/shard").asInt())) {
        found.add("" + number);
      }
    }
    return List.copyOf(found);
  }
}
