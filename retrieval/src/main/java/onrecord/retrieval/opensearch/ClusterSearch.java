package onrecord.retrieval.opensearch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import onrecord.corpus.SecuritiesCode;
import onrecord.retrieval.asking.Asked;
import onrecord.retrieval.embedding.Vectors;
import onrecord.retrieval.indexing.Aside;
import onrecord.retrieval.indexing.Filing;
import onrecord.retrieval.indexing.Filing.Stretch;
import onrecord.retrieval.indexing.IndexedPassage;
import onrecord.retrieval.indexing.QuestionVectors;
import onrecord.retrieval.indexing.WordWeights;
import onrecord.retrieval.opensearch.ShardStatistics.Counts;
import onrecord.retrieval.ranking.Candidate;
import tools.jackson.databind.JsonNode;

/// The first stage in the cluster: what words find and what meaning finds, side by side, then all
/// that the ranking needs to know of each.
///
/// A question about certain issuers goes to their shards alone.
final class ClusterSearch {

  /// Below a hundred the graph of quantised vectors misses near ones.
  private static final int LEAST_DEPTH = 100;

  /// No label is longer.
  private static final int LONGEST_LABEL = 40;

  /// Each stretch of so much of a question is looked up among the labels; what comes later in a
  /// long one is found by its terms alone.
  private static final int KEY_READ = 120;

  private final ClusterClient client;
  private final String index;
  private final ShardStatistics statistics;

  ClusterSearch(ClusterClient client, String index) {
    this.client = client;
    this.index = index;
    this.statistics = new ShardStatistics(client, index);
  }

  /// With the terms counted over all shards, as if they were one.
  private static final String COUNTING_ALL = "&search_type=dfs_query_then_fetch";

  /// Where an index is searched; a shard that does not answer is an error, since what it holds
  /// would be missing.
  ///
  /// @param issuers empty for all
  static String path(String index, Collection<SecuritiesCode> issuers) {
    var routing =
        issuers.stream().map(SecuritiesCode::value).sorted().collect(Collectors.joining(","));
    return "/"
        + index
        + "/_search?allow_partial_search_results=false"
        + (routing.isEmpty() ? "" : "&routing=" + routing);
  }

  List<Candidate> candidates(Asked asked, Vectors vectors) throws IOException {
    if (asked.terms().weights().isEmpty()) {
      return List.of();
    }
    return new Search(asked, vectors).candidates();
  }

  /// One question's.
  private final class Search {

    private final Asked asked;
    private final Vectors vectors;
    private final Set<SecuritiesCode> issuers;
    private final int depth;

    Search(Asked asked, Vectors vectors) {
      this.asked = asked;
      this.vectors = vectors;
      var limited = asked.query().issuers();
      this.issuers = limited.isEmpty() ? asked.issuers() : limited;
      this.depth = Math.max(LEAST_DEPTH, asked.query().k());
    }

    List<Candidate> candidates() throws IOException {
      var meaning = Aside.begin(this::byMeaning);
      var literal = literal(asked.terms().key());
      var counts = statistics.of(asked.terms().all(), looked(literal.keySet()));
      var words = new LinkedHashMap<String, Double>();
      for (var hit : hits(COUNTING_ALL, byWords(counts, literal))) {
        words.put(hit.path("_id").asString(""), hit.path("_score").asDouble());
      }
      var near = meaning.outcome();
      near.passages.forEach(id -> words.putIfAbsent(id, 0.0));
      var found = hits("", known(words.keySet(), near.questions));
      return new HitReader(asked.terms(), counts.rarities()).read(found, words);
    }

    private List<JsonNode> hits(String options, Map<String, ?> body) throws IOException {
      return client
          .post(path(index, issuers) + options, body)
          .at("/hits/hits")
          .valueStream()
          .toList();
    }

    // --- by words

    /// Every stretch of the question that might be a label, by its letters.
    private static Map<String, List<Stretch>> literal(String key) {
      var stretches = new LinkedHashMap<String, List<Stretch>>();
      var read = Math.min(KEY_READ, key.length());
      for (var start = 0; start < read; start++) {
        for (var end = start + 2; end <= Math.min(start + LONGEST_LABEL, read); end++) {
          stretches
              .computeIfAbsent(key.substring(start, end), _ -> new ArrayList<>())
              .add(new Stretch(start, end));
        }
      }
      return stretches;
    }

    private Set<String> looked(Collection<String> literal) {
      var looked = new LinkedHashSet<>(literal);
      asked.terms().labels().forEach(looked::addAll);
      return looked;
    }

