package onrecord.bot.openai;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import tools.jackson.databind.JsonNode;

/// What went wrong, in the form that clients of chat completions read.
///
/// @param error what they show
@JsonInclude(JsonInclude.Include.ALWAYS)
record CompletionProblem(Fault error) {

  private static final String CODE = "code";
  private static final String FIELD = "field";

  /// @param param the parameter at fault; null where none is
  /// @param code a word for programs; null where the type says enough
  record Fault(String message, String type, @Nullable String param, @Nullable String code) {}

  /// A problem of the API in these words.
  static CompletionProblem of(int status, JsonNode problem) {
    return new CompletionProblem(
        new Fault(
            problem.path("detail").asString(),
            type(status),
            parameter(problem.path(FIELD).asString("")),
            problem.has(CODE) ? problem.path(CODE).asString() : code(status)));
  }

  /// Where a response that has begun can only say that it ends here.
  static CompletionProblem unfinished() {
    return new CompletionProblem(
        new Fault("The answer could not be completed. Please ask again.", type(500), null, null));
  }

  /// 400: a parameter holds what cannot be used.
  static ErrorResponseException ofParameter(String parameter, String detail) {
    var problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, detail);
    problem.setProperty(FIELD, parameter);
    return new ErrorResponseException(HttpStatus.BAD_REQUEST, problem, null);
  }

  /// 404: another model than the one there is.
  static ErrorResponseException unknownModel(String model) {
    var shown = model.length() <= 60 ? model : model.substring(0, 60) + "…";
    var problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.NOT_FOUND,
            "There is no model '%s'; the one here is '%s'.".formatted(shown, Model.ID));
    problem.setProperty(FIELD, "model");
    problem.setProperty(CODE, "model_not_found");
    return new ErrorResponseException(HttpStatus.NOT_FOUND, problem, null);
  }

  private static String type(int status) {
    return switch (status) {
      case 429 -> "requests";
      default -> status < 500 ? "invalid_request_error" : "server_error";
    };
  }

  private static @Nullable String code(int status) {
    return switch (status) {
      case 401 -> "invalid_api_key";
      case 404 -> "unknown_url";
      case 429 -> "rate_limit_exceeded";
      default -> null;
    };
  }

  /// What the API calls the question stands in the messages here.
  private static @Nullable String parameter(String field) {
    return switch (field) {
      case "" -> null;
      case "question" -> "messages";
      default -> field;
    };
  }
}
