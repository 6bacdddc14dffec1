package onrecord.bot.operation.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import onrecord.bot.AskedThrough;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/// Says through which channel a request came, and writes a line of it to the log `onrecord.access`:
/// the kind of address, never the address itself, and no sender, question or name.
///
/// The log is on with `logging.level.onrecord.access=info`.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class AccessLog extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger("onrecord.access");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var begun = System.nanoTime();
    try (var _ = AskedThrough.channel(channel(request))) {
      try {
        chain.doFilter(request, response);
      } finally {
        note(request, response.getStatus(), Duration.ofNanos(System.nanoTime() - begun));
      }
    }
  }

  private static void note(HttpServletRequest request, int status, Duration took) {
    LOG.atInfo()
        .addKeyValue("method", request.getMethod())
        .addKeyValue("route", route(request))
        .addKeyValue("status", status)
        .addKeyValue("milliseconds", took.toMillis())
        .log("{} {} {} {} ms", request.getMethod(), route(request), status, took.toMillis());
  }

  /// Such as `/api/v1/answers/{id}`; a dash where nothing is at the address.
  private static Object route(HttpServletRequest request) {
    var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    return pattern == null ? "-" : pattern;
  }

  private static String channel(HttpServletRequest request) {
    var path = request.getRequestURI();
    if (path.startsWith("/v1/")) {
      return "openai";
    }
    if (path.startsWith("/mcp")) {
      return "mcp";
    }
    // The chat page asks through the API; its browser says so.
    return path.startsWith("/api/") && !"same-origin".equals(request.getHeader("Sec-Fetch-Site"))
        ? "api"
        : "web";
  }
}
