package onrecord.bot.model;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import dev.langchain4j.model.ollama.OllamaEmbeddingModel;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import onrecord.retrieval.EmbeddingModels.Model;
import org.jspecify.annotations.Nullable;

/// Embedding models besides those that come with the application.
public final class VectorModels {

  private VectorModels() {}

  /// How a service is spoken to.
  public enum Service {
    /// By OpenAI's `/embeddings`, which many others understand too.
    OPENAI,
    /// By Ollama's own interface.
    OLLAMA
  }

  /// How vectors of tokens become one.
  public enum Pooling {
    /// That of the first token.
    CLS(PoolingMode.CLS),
    /// Their mean.
    MEAN(PoolingMode.MEAN);

    private final PoolingMode mode;

    Pooling(PoolingMode mode) {
      this.mode = mode;
    }
  }

  /// One behind a service.
  ///
  /// @param key the bearer key, if it asks for one; Ollama asks for none
  /// @param name its name there
  /// @param dimension the length of its vectors; null to ask it now
  /// @param patience how long one text may take
  public static Model reached(
      Service service,
      URI url,
      @Nullable String key,
      String name,
      @Nullable Integer dimension,
      Duration patience) {
    var http = ModelHttp.builder(patience);
    EmbeddingModel model =
        switch (service) {
          case OPENAI ->
              OpenAiEmbeddingModel.builder()
                  .httpClientBuilder(http)
                  .baseUrl(url.toString())
                  .apiKey(key)
                  .modelName(name)
                  .maxRetries(1)
                  .build();
          case OLLAMA ->
              OllamaEmbeddingModel.builder()
                  .httpClientBuilder(http)
                  .baseUrl(url.toString())
                  .modelName(name)
                  .maxRetries(1)
                  .build();
        };
    return of("%s %s at %s".formatted(service, name, url), dimension, model);
  }

  /// One in a file of this machine.
  ///
  /// @param tokenizer the file that says how it cuts text
  public static Model local(Path file, Path tokenizer, Pooling pooling) {
    var model = new OnnxEmbeddingModel(file, tokenizer, pooling.mode);
    return of("%s %s %s".formatted(file.getFileName(), digest(file), pooling), null, model);
  }

  private static Model of(String name, @Nullable Integer dimension, EmbeddingModel model) {
    return new Model(name, dimension == null ? model.dimension() : dimension, model);
  }

  /// Another file of the same name gives other vectors.
  private static String digest(Path file) {
    try {
      var hash = MessageDigest.getInstance("SHA-256");
      try (var in = new DigestInputStream(Files.newInputStream(file), hash)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(hash.digest(), 0, 8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("Cannot read " + file, unreadable);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
