package onrecord.bot;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import onrecord.bot.model.VectorModels;
import onrecord.bot.model.VectorModels.Pooling;
import onrecord.bot.model.VectorModels.Service;
import onrecord.retrieval.EmbeddingModels;
import onrecord.retrieval.EmbeddingModels.Model;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Which models turn passages and questions into vectors, under `onrecord.embedding.`. After a
/// change the index is built anew in the background, and the former one serves until then.
///
/// @param chinese for Chinese; null for the one that comes with the application
/// @param english for English; null for the one that comes with the application
@ConfigurationProperties("onrecord.embedding")
record EmbeddingSettings(@Nullable Choice chinese, @Nullable Choice english) {

  /// A model.
  ///
  /// @param provider where it runs
  /// @param baseUrl of a service: OpenAI's way with its `/v1`, or Ollama
  /// @param apiKey the service's bearer key, if it asks for one
  /// @param model its name at the service
  /// @param dimension the length of its vectors; null to ask it once at the start
  /// @param timeout how long one text may take a service
  /// @param path of an ONNX file
  /// @param tokenizer its `tokenizer.json`; null for the one beside it
  /// @param pooling how the ONNX model's vectors of tokens become one
  record Choice(
      @DefaultValue("built-in") Provider provider,
      @Nullable URI baseUrl,
      @Nullable String apiKey,
      @Nullable String model,
      @Nullable Integer dimension,
      @DefaultValue("10s") Duration timeout,
      @Nullable Path path,
      @Nullable Path tokenizer,
      @DefaultValue("cls") Pooling pooling) {

    private Model model(String setting, Model builtIn) {
      return switch (provider) {
        case BUILT_IN -> builtIn;
        case ONNX -> {
          var file = given(path, setting + ".path");
          var words = tokenizer == null ? file.resolveSibling("tokenizer.json") : tokenizer;
          yield told(setting, () -> VectorModels.local(file, words, pooling));
        }
        case OPENAI -> reached(setting, Service.OPENAI);
        case OLLAMA -> reached(setting, Service.OLLAMA);
      };
    }

    private Model reached(String setting, Service service) {
      var url = given(baseUrl, setting + ".base-url");
      var name = given(model, setting + ".model");
      return told(
          setting, () -> VectorModels.reached(service, url, apiKey, name, dimension, timeout));
    }

    private static Model told(String setting, Supplier<Model> making) {
      try {
        return making.get();
      } catch (RuntimeException failed) {
        throw new IllegalStateException(
            "The embedding model of %s cannot be used: %s".formatted(setting, failed.getMessage()),
            failed);
      }
    }
  }

  /// Where a model runs.
  enum Provider {
    BUILT_IN,
    OPENAI,
    OLLAMA,
    ONNX
  }

  /// @throws IllegalStateException if a model lacks a setting or cannot be used
  EmbeddingModels models() {
    var builtIn = EmbeddingModels.builtIn();
    return new EmbeddingModels(
        model(chinese, "onrecord.embedding.chinese", builtIn.chinese()),
        model(english, "onrecord.embedding.english", builtIn.english()));
  }

  private static Model model(@Nullable Choice choice, String setting, Model builtIn) {
    return choice == null ? builtIn : choice.model(setting, builtIn);
  }

  private static <T> T given(@Nullable T value, String setting) {
    if (value == null) {
      throw new IllegalStateException("The setting " + setting + " is missing.");
    }
    return value;
  }
}
