package onrecord.retrieval.opensearch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import onrecord.corpus.DisclosureKind;
import onrecord.corpus.PassageId;
import onrecord.retrieval.analysis.QueryTerms;
import onrecord.retrieval.analysis.Stated;
import onrecord.retrieval.indexing.Coverage;
import onrecord.retrieval.indexing.Neighbours;
import onrecord.retrieval.indexing.Rarities;
import onrecord.retrieval.ranking.Candidate;
import onrecord.retrieval.ranking.Candidate.Days;
import onrecord.retrieval.structure.Statement;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads from what the cluster sends what the ranking needs to know of each passage found.
final class HitReader {

  private final Coverage coverage;
  private final Set<String> proofs;

  HitReader(QueryTerms terms, Rarities rarities) {
    this.coverage = new Coverage(terms, rarities);
    this.proofs = terms.proofs();
  }

  /// @param words scores by words, by passage; 0 for those found by meaning alone
  List<Candidate> read(List<JsonNode> hits, Map<String, Double> words) {
    var holding = new HashMap<PassageId, Set<String>>();
    var candidates = new ArrayList<Candidate>();
    for (var hit : hits) {
      var candidate = candidate(hit, words, holding);
      candidates.add(candidate);
    }
    return candidates.stream().map(new Neighbours(coverage, holding)::beside).toList();
  }

  private Candidate candidate(
      JsonNode hit, Map<String, Double> words, Map<PassageId, Set<String>> holding) {
    var id = new PassageId(hit.path("_id").asString(""));
    var source = hit.path("_source");
    var places = places(source.path(Mapping.WORDS).asString(""));
    var held = held(places, source.path(Mapping.CONTEXT).asString(""));
    holding.put(id, held);
    return new Candidate(
        id,
        words.getOrDefault(id.value(), 0.0),
        similarity(hit.path("_score").asDouble(0)),
        coverage.of(held),
        coverage.closest(places),
        null,
        new Stated(source.path(Mapping.SAMENESS).asLong(), source.path(Mapping.LIKENESS).asLong()),
        DisclosureKind.valueOf(source.path(Mapping.KIND).asString("")),
        source.path(Mapping.PUBLISHED).asLong(),
        period(source),
        source.path(Mapping.PAGE).asInt(0),
        statement(source),
        source.path(Mapping.PARENT).asBoolean(false));
  }

  /// The question's proofs by where they stand.
  private SortedMap<Integer, List<String>> places(String words) {
    var places = new TreeMap<Integer, List<String>>();
    var place = 0;
    for (var line : words.split("\n")) {
      for (var term : line.split(" ")) {
        if (proofs.contains(term)) {
          places.computeIfAbsent(place, _ -> new ArrayList<>()).add(term);
        }
      }
      place++;
    }
    return places;
  }

  private Set<String> held(SortedMap<Integer, List<String>> places, String context) {
    var held = new HashSet<String>();
    places.values().forEach(held::addAll);
    for (var term : context.split(" ")) {
      if (proofs.contains(term)) {
        held.add(term);
      }
    }
    return held;
  }

  /// The score is 1 / (1 + d²), and the squared distance of two vectors of length one is twice what
  /// their cosine lacks to one. No vector has no score.
  private static double similarity(double score) {
    return score == 0 ? Double.NaN : 1 - (1 / score - 1) / 2;
  }

  private static @Nullable Days period(JsonNode source) {
    return source.has(Mapping.PERIOD_START)
        ? new Days(
            source.path(Mapping.PERIOD_START).asLong(), source.path(Mapping.PERIOD_END).asLong())
        : null;
  }

  private static @Nullable Statement statement(JsonNode source) {
    return source.has(Mapping.STATEMENT)
        ? Statement.valueOf(source.path(Mapping.STATEMENT).asString(""))
        : null;
  }
}
