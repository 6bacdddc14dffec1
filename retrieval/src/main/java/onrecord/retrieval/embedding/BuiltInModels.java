package onrecord.retrieval.embedding;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallzhv15q.BgeSmallZhV15QuantizedEmbeddingModel;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import onrecord.retrieval.EmbeddingModels.Model;

/// The models that come with the application.
public final class BuiltInModels {

  public static final Model CHINESE =
      new Model(
          "bge-small-zh-v1.5-int8",
          512,
          new LazyModel(quietly(BgeSmallZhV15QuantizedEmbeddingModel::new)));
  public static final Model ENGLISH =
      new Model(
          "bge-small-en-v1.5-int8",
          384,
          new LazyModel(quietly(BgeSmallEnV15QuantizedEmbeddingModel::new)));

  private BuiltInModels() {}

  /// The one of that name, if any.
  public static Optional<Model> named(String name) {
    return Stream.of(CHINESE, ENGLISH).filter(model -> model.name().equals(name)).findFirst();
  }

  /// The tokenizer's library looks for a cloud's metadata address at its first use unless told not
  /// to.
  private static Supplier<EmbeddingModel> quietly(Supplier<EmbeddingModel> model) {
    return () -> {
      System.setProperty("OPT_OUT_TRACKING", "true");
      return model.get();
    };
  }
}
