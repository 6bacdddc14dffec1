package onrecord.bot.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What failed outside of any controller, in the same form as all other problems.
@RestController
class Failures implements ErrorController {

  @RequestMapping(path = "/error")
  ResponseEntity<ProblemDetail> failure(HttpServletRequest request) {
    var status = statusOf(request);
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(
            ProblemDetail.forStatusAndDetail(
                status,
                status.is4xxClientError()
                    ? "The request cannot be understood: " + status.getReasonPhrase() + "."
                    : "Something went wrong here. Please try again later."));
  }

  private static HttpStatus statusOf(HttpServletRequest request) {
    var code = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    var status = code == null ? null : HttpStatus.resolve(code);
    return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
  }
}
