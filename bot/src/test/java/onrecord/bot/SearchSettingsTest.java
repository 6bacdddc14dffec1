package onrecord.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import onrecord.retrieval.EmbeddingModels;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SearchSettingsTest {

  @Test
  void withoutSettingsTheModelsAreThoseThatComeAlongAndNoneReadsAgain() {
    assertThat(embedding(Map.of()).models()).isEqualTo(EmbeddingModels.builtIn());
    assertThat(scoring(Map.of()).crossEncoder()).isNull();
  }

  @Test
  void aLanguagesModelIsExchangedWithoutTheOthers() {
    var models =
        embedding(
                Map.of(
                    "onrecord.embedding.chinese.provider", "openai",
                    "onrecord.embedding.chinese.base-url", "http://localhost:1/v1",
                    "onrecord.embedding.chinese.model", "large",
                    "onrecord.embedding.chinese.dimension", "1024"))
            .models();

    assertThat(models.chinese().name()).isEqualTo("OPENAI large at http://localhost:1/v1");
    assertThat(models.chinese().dimension()).isEqualTo(1024);
    assertThat(models.english()).isEqualTo(EmbeddingModels.builtIn().english());
  }

  @Test
  void whatIsMissingIsNamed() {
    var settings = embedding(Map.of("onrecord.embedding.english.provider", "ollama"));

    assertThatIllegalStateException()
        .isThrownBy(settings::models)
        .withMessage("The setting onrecord.embedding.english.base-url is missing.");
  }

  @Test
  void aServiceThatCannotBeAskedForItsDimensionIsNamedAtTheStart() {
    var settings =
        embedding(
            Map.of(
                "onrecord.embedding.chinese.provider", "openai",
                "onrecord.embedding.chinese.base-url", "http://localhost:1/v1",
                "onrecord.embedding.chinese.model", "large"));

    assertThatIllegalStateException()
        .isThrownBy(settings::models)
        .withMessageStartingWith(
            "The embedding model of onrecord.embedding.chinese cannot be used");
  }

  @Test
  void aScoringServiceReadsTwentyPassagesUnlessToldOtherwise() {
    var encoder = scoring(Map.of("onrecord.scoring.base-url", "http://localhost:1/v1"));

    assertThat(encoder.crossEncoder()).extracting("depth", "weight").containsExactly(20, 0.5);
  }

  @Test
  void aFileAndAServiceTogetherAreRefused() {
    var settings =
        scoring(
            Map.of(
                "onrecord.scoring.base-url", "http://localhost:1/v1",
                "onrecord.scoring.path", "model.onnx"));

    assertThatIllegalStateException().isThrownBy(settings::crossEncoder);
  }

  @Test
  void theIndexStandsInFilesUnlessAClusterIsNamed() {
    assertThat(cluster(Map.of()).cluster()).isNull();

    var cluster =
        cluster(
                Map.of(
                    "onrecord.retrieval.opensearch.nodes", "https://one:9200,https://two:9200",
                    "onrecord.retrieval.opensearch.username", "bot",
                    "onrecord.retrieval.opensearch.password", "secret"))
            .cluster();
    assertThat(cluster).extracting("index", "shards", "replicas").containsExactly("onrecord", 1, 1);
    assertThat(String.valueOf(cluster)).contains("two:9200", "bot").doesNotContain("secret");
  }

  private static ClusterSettings cluster(Map<String, String> properties) {
    return bound(properties, "onrecord.retrieval.opensearch", ClusterSettings.class);
  }

  private static EmbeddingSettings embedding(Map<String, String> properties) {
    return bound(properties, "onrecord.embedding", EmbeddingSettings.class);
  }

  private static ScoringSettings scoring(Map<String, String> properties) {
    return bound(properties, "onrecord.scoring", ScoringSettings.class);
  }

  private static <T> T bound(Map<String, String> properties, String prefix, Class<T> type) {
    return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate(prefix, type);
  }
}
