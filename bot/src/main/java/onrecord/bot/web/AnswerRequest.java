package onrecord.bot.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import onrecord.bot.Question;
import onrecord.corpus.Language;
import onrecord.corpus.SecuritiesCode;
import org.jspecify.annotations.Nullable;

/// A question as it comes in.
///
/// @param asOf ISO 8601 with offset; later than now counts as now, so that nothing under embargo
///   can be asked for
public record AnswerRequest(
    @Schema(
            description = "What is asked, 1 to 2,000 characters.",
            requiredMode = Schema.RequiredMode.REQUIRED,
            minLength = 1,
            maxLength = Question.LONGEST,
            example = "2025年前三季度营业收入是多少？")
        @Nullable String question,
    @Schema(
            description = "Only what was published by then counts. Default: now.",
            format = "date-time",
            example = "2025-11-20T09:00:00+08:00")
        @Nullable String asOf,
    @Schema(
            description =
                "Any name of the asker's choosing: questions with the same one may leave out what an earlier one said.",
            maxLength = LONGEST_CONVERSATION_ID,
            example = "7f2c1b9e")
        @Nullable String conversationId,
    @Schema(
            description =
                "Securities code. Default: the issuer that the question names, else the configured one.",
            example = "999999")
        @Nullable String issuer,
    @Schema(
            description = "Language of the answer. Default: the question's own.",
            allowableValues = {"zh", "zh-Hant", "en"},
            example = "zh")
        @Nullable String language) {

  static final int LONGEST_CONVERSATION_ID = 100;

  /// @param conversation earlier questions, oldest first
  /// @throws org.springframework.web.ErrorResponseException if a field's value cannot be used
  /// @throws onrecord.bot.InvalidQuestionException if the question cannot be read as one
  public Question toQuestion(List<String> conversation, Instant now) {
    if (question == null) {
      throw Refusal.ofField(
          "question", "The field 'question' is missing. Please say what is asked.");
    }
    return new Question(question, effectiveAsOf(asOf, now), code(), wantedLanguage(), conversation);
  }

  /// The conversation it belongs to; empty where it stands alone.
  String conversation() {
    if (conversationId == null) {
      return "";
    }
    if (conversationId.length() > LONGEST_CONVERSATION_ID) {
      throw Refusal.ofField(
          "conversationId",
          "The field 'conversationId' is longer than %d characters."
              .formatted(LONGEST_CONVERSATION_ID));
    }
    return conversationId;
  }

  /// The instant that counts: never later than the clock's, to the millisecond.
  ///
  /// @throws org.springframework.web.ErrorResponseException if it is no time
  public static Instant effectiveAsOf(@Nullable String asOf, Instant clock) {
    var now = clock.truncatedTo(ChronoUnit.MILLIS);
    if (asOf == null) {
      return now;
    }
    try {
      var asked = OffsetDateTime.parse(asOf).toInstant();
      return asked.isAfter(now) ? now : asked;
    } catch (DateTimeParseException notATime) {
      throw Refusal.ofField(
          "asOf",
          "The field 'asOf' is '%s'; it must be a date and time with an offset, such as 2025-11-20T09:00:00+08:00."
              .formatted(Refusal.shortened(asOf)));
    }
  }

  private @Nullable SecuritiesCode code() {
    return issuer == null ? null : securitiesCode(issuer);
  }

  static SecuritiesCode securitiesCode(String issuer) {
    try {
      return new SecuritiesCode(issuer);
    } catch (IllegalArgumentException notACode) {
      throw Refusal.ofField(
          "issuer",
          "The field 'issuer' is '%s'; it must be a securities code, such as 600519 or BA."
              .formatted(Refusal.shortened(issuer)));
    }
  }

  private @Nullable Language wantedLanguage() {
    try {
      return language == null ? null : Language.ofTag(language);
    } catch (IllegalArgumentException unknown) {
      throw Refusal.ofField(
          "language",
          "The field 'language' is '%s'; known are zh, zh-Hant and en."
              .formatted(Refusal.shortened(language)));
    }
  }
}
