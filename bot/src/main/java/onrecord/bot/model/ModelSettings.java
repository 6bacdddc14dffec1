package onrecord.bot.model;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Which chat model helps, and within which limits.
///
/// @param service how it is spoken to
/// @param url where, such as `https://api.openai.com/v1` or `http://localhost:11434`
/// @param key the bearer key; null where none is asked for
/// @param model the model's name there
/// @param patience how long a question waits for it, all in all
/// @param tokensPerDay how many tokens all questions of a day may use
public record ModelSettings(
    Service service,
    URI url,
    @Nullable String key,
    String model,
    Duration patience,
    long tokensPerDay) {

  /// How a model is spoken to.
  public enum Service {
    /// By the chat completions of OpenAI, which many others understand too.
    OPENAI,
    /// By Ollama's own interface.
    OLLAMA;

    private static final int OLLAMA_PORT = 11434;

    /// What an address is likely to be: Ollama serves both at its port, OpenAI's under `/v1`.
    public static Service at(URI url) {
      var path = url.getPath() == null ? "" : url.getPath();
      return url.getPort() == OLLAMA_PORT && !path.startsWith("/v1") ? OLLAMA : OPENAI;
    }
  }

  /// Without the key, which no log is to hold.
  @Override
  public String toString() {
    return service + " " + model + " at " + url;
  }
}
