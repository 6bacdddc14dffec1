package onrecord.bot.model;

import dev.langchain4j.model.scoring.ScoringModel;
import dev.langchain4j.model.scoring.onnx.OnnxScoringModel;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Models that read a question and a passage together.
public final class ScoringModels {

  private ScoringModels() {}

  /// One behind a service that many speak: a question and passages go to its `/rerank`, and scores
  /// come back.
  ///
  /// @param key the bearer key, if it asks for one
  /// @param name its name there, if it has several
  /// @param patience how long an answer may take
  public static ScoringModel reached(
      URI url, @Nullable String key, @Nullable String name, Duration patience) {
    return new RerankService(ModelHttp.builder(patience).build(), url, key, name);
  }

  /// One in a file of this machine.
  ///
  /// @param tokenizer the file that says how it cuts text
  /// @throws IllegalStateException if a file is not there
  public static ScoringModel local(Path file, Path tokenizer) {
    for (var needed : new Path[] {file, tokenizer}) {
      if (!Files.isReadable(needed)) {
        throw new IllegalStateException("The cross-encoder's file " + needed + " is not there.");
      }
    }
    return new OnnxScoringModel(file.toString(), tokenizer.toString());
  }
}
