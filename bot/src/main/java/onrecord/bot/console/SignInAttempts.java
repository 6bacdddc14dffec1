package onrecord.bot.console;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets a name rest after some failures, so that nobody can try passwords one after the other.
final class SignInAttempts extends OncePerRequestFilter {

  private static final int FREE = 5;
  private static final Duration REST = Duration.ofMinutes(1);
  private static final int MOST_NAMES = 10_000;

  private final Map<String, Failures> failures = new ConcurrentHashMap<>();

  private record Failures(int count, long last) {

    boolean rests(long now) {
      return count >= FREE && now - last < REST.toNanos();
    }
  }

  void failed(String name) {
    if (failures.size() > MOST_NAMES) {
      failures.clear();
    }
    failures.merge(
        name,
        new Failures(1, System.nanoTime()),
        (before, first) -> new Failures(before.count() + 1, first.last()));
  }

  void forget(String name) {
    failures.remove(name);
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getMethod().equals("POST")
        || !request.getServletPath().equals(ConsoleSecurity.SIGN_IN);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var tried = failures.get(String.valueOf(request.getParameter("name")));
    if (tried != null && tried.rests(System.nanoTime())) {
      response.sendRedirect(ConsoleSecurity.SIGN_IN + "?wait");
      return;
    }
    chain.doFilter(request, response);
  }
}
