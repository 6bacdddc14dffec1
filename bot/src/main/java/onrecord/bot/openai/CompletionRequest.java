package onrecord.bot.openai;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import onrecord.bot.InvalidQuestionException;
import onrecord.bot.Question;
import onrecord.bot.web.AnswerRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What a client of chat completions sends, as far as it matters here. What steers a language model
/// (temperature, tools, penalties) is taken and has no effect.
///
/// @param messages the last of the user's is the question, those before it are the conversation;
///   all others are taken and change nothing
/// @param onrecord what may be chosen here and has no name in that protocol
record CompletionRequest(
    @Schema(description = "The one model there is may be left out.", example = "onrecord")
        @Nullable String model,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            description = "The last of the user's is the question, those before it its context.")
        @Nullable List<@Nullable Message> messages,
    @Nullable Boolean stream,
    @JsonProperty("stream_options") @Nullable StreamOptions streamOptions,
    @Schema(description = "How many answers; there is only one.", allowableValues = "1")
        @Nullable Integer n,
    @Nullable Choice onrecord) {

  private static final int EARLIER_QUESTIONS = 6;
  private static final String USER = "user";

  /// @param content a text, or parts of which those of type `text` count
  record Message(
      @Schema(example = USER) @Nullable String role,
      @Schema(
              implementation = Object.class,
              types = {"string", "array", "null"},
              example = "2025年前三季度营业收入是多少？")
          @Nullable JsonNode content) {}

  /// @param includeUsage whether the usage is told at the end of a stream
  record StreamOptions(@JsonProperty("include_usage") @Nullable Boolean includeUsage) {}

  /// As in a question to the API.
  record Choice(@Nullable String asOf, @Nullable String issuer, @Nullable String language) {}

  boolean wantsStream() {
    return Boolean.TRUE.equals(stream);
  }

  boolean wantsUsage() {
    return streamOptions != null && Boolean.TRUE.equals(streamOptions.includeUsage());
  }

  /// @throws org.springframework.web.ErrorResponseException if something asked for is not to be had
  void check() {
    if (model != null && !model.isBlank() && !model.equals(Model.ID)) {
      throw CompletionProblem.unknownModel(model);
    }
    if (n != null && n != 1) {
      throw CompletionProblem.ofParameter("n", "There is one answer to a question: 'n' must be 1.");
    }
  }

  /// @throws org.springframework.web.ErrorResponseException if there is no question among the
  ///   messages, or a value cannot be used
  /// @throws InvalidQuestionException if the question cannot be read as one
  Question toQuestion(Instant now) {
    var asked = said(USER);
    if (asked.isEmpty()) {
      throw CompletionProblem.ofParameter(
          "messages",
          "There is no message of the role 'user' in 'messages'. Please ask something.");
    }
    var chosen = onrecord == null ? new Choice(null, null, null) : onrecord;
    return new AnswerRequest(
            asked.getLast(), chosen.asOf(), null, chosen.issuer(), chosen.language())
        .toQuestion(earlier(asked, now), now);
  }

  /// All that was sent as text.
  Stream<String> texts() {
    return IntStream.range(0, given().size()).mapToObj(this::text);
  }

  private List<String> said(String role) {
    return IntStream.range(0, given().size())
        .filter(i -> role.equals(given().get(i).role()))
        .mapToObj(this::text)
        .toList();
  }

  /// What came before and can be read as a question.
  private static List<String> earlier(List<String> asked, Instant now) {
    var readable =
        asked.subList(0, asked.size() - 1).stream().filter(text -> isReadable(text, now)).toList();
    return readable.subList(Math.max(0, readable.size() - EARLIER_QUESTIONS), readable.size());
  }

  private static boolean isReadable(String text, Instant now) {
    try {
      return !Question.of(text, now).text().isEmpty();
    } catch (InvalidQuestionException unreadable) {
      return false;
    }
  }

  private List<Message> given() {
    return messages == null
        ? List.of()
        : messages.stream().filter(Objects::nonNull).map(Message.class::cast).toList();
  }

  private String text(int index) {
    var message = given().get(index);
    var content = message.content();
    if (content == null || content.isNull()) {
      return "";
    }
    if (content.isString()) {
      return content.asString();
    }
    if (!content.isArray()) {
      throw notText(index);
    }
    return String.join(
        "\n", content.valueStream().map(part -> text(part, index, message)).toList());
  }

  private static String text(JsonNode part, int index, Message message) {
    var text = part.path("text");
    if (text.isString()) {
      return text.asString();
    }
    if (USER.equals(message.role())) {
      throw notText(index);
    }
    return "";
  }

  private static RuntimeException notText(int index) {
    return CompletionProblem.ofParameter(
        "messages[%d].content".formatted(index),
        "Only text can be read here. Please put the question in words.");
  }
}
