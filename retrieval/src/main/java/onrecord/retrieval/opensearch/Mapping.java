package onrecord.retrieval.opensearch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import onrecord.retrieval.EmbeddingModels;
import onrecord.retrieval.SearchCluster;
import onrecord.retrieval.indexing.WordWeights;

/// What an index in the cluster is made of.
///
/// Texts are cut into terms here, by the same code as in files of one machine, and sent as terms:
/// the cluster only parts them at white space. So both find the same, no analysis plugin is needed
/// on any node, and no upgrade of the cluster changes what a term is.
final class Mapping {

  static final String PASSAGE = "passage";
  static final String DISCLOSURE = "disclosure";

  /// Disclosure and revision: which state of a disclosure a passage was indexed from.
  static final String EDITION = "edition";

  /// The edition of a disclosure that is there whole, in a document of its own that holds nothing
  /// else.
  static final String WHOLE = "whole";

  static final String ISSUER = "issuer";
  static final String KIND = "kind";
  static final String PUBLISHED = "published";
  static final String ENDED = "ended";
  static final String PERIOD_START = "periodStart";
  static final String PERIOD_END = "periodEnd";
  static final String YEAR = "year";
  static final String PAGE = "page";
  static final String STATEMENT = "statement";
  static final String PARENT = "parent";
  static final String SAMENESS = "sameness";
  static final String LIKENESS = "likeness";
  static final String PENDING = "pending";
  static final String WORDS = "words";
  static final String CONTEXT = "context";
  static final String LABEL = "label";

  private static final String SCORING = "passages";

  private Mapping() {}

  static String vector(boolean chinese) {
    return chinese ? "vector-zh" : "vector-en";
  }

  /// What a search gets of the passages found: all but their vectors.
  static Map<String, ?> withoutVectors() {
    return Map.of("excludes", List.of(vector(true), vector(false)));
  }

  /// For each index whose name begins with the cluster's alias.
  static Map<String, Object> template(SearchCluster cluster, EmbeddingModels models) {
    return Map.of(
        "index_patterns", List.of(cluster.index() + "-*"),
        "priority", 100,
        "template", Map.of("settings", settings(cluster), "mappings", mappings(models)));
  }

  private static Map<String, Object> settings(SearchCluster cluster) {
    return Map.of(
        "index.knn",
        true,
        "index.knn.derived_source.enabled",
        false,
        "index.number_of_shards",
        cluster.shards(),
        "index.number_of_replicas",
        cluster.replicas(),
        // What is written is made searchable by those who write it.
        "index.refresh_interval",
        "-1",
        "index.similarity." + SCORING + ".type",
        "BM25",
        "index.similarity." + SCORING + ".k1",
        WordWeights.SATURATION,
        "index.similarity." + SCORING + ".b",
        WordWeights.LENGTH);
  }

  private static Map<String, Object> mappings(EmbeddingModels models) {
    var fields = new LinkedHashMap<String, Object>();
    for (var name : List.of(PASSAGE, DISCLOSURE, EDITION, WHOLE, ISSUER, KIND, YEAR, STATEMENT)) {
      fields.put(name, Map.of("type", "keyword"));
    }
    fields.put(LABEL, Map.of("type", "keyword", "doc_values", false, "similarity", SCORING));
    fields.put(PENDING, Map.of("type", "boolean"));
    fields.put(PUBLISHED, Map.of("type", "long"));
    fields.put(ENDED, Map.of("type", "long"));
    for (var name : List.of(PERIOD_START, PERIOD_END, PAGE, SAMENESS, LIKENESS)) {
      fields.put(name, Map.of("type", "long", "index", false, "doc_values", false));
    }
    fields.put(PARENT, Map.of("type", "boolean", "index", false, "doc_values", false));
    fields.put(WORDS, terms("freqs", true));
    fields.put(CONTEXT, terms("docs", false));
    fields.put(vector(true), vectors(models.chinese().dimension()));
    fields.put(vector(false), vectors(models.english().dimension()));
    return Map.of(
        "dynamic",
        "strict",
        "_routing",
        Map.of("required", true),
        // They stand whole beside the graph, and need no second place.
        "_source",
        Map.of("excludes", List.of(vector(true), vector(false))),
        "properties",
        fields);
  }

  private static Map<String, Object> terms(String options, boolean norms) {
    return Map.of(
        "type", "text",
        "analyzer", "whitespace",
        "index_options", options,
        "norms", norms,
        "similarity", SCORING);
  }

  /// Quantised for the search, whole for the last order.
  private static Map<String, Object> vectors(int dimension) {
    return Map.of(
        "type",
        "knn_vector",
        "dimension",
        dimension,
        "method",
        Map.of(
            "name", "hnsw",
            "engine", "lucene",
            "space_type", "cosinesimil",
            "parameters",
                Map.of("m", 16, "ef_construction", 100, "encoder", Map.of("name", "sq"))));
  }
}
