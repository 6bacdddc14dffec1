package onrecord.bot;

import dev.langchain4j.model.scoring.ScoringModel;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import onrecord.bot.model.ScoringModels;
import onrecord.retrieval.CrossEncoder;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Which cross-encoder reads the first passages found again, under `onrecord.scoring.`. None does
/// where neither a file nor a service is named.
///
/// @param path of an ONNX file
/// @param tokenizer its `tokenizer.json`; null for the one beside it
/// @param baseUrl of a scoring service, such as `http://localhost:8000/v1`, asked at its `/rerank`
/// @param apiKey the service's bearer key, if it asks for one
/// @param model its name at the service
/// @param timeout how long a question waits for the service before the order stays as it was
/// @param depth how many passages it reads a question
/// @param weight of its scores beside those of the order before, above 0, at most 1
@ConfigurationProperties("onrecord.scoring")
record ScoringSettings(
    @Nullable Path path,
    @Nullable Path tokenizer,
    @Nullable URI baseUrl,
    @Nullable String apiKey,
    @Nullable String model,
    @DefaultValue("2s") Duration timeout,
    @DefaultValue("20") int depth,
    @DefaultValue("0.5") double weight) {

  /// Null where none is set.
  ///
  /// @throws IllegalStateException if both a file and a service are named, or the file is not there
  @Nullable CrossEncoder crossEncoder() {
    var scoring = scoringModel();
    return scoring == null ? null : new CrossEncoder(scoring, depth, weight);
  }

  private @Nullable ScoringModel scoringModel() {
    if (path != null && baseUrl != null) {
      throw new IllegalStateException(
          "Of onrecord.scoring.path and onrecord.scoring.base-url only one can be set.");
    }
    if (baseUrl != null) {
      return ScoringModels.reached(baseUrl, apiKey, model, timeout);
    }
    if (path == null) {
      return null;
    }
    var words = tokenizer == null ? path.resolveSibling("tokenizer.json") : tokenizer;
    return ScoringModels.local(path, words);
  }
}
