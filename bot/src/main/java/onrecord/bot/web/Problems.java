package onrecord.bot.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Collectors;
import onrecord.bot.InvalidQuestionException;
import onrecord.retrieval.SearchUnavailableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;

/// Tells what was wrong with a request as `application/problem+json` (RFC 9457), with a detail that
/// says what to send instead.
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  @ExceptionHandler
  @Nullable ResponseEntity<Object> invalidQuestion(
      InvalidQuestionException invalid, WebRequest request) {
    var problem = problem(HttpStatus.BAD_REQUEST, String.valueOf(invalid.getMessage()));
    problem.setProperty("field", "question");
    problem.setProperty("reason", invalid.fault());
    return respond(invalid, problem, request);
  }

  @ExceptionHandler
  @Nullable ResponseEntity<Object> bodyTooLarge(
      BodyLimit.ExceededException tooLarge, WebRequest request) {
    return respond(
        tooLarge,
        problem(HttpStatus.CONTENT_TOO_LARGE, String.valueOf(tooLarge.getMessage())),
        request);
  }

  /// The search may be reached again in a moment.
  @ExceptionHandler
  @Nullable ResponseEntity<Object> searchUnavailable(
      SearchUnavailableException unavailable, WebRequest request, HttpServletRequest http) {
    LOG.warn(
        "{} {}: the search is out of reach", http.getMethod(), http.getRequestURI(), unavailable);
    var headers = new HttpHeaders();
    headers.set(HttpHeaders.RETRY_AFTER, "10");
    var problem =
        problem(
            HttpStatus.SERVICE_UNAVAILABLE,
            "The search cannot be reached at the moment. Please try again shortly.");
    return handleExceptionInternal(
        unavailable, problem, headers, HttpStatus.SERVICE_UNAVAILABLE, request);
  }

  @ExceptionHandler
  @Nullable ResponseEntity<Object> failure(
      Exception failure, WebRequest request, HttpServletRequest http) {
    if (Outage.isBehind(failure)) {
      LOG.error("{} {} failed: {}", http.getMethod(), http.getRequestURI(), failure.getMessage());
      return unavailable(failure, request);
    }
    LOG.error("{} {} failed", http.getMethod(), http.getRequestURI(), failure);
    return respond(
        failure,
        problem(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "Something went wrong here, not with your request. Please try again later."),
        request);
  }

  private @Nullable ResponseEntity<Object> unavailable(Exception outage, WebRequest request) {
    var later = new HttpHeaders();
    later.set(HttpHeaders.RETRY_AFTER, Outage.RETRY_AFTER);
    return handleExceptionInternal(
        outage,
        problem(HttpStatus.SERVICE_UNAVAILABLE, Outage.DETAIL),
        later,
        HttpStatus.SERVICE_UNAVAILABLE,
        request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException unreadable,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    if (BodyLimit.ExceededException.in(unreadable) instanceof BodyLimit.ExceededException limit) {
      return bodyTooLarge(limit, request);
    }
    return respond(unreadable, problem(HttpStatus.BAD_REQUEST, whyUnreadable(unreadable)), request);
  }

  private static String whyUnreadable(HttpMessageNotReadableException unreadable) {
    return switch (unreadable.getCause()) {
      case StreamReadException malformed ->
          "The body is not valid JSON in UTF-8, at line %d, column %d."
              .formatted(
                  malformed.getLocation().getLineNr(), malformed.getLocation().getColumnNr());
      case DatabindException mismatch when !mismatch.getPath().isEmpty() ->
          "The field '%s' holds a value of the wrong type."
              .formatted(mismatch.getPath().getLast().getPropertyName());
      case DatabindException mismatch -> "The body must be a JSON object.";
      case null, default -> "The body is missing or cannot be read; a JSON object is expected.";
    };
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleTypeMismatch(
      TypeMismatchException mismatch,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var type = mismatch.getRequiredType();
    var expected = type == int.class || type == Integer.class ? "a whole number" : "another type";
    var problem =
        problem(
            HttpStatus.BAD_REQUEST,
            "The parameter '%s' is '%s'; it must be %s."
                .formatted(
                    mismatch.getPropertyName(),
                    Refusal.shortened(String.valueOf(mismatch.getValue())),
                    expected));
    problem.setProperty("field", mismatch.getPropertyName());
    return respond(mismatch, problem, request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMaxUploadSizeExceededException(
      MaxUploadSizeExceededException tooLarge,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return respond(
        tooLarge,
        problem(
            HttpStatus.CONTENT_TOO_LARGE,
            "The file is larger than is taken here. Please split it or ask the operator."),
        request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpRequestMethodNotSupported(
      HttpRequestMethodNotSupportedException unsupported,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var allowed = unsupported.getSupportedHttpMethods();
    var problem =
        problem(
            status,
            "%s is not possible here; possible: %s."
                .formatted(
                    unsupported.getMethod(),
                    allowed == null
                        ? "nothing"
                        : allowed.stream()
                            .map(Object::toString)
                            .collect(Collectors.joining(", "))));
    return handleExceptionInternal(unsupported, problem, headers, status, request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotSupported(
      HttpMediaTypeNotSupportedException unsupported,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var problem =
        problem(
            status,
            "The body's type is '%s'; taken: %s."
                .formatted(
                    unsupported.getContentType(),
                    MediaType.toString(unsupported.getSupportedMediaTypes())));
    return handleExceptionInternal(unsupported, problem, headers, status, request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotAcceptable(
      HttpMediaTypeNotAcceptableException unacceptable,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var problem =
        problem(
            status,
            "Given are: %s. Please send a matching 'Accept' header."
                .formatted(MediaType.toString(unacceptable.getSupportedMediaTypes())));
    return handleExceptionInternal(unacceptable, problem, headers, status, request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleNoResourceFoundException(
      NoResourceFoundException missing,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    if (wantsPage(request)) {
      return sendToFailurePage(status, request);
    }
    return handleExceptionInternal(
        missing, problem(status, "There is nothing at this address."), headers, status, request);
  }

  private static boolean wantsPage(WebRequest request) {
    var accepted = request.getHeader(HttpHeaders.ACCEPT);
    return accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE);
  }

  private static @Nullable ResponseEntity<Object> sendToFailurePage(
      HttpStatusCode status, WebRequest request) {
    try {
      Objects.requireNonNull(((ServletWebRequest) request).getResponse()).sendError(status.value());
      return null;
    } catch (IOException away) {
      throw new UncheckedIOException(away);
    }
  }

  private @Nullable ResponseEntity<Object> respond(
      Exception cause, ProblemDetail problem, WebRequest request) {
    return handleExceptionInternal(
        cause, problem, new HttpHeaders(), HttpStatusCode.valueOf(problem.getStatus()), request);
  }

  private static ProblemDetail problem(HttpStatusCode status, String detail) {
    return ProblemDetail.forStatusAndDetail(status, detail);
  }
}
