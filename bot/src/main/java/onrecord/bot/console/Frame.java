package onrecord.bot.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import onrecord.bot.Settings;
import onrecord.bot.desk.people.Role;
import onrecord.bot.web.PageWords;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/// What surrounds every page of the console.
@ControllerAdvice(basePackageClasses = Frame.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class Frame {

  private final PageWords pageWords;
  private final Settings settings;
  private final Clock clock;

  Frame(PageWords pageWords, Settings settings, Clock clock) {
    this.pageWords = pageWords;
    this.settings = settings;
    this.clock = clock;
  }

  @ModelAttribute("desk")
  Desk desk(HttpServletRequest request, HttpServletResponse response) {
    var person = request.getRemoteUser();
    return new Desk(
        pageWords.of(request, response),
        person == null ? "" : person,
        Arrays.stream(Role.values())
            .map(Role::name)
            .filter(request::isUserInRole)
            .collect(Collectors.toSet()),
        section(request.getServletPath()),
        settings.zone(),
        clock.instant());
  }

  /// The second step of a path: `/console/review/…` is of `review`.
  private static String section(String path) {
    var steps = path.split("/");
    return steps.length > 2 ? steps[2] : "";
  }

  @ExceptionHandler(NoSuchElementException.class)
  ModelAndView missing(
      NoSuchElementException missing, HttpServletRequest request, HttpServletResponse response) {
    return failure(HttpStatus.NOT_FOUND, missing, request, response);
  }

  @ExceptionHandler({IllegalArgumentException.class, IllegalStateException.class})
  ModelAndView refused(
      RuntimeException refused, HttpServletRequest request, HttpServletResponse response) {
    return failure(HttpStatus.CONFLICT, refused, request, response);
  }

  private ModelAndView failure(
      HttpStatus status,
      RuntimeException why,
      HttpServletRequest request,
      HttpServletResponse response) {
    var page = new ModelAndView("console/failure", status);
    page.addObject("desk", desk(request, response));
    page.addObject("message", String.valueOf(why.getMessage()));
    return page;
  }
}
