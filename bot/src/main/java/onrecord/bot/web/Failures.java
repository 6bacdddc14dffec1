package onrecord.bot.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// What failed outside of any controller: a page for people, a problem for programs.
@Controller
class Failures implements ErrorController {

  private final PageWords pageWords;

  Failures(PageWords pageWords) {
    this.pageWords = pageWords;
  }

  @RequestMapping(path = "/error", produces = MediaType.TEXT_HTML_VALUE)
  ModelAndView page(HttpServletRequest request, HttpServletResponse response) {
    var status = statusOf(request);
    if (status == HttpStatus.SERVICE_UNAVAILABLE) {
      response.setHeader(HttpHeaders.RETRY_AFTER, Outage.RETRY_AFTER);
    }
    return new ModelAndView(
        "failure",
        Map.of("words", pageWords.of(request, response), "found", status != HttpStatus.NOT_FOUND),
        status);
  }

  @RequestMapping(path = "/error")
  ResponseEntity<ProblemDetail> problem(HttpServletRequest request) {
    var status = statusOf(request);
    var response = ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
    if (status == HttpStatus.SERVICE_UNAVAILABLE) {
      response.header(HttpHeaders.RETRY_AFTER, Outage.RETRY_AFTER);
    }
    return response.body(ProblemDetail.forStatusAndDetail(status, detail(status)));
  }

  private static String detail(HttpStatus status) {
    if (status == HttpStatus.SERVICE_UNAVAILABLE) {
      return Outage.DETAIL;
    }
    return status.is4xxClientError()
        ? "The request cannot be understood: " + status.getReasonPhrase() + "."
        : "Something went wrong here. Please try again later.";
  }

  private static HttpStatus statusOf(HttpServletRequest request) {
    if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure
        && Outage.isBehind(failure)) {
      return HttpStatus.SERVICE_UNAVAILABLE;
    }
    var code = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    var status = code == null ? null : HttpStatus.resolve(code);
    return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
  }
}