    private Map<String, ?> byWords(Counts counts, Map<String, List<Stretch>> literal) {
      var stretches = new TreeSet<Stretch>();
      literal.forEach((letters, places) -> {
        if (counts.labels().contains(letters)) {
          stretches.addAll(places);
        }
      });
      var labels = Filing.of(asked.terms(), stretches, counts.labels());
      var any = new ArrayList<Map<String, ?>>();
      for (var term : WordWeights.chosen(asked.terms(), counts.rarities())) {
        any.add(ownOrContext(term.getKey(), term.getValue()));
      }
      labels.forEach(names -> any.add(anyOf(names)));
      for (var statement : asked.statements()) {
        any.add(constant(Mapping.STATEMENT, statement.name(), WordWeights.STATEMENT));
      }
      var period = asked.period();
      if (period != null) {
        any.add(constant(Mapping.YEAR, "" + period.end().getYear(), WordWeights.YEAR));
      }
      var bool = Map.of("should", any, "minimum_should_match", 1, "filter", filters());
      return Map.of("query", Map.of("bool", bool), "size", depth, "_source", false);
    }

    /// In its own words or in what its disclosure says of it, whichever tells more.
    private static Map<String, ?> ownOrContext(String term, float weight) {
      var either =
          List.of(term(Mapping.WORDS, term, 1), term(Mapping.CONTEXT, term, WordWeights.CONTEXT));
      return Map.of("dis_max", Map.of("queries", either, "boost", weight));
    }

    /// The names of one thing count once.
    private static Map<String, ?> anyOf(Set<String> names) {
      var queries = names.stream().map(name -> term(Mapping.LABEL, name, 1)).toList();
      return Map.of("dis_max", Map.of("queries", queries, "boost", WordWeights.LABEL));
    }

    private static Map<String, ?> term(String field, String value, float weight) {
      return Map.of("term", Map.of(field, Map.of("value", value, "boost", weight)));
    }

    private static Map<String, ?> constant(String field, String value, float score) {
      var filter = Map.of("term", Map.of(field, value));
      return Map.of("constant_score", Map.of("filter", filter, "boost", score));
    }

    /// What the question may find at all: from the instant of publication on, and no longer at the
    /// instant of ending.
    private List<Map<String, ?>> filters() {
      var millis = IndexedPassage.millis(asked.query().asOf());
      var filters = new ArrayList<Map<String, ?>>();
      filters.add(Map.of("range", Map.of(Mapping.PUBLISHED, Map.of("lte", millis))));
      filters.add(Map.of("range", Map.of(Mapping.ENDED, Map.of("gt", millis))));
      if (!issuers.isEmpty()) {
        var codes = issuers.stream().map(SecuritiesCode::value).toList();
        filters.add(Map.of("terms", Map.of(Mapping.ISSUER, codes)));
      }
      if (!asked.query().kinds().isEmpty()) {
        var kinds = asked.query().kinds().stream().map(Enum::name).toList();
        filters.add(Map.of("terms", Map.of(Mapping.KIND, kinds)));
      }
      return filters;
    }

    // --- by meaning

    /// @param questions the question's vectors, by the field they are compared in
    private record Near(Set<String> passages, Map<String, float[]> questions) {}

    private Near byMeaning() throws IOException {
      var questions = new LinkedHashMap<String, float[]>();
      QuestionVectors.of(asked.query(), List.of(true, false), vectors)
          .forEach((chinese, vector) -> questions.put(Mapping.vector(chinese), vector));
      var passages = new LinkedHashSet<String>();
      for (var question : questions.entrySet()) {
        for (var hit : hits("", nearest(question.getKey(), question.getValue()))) {
          passages.add(hit.path("_id").asString(""));
        }
      }
      return new Near(passages, questions);
    }

    private Map<String, ?> nearest(String field, float[] question) {
      var allowed = Map.of("bool", Map.of("filter", filters()));
      var near = Map.of("vector", question, "k", depth, "filter", allowed);
      return Map.of("query", Map.of("knn", Map.of(field, near)), "size", depth, "_source", false);
    }

    // --- what is known of those found

    /// The passages found with what stands in them, scored by how near their whole vectors are.
    private Map<String, ?> known(Set<String> ids, Map<String, float[]> questions) {
      var nearness = new ArrayList<Map<String, ?>>();
      questions.forEach((field, question) -> nearness.add(nearness(field, question)));
      var bool =
          Map.of("filter", List.of(Map.of("ids", Map.of("values", ids))), "should", nearness);
      return Map.of(
          "query", Map.of("bool", bool),
          "size", ids.size(),
          "_source", Mapping.withoutVectors());
    }

    /// By the square of the distance, whose score has been the same in all versions.
    private static Map<String, ?> nearness(String field, float[] question) {
      var parameters = Map.of("field", field, "query_value", question, "space_type", "l2");
      var script = Map.of("source", "knn_score", "lang", "knn", "params", parameters);
      var having = Map.of("exists", Map.of("field", field));
      return Map.of("script_score", Map.of("query", having, "script", script));
    }
  }
}
