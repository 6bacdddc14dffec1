package onrecord.bot.openai;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import onrecord.bot.desk.review.Outgoing;
import onrecord.bot.views.AnswerView;
import org.jspecify.annotations.Nullable;

/// An answer as a chat completion.
///
/// @param created seconds since 1970
/// @param fingerprint names what an answer depends on besides the question
/// @param onrecord the whole answer, as the API gives it
record Completion(
    String id,
    String object,
    long created,
    String model,
    List<Choice> choices,
    Usage usage,
    @JsonProperty("system_fingerprint") String fingerprint,
    AnswerView onrecord) {

  private static final String STOP = "stop";

  /// @param text the answer's, with what it cites
  static Completion of(Outgoing.Sent sent, AnswerView view, String text, Usage usage) {
    var head = Head.of(sent);
    return new Completion(
        head.id(),
        "chat.completion",
        head.created(),
        Model.ID,
        List.of(new Choice(0, new Message("assistant", text, null), null, STOP)),
        usage,
        head.fingerprint(),
        view);
  }

  /// The one choice.
  record Choice(
      int index,
      Message message,
      @Nullable Object logprobs,
      @JsonProperty("finish_reason") String finishReason) {}

  /// What is said.
  record Message(String role, String content, @Nullable String refusal) {}

  /// By rule of thumb.
  record Usage(
      @JsonProperty("prompt_tokens") int promptTokens,
      @JsonProperty("completion_tokens") int completionTokens,
      @JsonProperty("total_tokens") int totalTokens) {

    static Usage of(CompletionRequest request, String text) {
      var prompt = request.texts().mapToInt(Tokens::in).sum();
      var completion = Tokens.in(text);
      return new Usage(prompt, completion, prompt + completion);
    }
  }

  /// What every piece of a completion bears.
  record Head(String id, long created, String fingerprint) {

    static Head of(Outgoing.Sent sent) {
      var answer = sent.answer();
      var prompts = answer.prompts();
      return new Head(
          "chatcmpl-" + answer.id(),
          answer.askedAt().getEpochSecond(),
          prompts == null
              ? answer.corpusRevision().toString()
              : answer.corpusRevision() + "-" + prompts);
    }
  }

  /// A piece of a streamed completion.
  ///
  /// @param usage on a last piece of its own, where it is wanted
  /// @param onrecord the whole answer, on the piece that ends the text
  record Chunk(
      String id,
      String object,
      long created,
      String model,
      @JsonProperty("system_fingerprint") String fingerprint,
      List<Piece> choices,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Usage usage,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable AnswerView onrecord) {

    static Chunk saying(Head head, Delta delta) {
      return of(head, List.of(new Piece(0, delta, null, null)), null, null);
    }

    static Chunk ending(Head head, AnswerView view) {
      return of(head, List.of(new Piece(0, new Delta(null, null), null, STOP)), null, view);
    }

    static Chunk counting(Head head, Usage usage) {
      return of(head, List.of(), usage, null);
    }

    private static Chunk of(
        Head head, List<Piece> choices, @Nullable Usage usage, @Nullable AnswerView view) {
      return new Chunk(
          head.id(),
          "chat.completion.chunk",
          head.created(),
          Model.ID,
          head.fingerprint(),
          choices,
          usage,
          view);
    }
  }

  /// The one choice, so far.
  record Piece(
      int index,
      Delta delta,
      @Nullable Object logprobs,
      @JsonProperty("finish_reason") @Nullable String finishReason) {}

  /// What is said next.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Delta(@Nullable String role, @Nullable String content) {}
}
