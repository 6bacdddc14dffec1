package onrecord.bot.mcp;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;
import java.util.List;
import onrecord.bot.Question;
import onrecord.bot.web.AnswerRequest;
import org.jspecify.annotations.Nullable;

/// What the tools are given.
sealed interface Arguments {

  String AS_OF =
      "Only what was published by then counts: ISO 8601 with an offset, such as 2025-11-20T09:00:00+08:00. Default: now.";
  String ISSUER = "Securities code, where the text names no company.";

  /// Of `ask`.
  record Asking(
      @Schema(
              description = "What an investor wants to know, 1 to 2,000 characters.",
              requiredMode = RequiredMode.REQUIRED,
              minLength = 1,
              maxLength = Question.LONGEST)
          @Nullable String question,
      @Schema(description = "Earlier questions of the same conversation, oldest first.")
          @Nullable List<String> conversation,
      @Schema(description = AS_OF, format = "date-time") @Nullable String asOf,
      @Schema(description = ISSUER) @Nullable String issuer,
      @Schema(
              description = "Language of the answer. Default: the question's own.",
              allowableValues = {"zh", "zh-Hant", "en"})
          @Nullable String language)
      implements Arguments {

    private static final int EARLIER_QUESTIONS = 6;

    Question toQuestion(Instant now) {
      return new AnswerRequest(question, asOf, null, issuer, language).toQuestion(earlier(), now);
    }

    private List<String> earlier() {
      var all = conversation == null ? List.<String>of() : conversation;
      return all.subList(Math.max(0, all.size() - EARLIER_QUESTIONS), all.size());
    }
  }

  /// Of `search`.
  record Searching(
      @Schema(
              description = "What to look for, 1 to 2,000 characters.",
              requiredMode = RequiredMode.REQUIRED,
              minLength = 1,
              maxLength = Question.LONGEST)
          @Nullable String query,
      @Schema(description = "How many passages. Default: 10.", minimum = "1", maximum = "100")
          @Nullable Integer k,
      @Schema(description = AS_OF, format = "date-time") @Nullable String asOf,
      @Schema(description = ISSUER) @Nullable String issuer,
      @Schema(
              description =
                  "Kinds of disclosure, separated by commas, such as ANNUAL_REPORT,QUARTERLY_REPORT.")
          @Nullable String kind)
      implements Arguments {

    private static final int USUAL_K = 10;
    private static final int LARGEST_K = 100;

    /// At most as many as a language model can read.
    int depth() {
      return k == null ? USUAL_K : Math.min(k, LARGEST_K);
    }
  }

  /// Of `get_passage`.
  record Getting(
      @Schema(
              description = "The passage's id, as `search` and the evidence of `ask` give it.",
              requiredMode = RequiredMode.REQUIRED,
              example = "999999-0011223344556677#12")
          @Nullable String id,
      @Schema(description = AS_OF, format = "date-time") @Nullable String asOf)
      implements Arguments {}
}
