package onrecord.retrieval;

import dev.langchain4j.model.embedding.EmbeddingModel;
import onrecord.retrieval.embedding.BuiltInModels;

/// The models that turn text into vectors, one for each language that passages are written in;
/// traditional Chinese is made simplified first.
///
/// @param chinese for simplified Chinese
/// @param english for English
public record EmbeddingModels(Model chinese, Model english) {

  /// Small int8 models that run in this process, loaded when first asked.
  public static EmbeddingModels builtIn() {
    return new EmbeddingModels(BuiltInModels.CHINESE, BuiltInModels.ENGLISH);
  }

  /// A model, named so that vectors of different models are never mixed.
  ///
  /// @param name changes whenever its vectors do
  /// @param dimension the length of its vectors
  /// @param embedding safe for use by many threads
  public record Model(String name, int dimension, EmbeddingModel embedding) {

    public Model {
      if (name.isBlank() || dimension < 1) {
        throw new IllegalArgumentException("A model needs a name and a dimension: " + name);
      }
    }
  }
}
