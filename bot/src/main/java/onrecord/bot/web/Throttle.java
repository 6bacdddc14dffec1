package onrecord.bot.web;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Keeps one asker from taking up the service, and all together from overrunning it: 429 for who
/// asks too much, 503 while too much is going on, both with `Retry-After`.
@Component
final class Throttle extends OncePerRequestFilter {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int ADDRESSES = 10_000;

  private final int perMinute;
  private final int waiting;
  private final Semaphore places;
  private final Clock clock;
  private final Map<String, Allowance> allowances =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Allowance> eldest) {
          return size() > ADDRESSES;
        }
      };

  Throttle(ApiSettings settings, Clock clock, MeterRegistry meters) {
    this.perMinute = settings.requestsPerMinute();
    this.waiting = settings.waitingAnswers();
    this.places = new Semaphore(settings.concurrentAnswers(), true);
    this.clock = clock;
    Gauge.builder("onrecord.queue.web", places, Semaphore::getQueueLength)
        .description("Questions and searches that wait their turn")
        .register(meters);
  }

  /// Only what makes work is counted: questions and searches, in whichever form they come.
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    var path = request.getServletPath();
    return !path.equals("/api/v1/answers")
        && !path.equals("/api/v1/search")
        && !path.endsWith("/find")
        && !path.equals("/v1/chat/completions")
        && !path.equals("/mcp");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var asker = asker(request);
    if (asker.perMinute() > 0 && !isAllowed(asker)) {
      sendAway(
          response,
          HttpStatus.TOO_MANY_REQUESTS,
          "These are more than %,d requests in a minute. Please wait a moment."
              .formatted(asker.perMinute()));
      return;
    }
    if (!hasPlace()) {
      sendAway(
          response,
          HttpStatus.SERVICE_UNAVAILABLE,
          "Too many questions are being answered just now. Please ask again in a moment.");
      return;
    }
    try {
      chain.doFilter(request, response);
    } finally {
      places.release();
    }
  }

  /// Whom a request is counted for, and how many they may make in a minute.
  private record Counted(String name, int perMinute) {}

  /// A key wherever it is sent from; else an address.
  private Counted asker(HttpServletRequest request) {
    var key = KeyFilter.sentWith(request);
    return key == null
        ? new Counted(request.getRemoteAddr(), perMinute)
        : new Counted("key " + key.id(), key.requestsPerMinute());
  }

  private synchronized boolean isAllowed(Counted asker) {
    var now = clock.millis();
    var allowance =
        allowances
            .getOrDefault(asker.name(), new Allowance(asker.perMinute(), now))
            .refilled(now, asker.perMinute());
    allowances.put(asker.name(), allowance.less());
    return allowance.requests() >= 1;
  }

  private boolean hasPlace() {
    if (places.getQueueLength() >= waiting) {
      return places.tryAcquire();
    }
    try {
      return places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException shutdown) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void sendAway(HttpServletResponse response, HttpStatus status, String detail)
      throws IOException {
    response.setHeader("Retry-After", "5");
    ProblemWriter.write(response, status, detail);
  }

  /// How many requests an address has left, growing back evenly over a minute.
  private record Allowance(double requests, long at) {

    Allowance refilled(long now, int perMinute) {
      var grown = requests + (now - at) * perMinute / 60_000.0;
      return new Allowance(Math.min(perMinute, grown), now);
    }

    Allowance less() {
      return new Allowance(Math.max(0, requests - 1), at);
    }
  }
}
