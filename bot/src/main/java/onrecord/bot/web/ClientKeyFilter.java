package onrecord.bot.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets in the programs that hold a key, where keys are set. They give it as their protocols have
/// it, as a bearer token.
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 1)
final class ClientKeyFilter extends OncePerRequestFilter {

  private static final String SCHEME = "Bearer ";

  private final List<String> keys;

  ClientKeyFilter(ApiSettings settings) {
    this.keys = settings.clientKeys();
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    var path = request.getServletPath();
    return keys.isEmpty() || !(path.startsWith("/v1/") || path.equals("/mcp"));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var sent = request.getHeader("Authorization");
    if (sent != null && isKey(sent)) {
      chain.doFilter(request, response);
      return;
    }
    response.setHeader("WWW-Authenticate", "Bearer");
    ProblemWriter.write(
        response,
        HttpStatus.UNAUTHORIZED,
        sent == null
            ? "This needs a key: send it as 'Authorization: Bearer …'."
            : "The key is not one of those that are let in.");
  }

  /// In a time that tells nothing about the keys.
  private boolean isKey(String sent) {
    if (!sent.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return false;
    }
    var key = sent.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8);
    var known = false;
    for (var one : keys) {
      known |= MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), key);
    }
    return known;
  }
}
