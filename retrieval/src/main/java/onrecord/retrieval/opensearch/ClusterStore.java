package onrecord.retrieval.opensearch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import onrecord.corpus.DisclosureId;
import onrecord.corpus.PassageId;
import onrecord.retrieval.SearchIndex.Progress;
import onrecord.retrieval.asking.Asked;
import onrecord.retrieval.embedding.Vectors;
import onrecord.retrieval.indexing.IndexedPassage;
import onrecord.retrieval.indexing.Origin;
import onrecord.retrieval.indexing.PassageStore;
import onrecord.retrieval.indexing.StoreClosedException;
import onrecord.retrieval.ranking.Candidate;
import tools.jackson.databind.JsonNode;

/// An index of the cluster with one document a passage, and one more for each disclosure that is
/// there whole.
///
/// The cluster knows no step that writes many documents or none, so a disclosure counts as there
/// only once all of its passages are, and those of its former state are gone.
final class ClusterStore implements PassageStore {

  private static final int PAGE = 1_000;

  private final Origin origin;
  private final ClusterClient client;
  private final ClusterSearch search;
  private final BulkWriter writer;

  /// Written, but not yet settled: the routing by disclosure's edition.
  private final Map<Written, String> replaced = new HashMap<>();

  private final Set<DisclosureId> removed = new HashSet<>();
  private boolean unsettled;

  private record Written(DisclosureId disclosure, String edition) {}

  ClusterStore(Origin origin, ClusterClient client) throws IOException {
    this.origin = origin;
    this.client = client;
    this.search = new ClusterSearch(client, origin.name());
    this.writer = new BulkWriter(client, "/" + origin.name());
    refresh();
  }

  @Override
  public Origin origin() {
    return origin;
  }

  @Override
  public List<Candidate> candidates(Asked asked, Vectors vectors) throws IOException {
    try {
      return search.candidates(asked, vectors);
    } catch (MissingIndexException e) {
      throw new StoreClosedException(e);
    }
  }

  // --- what is in it

  @Override
  public Collection<String> editions() throws IOException {
    return all(exists(Mapping.WHOLE), Mapping.DISCLOSURE).stream()
        .map(hit -> hit.path("_source").path(Mapping.WHOLE).asString(""))
        .toList();
  }

  @Override
  public List<PassageId> pending() throws IOException {
    return all(pendingOnes(), Mapping.PASSAGE).stream()
        .map(hit -> new PassageId(hit.path("_id").asString("")))
        .toList();
  }

  @Override
  public Progress progress() throws IOException {
    var passages = count(exists(Mapping.EDITION));
    return new Progress(passages, passages - count(pendingOnes()));
  }

  private int count(Map<String, ?> query) throws IOException {
    var path = "/" + origin.name() + "/_count";
    return client.post(path, Map.of("query", query)).path("count").asInt();
  }

  private static Map<String, ?> pendingOnes() {
    return Map.of("term", Map.of(Mapping.PENDING, true));
  }

  private static Map<String, ?> exists(String field) {
    return Map.of("exists", Map.of("field", field));
  }

  /// Everything that a query finds, page by page.
  ///
  /// @param order a field that no two of them share
  private List<JsonNode> all(Map<String, ?> query, String order) throws IOException {
    var all = new ArrayList<JsonNode>();
    var body = new HashMap<String, Object>();
    body.put("query", Map.of("bool", Map.of("filter", List.of(query))));
    body.put("sort", List.of(Map.of(order, "asc")));
    body.put("_source", List.of(Mapping.WHOLE));
    body.put("size", PAGE);
    for (var more = true; more; ) {
      var hits = client.post(ClusterSearch.path(origin.name(), Set.of()), body).at("/hits/hits");
      hits.forEach(all::add);
      more = hits.size() == PAGE;
      if (more) {
        body.put("search_after", hits.get(PAGE - 1).path("sort"));
      }
    }
    return all;
  }

  // --- writing

  @Override
  public void replace(List<IndexedPassage> passages) throws IOException {
    var first = passages.getFirst();
    unsettled = true;
    replaced.put(new Written(first.disclosure().id(), first.edition()), first.issuer());
    write(passages);
  }

  @Override
  public void update(List<IndexedPassage> passages) throws IOException {
    unsettled |= !passages.isEmpty();
    write(passages);
  }

  private void write(List<IndexedPassage> passages) throws IOException {
    for (var passage : passages) {
      writer.index(passage.id(), passage.issuer(), PassageJson.of(passage));
    }
  }

  @Override
  public void remove(DisclosureId id) {
    unsettled = true;
    removed.add(id);
  }

  /// Nodes come back.
  @Override
  public boolean isWritable() {
    return true;
  }

  @Override
  public void settle() throws IOException {
    if (!unsettled) {
      return;
    }
    writer.flush();
    refresh();
    deleteFormer();
    for (var written : replaced.entrySet()) {
      var id = written.getKey().disclosure().value();
      var mark = Map.of(Mapping.DISCLOSURE, id, Mapping.WHOLE, written.getKey().edition());
      writer.index(id, written.getValue(), mark);
    }
    writer.flush();
    refresh();
    replaced.clear();
    removed.clear();
    unsettled = false;
  }

  /// What is left of former states of what was replaced, and all of what was removed.
  private void deleteFormer() throws IOException {
    var ids = replaced.keySet().stream().map(written -> written.disclosure().value()).toList();
    var editions = replaced.keySet().stream().map(Written::edition).toList();
    for (var from = 0; from < ids.size(); from += PAGE) {
      var to = Math.min(from + PAGE, ids.size());
      delete(
          Map.of(
              "bool",
              Map.of(
                  "filter",
                  List.of(
                      Map.of("terms", Map.of(Mapping.DISCLOSURE, ids.subList(from, to))),
                      exists(Mapping.EDITION)),
                  "must_not",
                  List.of(Map.of("terms", Map.of(Mapping.EDITION, editions))))),
          Mapping.PASSAGE);
    }
    for (var id : removed) {
      var its = Map.of("term", Map.of(Mapping.DISCLOSURE, id.value()));
      delete(
          Map.of("bool", Map.of("filter", List.of(its, exists(Mapping.EDITION)))), Mapping.PASSAGE);
      delete(
          Map.of("bool", Map.of("filter", List.of(its, exists(Mapping.WHOLE)))),
          Mapping.DISCLOSURE);
    }
  }

  private void delete(Map<String, ?> query, String order) throws IOException {
    for (var hit : all(query, order)) {
      writer.delete(hit.path("_id").asString(""), hit.path("_routing").asString(""));
    }
  }

  private void refresh() throws IOException {
    client.post("/" + origin.name() + "/_refresh", Map.of());
  }

  /// The index stays in the cluster, whose connection the stores close.
  @Override
  public void close() {}
}
