package onrecord.retrieval.opensearch;

import static onrecord.retrieval.MemoryCorpus.LANTERN;
import static onrecord.retrieval.MemoryCorpus.RIVER;
import static onrecord.retrieval.MemoryCorpus.prose;
import static onrecord.retrieval.MemoryCorpus.report;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import onrecord.retrieval.CountingModel;
import onrecord.retrieval.EmbeddingModels;
import onrecord.retrieval.MemoryCorpus;
import onrecord.retrieval.SearchIndex;
import onrecord.retrieval.indexing.IndexedPassage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How the indexes of the cluster are made, named and exchanged.
class GenerationsTest {

  private final Nodes nodes = Nodes.shared();
  private final ClusterClient client = nodes.client();
  private final MemoryCorpus corpus =
      new MemoryCorpus()
          .with(report(LANTERN, "a"), prose("江州工厂生产正常。"), prose("员工总数五百人。"))
          .with(report(RIVER, "b"), prose("股东户数三万户。"));

  @TempDir Path directory;
  private String name = "";

  @BeforeEach
  void name() {
    name = Nodes.name(directory);
  }

  @AfterEach
  void remove() {
    nodes.removeAll();
    client.close();
  }

  @Test
  void theAliasGoesOverToTheIndexBuiltAnewAndTheFormerIsGone()
      throws IOException, InterruptedException {
    try (var index = open()) {
      index.awaitVectors();
      assertThat(behindAlias()).containsExactly(name + "-1");
      index.rebuild();
      index.awaitVectors();

      assertThat(behindAlias()).containsExactly(name + "-2");
      assertThat(client.find("/" + name + "-1")).isEmpty();
      assertThat(index.progress()).isEqualTo(new SearchIndex.Progress(3, 3));
    }
  }

  @Test
  void anIssuersPassagesStandInOneShard() throws IOException {
    try (var _ = open()) {
      for (var issuer : List.of(LANTERN, RIVER)) {
        var hits =
            client
                .post(
                    "/" + name + "/_search",
                    Map.of(
                        "explain",
                        true,
                        "query",
                        Map.of("term", Map.of(Mapping.ISSUER, issuer.code().value()))))
                .at("/hits/hits");
        var shards = new HashSet<String>();
        hits.forEach(hit -> shards.add(hit.path("_shard").asString("")));
        assertThat(shards).hasSize(1);
      }
    }
  }

  @Test
  void theTemplateIsThereForWhoeverMakesTheNextIndex() throws IOException {
    try (var _ = open()) {
      var template = client.get("/_index_template/" + name).path("index_templates").path(0);
      assertThat(template.at("/index_template/index_patterns/0").asString()).isEqualTo(name + "-*");
    }
  }

  @Test
  void aDisclosureOfWhichOnlyAPartWasWrittenIsWrittenAgain()
      throws IOException, InterruptedException {
    try (var index = open()) {
      index.awaitVectors();
    }
    client.delete("/" + name + "-1/_doc/a?routing=900001&refresh=true");
    client.delete("/" + name + "-1/_doc/a%230?routing=900001&refresh=true");
    try (var index = open()) {
      index.awaitVectors();

      assertThat(index.progress()).isEqualTo(new SearchIndex.Progress(3, 3));
    }
  }

  @Test
  void anIndexThatHasLostAShardIsBuiltAnew() throws IOException, InterruptedException {
    client.put(
        "/" + name + "-1?wait_for_active_shards=0",
        Map.of(
            "settings", Map.of("index.routing.allocation.require._name", "gone"),
            "mappings",
                Map.of(
                    "_meta",
                    Map.of(
                        "schema", "" + IndexedPassage.SCHEMA,
                        "chinese", "counting",
                        "english", "counting"))));
    try (var index = nodes.openHastily(corpus, directory, models())) {
      index.awaitVectors();

      assertThat(behindAlias()).containsExactly(name + "-2");
      assertThat(index.progress()).isEqualTo(new SearchIndex.Progress(3, 3));
      assertThat(client.find("/" + name + "-1")).isEmpty();
    }
  }

  @Test
  void anIndexOfAnotherVersionIsBuiltAnew() throws IOException, InterruptedException {
    client.put(
        "/" + name + "-1",
        Map.of("mappings", Map.of("_meta", Map.of("schema", "0"))));
    try (var index = open()) {
      index.awaitVectors();

      assertThat(index.progress()).isEqualTo(new SearchIndex.Progress(3, 3));
    }
  }

  private SearchIndex open() {
    return nodes.open(corpus, directory, models());
  }

  private static EmbeddingModels models() {
    return new CountingModel().models("counting");
  }

  private List<String> behindAlias() throws IOException {
    return client.get("/_alias/" + name).propertyStream().map(Map.Entry::getKey).toList();
  }
}
