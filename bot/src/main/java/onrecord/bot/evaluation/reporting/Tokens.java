package onrecord.bot.evaluation.reporting;

import tools.jackson.databind.JsonNode;

/// What a chat model read and wrote for answers; nothing where they are extractive.
record Tokens(long prompt, long completion) {

  static final Tokens NONE = new Tokens(0, 0);

  /// From an answer's `usage`, in this program's form or OpenAI's.
  static Tokens of(JsonNode answer) {
    var usage = answer.path("usage");
    return new Tokens(
        usage.path("prompt_tokens").asLong(usage.path("promptTokens").asLong(0)),
        usage.path("completion_tokens").asLong(usage.path("completionTokens").asLong(0)));
  }

  Tokens plus(Tokens other) {
    return new Tokens(prompt + other.prompt, completion + other.completion);
  }
}
