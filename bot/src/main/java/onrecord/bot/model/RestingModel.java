package onrecord.bot.model;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import onrecord.bot.model.NoReplyException.Why;

/// Leaves a model alone that has failed again and again, so that nobody waits for it in vain; after
/// a while one question tries it again.
final class RestingModel implements ChatModel {

  private static final int CALLS_LOOKED_AT = 4;
  private static final int CALLS_BEFORE_JUDGING = 2;
  private static final Duration REST = Duration.ofSeconds(30);

  private final ChatModel model;
  private final CircuitBreaker breaker;

  RestingModel(ChatModel model, Clock clock) {
    this.model = model;
    this.breaker =
        CircuitBreaker.of(
            "chat model",
            CircuitBreakerConfig.custom()
                .clock(clock)
                .slidingWindowSize(CALLS_LOOKED_AT)
                .minimumNumberOfCalls(CALLS_BEFORE_JUDGING)
                .waitDurationInOpenState(REST)
                .permittedNumberOfCallsInHalfOpenState(1)
                .build());
  }

  @Override
  public String name() {
    return model.name();
  }

  /// Whether it is left alone at present.
  boolean isResting() {
    return breaker.getState() == CircuitBreaker.State.OPEN;
  }

  @Override
  public Reply ask(ModelRequest request, Allowance allowance, Consumer<String> heard)
      throws NoReplyException {
    if (!breaker.tryAcquirePermission()) {
      throw new NoReplyException(Why.RESTING, "The chat model has failed and is left alone.");
    }
    long begun = System.nanoTime();
    boolean judged = false;
    try {
      var reply = model.ask(request, allowance, heard);
      breaker.onSuccess(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
      judged = true;
      return reply;
    } catch (NoReplyException none) {
      if (none.why().isFailure()) {
        breaker.onError(System.nanoTime() - begun, TimeUnit.NANOSECONDS, none);
        judged = true;
      }
      throw none;
    } finally {
      if (!judged) {
        breaker.releasePermission();
      }
    }
  }
}
