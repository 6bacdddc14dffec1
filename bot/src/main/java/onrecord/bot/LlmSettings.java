package onrecord.bot;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import onrecord.bot.model.ModelSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Which chat model helps, under `onrecord.llm.`. None does where no model is named.
///
/// @param baseUrl where it is reached: an OpenAI-compatible service with its `/v1`, or Ollama
/// @param provider how it is spoken to; null for what the address suggests: Ollama at its own port
///   11434, else OpenAI's way
/// @param apiKey its bearer key; null where it asks for none
/// @param model its name there
/// @param timeout how long a question waits for it, all in all
/// @param budget what it may cost
@ConfigurationProperties("onrecord.llm")
record LlmSettings(
    @Nullable URI baseUrl,
    ModelSettings.@Nullable Service provider,
    @Nullable String apiKey,
    @Nullable String model,
    @DefaultValue("8s") Duration timeout,
    @DefaultValue Budget budget) {

  /// Tokens of requests and replies.
  ///
  /// @param tokensPerQuestion how many one question may use
  /// @param tokensPerDay how many all questions of a day may use
  record Budget(
      @DefaultValue("24000") long tokensPerQuestion, @DefaultValue("2000000") long tokensPerDay) {}

  /// Whether a chat model is to help.
  ///
  /// @throws IllegalStateException if a model is named and not where it is, or the reverse
  boolean isSet() {
    boolean named = model != null && !model.isBlank();
    if (named != (baseUrl != null)) {
      throw new IllegalStateException(
          "A chat model needs both onrecord.llm.base-url, such as http://localhost:11434, and"
              + " onrecord.llm.model.");
    }
    return named;
  }

  /// What is set.
  ModelSettings toModel() {
    return new ModelSettings(
        provider == null ? ModelSettings.Service.at(Objects.requireNonNull(baseUrl)) : provider,
        Objects.requireNonNull(baseUrl),
        apiKey,
        Objects.requireNonNull(model),
        timeout,
        budget.tokensPerDay());
  }
}
