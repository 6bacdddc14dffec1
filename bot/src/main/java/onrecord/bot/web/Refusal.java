package onrecord.bot.web;

import java.util.Arrays;
import java.util.Locale;
import onrecord.corpus.Intake;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/// Why a request cannot be met, as a problem in the sense of RFC 9457 whose detail says what to do.
final class Refusal {

  private static final int LONGEST_ECHO = 60;

  private Refusal() {}

  /// 400: a field or parameter holds what cannot be used.
  static ErrorResponseException ofField(String field, String detail) {
    var problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, detail);
    problem.setProperty("field", field);
    return new ErrorResponseException(HttpStatus.BAD_REQUEST, problem, null);
  }

  /// 404: there is no such thing, or none that the asker may see.
  static ErrorResponseException notFound(String detail) {
    return of(HttpStatus.NOT_FOUND, detail);
  }

  /// 422: a file that cannot be taken, and why.
  static ErrorResponseException ofFile(Intake.Refused refused) {
    var problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.UNPROCESSABLE_CONTENT, refused.message() + " " + refused.remedy());
    problem.setTitle("The file cannot be taken");
    problem.setProperty("file", refused.file());
    problem.setProperty("page", refused.page());
    problem.setProperty("reason", refused.reason());
    problem.setProperty("remedy", refused.remedy());
    return new ErrorResponseException(HttpStatus.UNPROCESSABLE_CONTENT, problem, null);
  }

  static ErrorResponseException of(HttpStatus status, String detail) {
    return new ErrorResponseException(
        status, ProblemDetail.forStatusAndDetail(status, detail), null);
  }

  /// A value sent in, cut to a length that may be shown again.
  static String shortened(String value) {
    return value.length() <= LONGEST_ECHO ? value : value.substring(0, LONGEST_ECHO) + "…";
  }

  /// An enum's constant by its name in any case.
  static <E extends Enum<E>> E constant(Class<E> type, String field, String value) {
    try {
      return Enum.valueOf(type, value.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw ofField(
          field,
          "The parameter '%s' is '%s'; known are %s."
              .formatted(field, shortened(value), Arrays.toString(type.getEnumConstants())));
    }
  }
}
