package onrecord.bot.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.scoring.ScoringModel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import onrecord.bot.model.VectorModels.Pooling;
import onrecord.bot.model.VectorModels.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Embedding models and cross-encoders over real HTTP and from real files.
class SearchModelsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path folder;

  @Test
  void anOpenAiServiceGivesVectorsAndIsNamedWithItsModel() {
    try (var stub = StubVectors.start()) {
      var model =
          VectorModels.reached(Service.OPENAI, stub.url("/v1"), "secret", "small", null, PATIENCE);

      assertThat(model.dimension()).isEqualTo(8);
      assertThat(model.name()).startsWith("OPENAI small at ");
      assertThat(model.embedding().embed("工厂").content().vector())
          .isEqualTo(StubVectors.vector("工厂"));
      assertThat(stub.authorizations()).containsOnly("Bearer secret");
    }
  }

  @Test
  void ollamaGivesVectors() {
    try (var stub = StubVectors.start()) {
      var model = VectorModels.reached(Service.OLLAMA, stub.url(""), null, "small", null, PATIENCE);

      assertThat(model.embedding().embed("工厂").content().vector())
          .isEqualTo(StubVectors.vector("工厂"));
    }
  }

  @Test
  void aServiceWhoseDimensionIsStatedIsNotAskedAtTheStart() {
    try (var stub = StubVectors.start()) {
      stub.breakDown();
      var model = VectorModels.reached(Service.OPENAI, stub.url("/v1"), null, "s", 8, PATIENCE);

      assertThat(model.dimension()).isEqualTo(8);
      assertThatThrownBy(() -> model.embedding().embed("工厂")).isInstanceOf(RuntimeException.class);
    }
  }

  @Test
  void aFileGivesVectorsAndIsNamedByItsContent() throws IOException {
    var model =
        VectorModels.local(TinyOnnx.embedding(folder), TinyOnnx.tokenizer(folder), Pooling.MEAN);

    assertThat(model.dimension()).isEqualTo(2);
    assertThat(model.name()).matches("model\\.onnx [0-9a-f]{16} MEAN");
    var factory = model.embedding().embed("factory").content().vector();
    var staff = model.embedding().embed("staff").content().vector();
    assertThat(factory[0]).isGreaterThan(factory[1]);
    assertThat(staff[1]).isGreaterThan(staff[0]);
  }

  @Test
  void aServiceScoresEachPassageInWhateverOrderItAnswers() {
    try (var stub = StubVectors.start()) {
      var model = ScoringModels.reached(stub.url("/v1"), "secret", "cross", PATIENCE);

      assertThat(scores(model, "工厂", "股东", "工厂", "工人")).containsExactly(0.0, 2.0, 1.0);
      assertThat(stub.authorizations()).containsExactly("Bearer secret");
    }
  }

  @Test
  void aServiceThatIsDownSaysSo() {
    try (var stub = StubVectors.start()) {
      stub.breakDown();
      var model = ScoringModels.reached(stub.url("/v1"), null, null, PATIENCE);

      assertThatThrownBy(() -> scores(model, "工厂", "股东")).isInstanceOf(RuntimeException.class);
    }
  }

  @Test
  void aFileScoresPassages() throws IOException {
    var model = ScoringModels.local(TinyOnnx.scoring(folder), TinyOnnx.tokenizer(folder));

    var scores = scores(model, "factory", "cash", "factory", "staff");

    assertThat(scores.get(1)).isGreaterThan(scores.get(2));
    assertThat(scores.get(2)).isGreaterThan(scores.get(0));
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThatIllegalStateException()
        .isThrownBy(() -> ScoringModels.local(folder.resolve("no.onnx"), folder.resolve("t.json")))
        .withMessageContaining("no.onnx");
  }

  private static List<Double> scores(ScoringModel model, String question, String... passages) {
    return model
        .scoreAll(List.of(passages).stream().map(TextSegment::from).toList(), question)
        .content();
  }
}
