package onrecord.bot.evaluation.watching;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Shows the running week as gauges: `onrecord.feedback` by `helpful`, counted whenever it is read,
/// and `onrecord.drift` by `signal`, looked at from time to time.
public final class Watch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
  private static final Duration PAUSE = Duration.ofMinutes(10);
  private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);

  private final History history;
  private final Clock clock;
  private final ZoneId zone;
  private volatile @Nullable WeeklySummary seen;
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("watch").factory());

  public Watch(History history, MeterRegistry meters, Clock clock, ZoneId zone) {
    this.history = history;
    this.clock = clock;
    this.zone = zone;
    for (boolean helpful : new boolean[] {true, false}) {
      meters.gauge(
          "onrecord.feedback",
          Tags.of("helpful", String.valueOf(helpful)),
          this,
          watch -> watch.feedback(helpful));
    }
    for (var signal : new String[] {"verdict", "margin", "coverage", "support", "dropped"}) {
      meters.gauge(
          "onrecord.drift",
          Tags.of("signal", signal),
          this,
          watch -> watch.value(week -> week.drift().getOrDefault(signal, 0.0)));
    }
  }

  /// How many of this week's askers said so.
  private double feedback(boolean helpful) {
    var monday = today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return history
        .feedback(
            monday.atStartOfDay(zone).toInstant(),
            monday.plusWeeks(1).atStartOfDay(zone).toInstant())
        .stream()
        .filter(one -> one.helpful() == helpful)
        .count();
  }

  /// Looks from now on; not at once, since a program that starts has better things to do.
  public void start() {
    looking.scheduleWithFixedDelay(
        this::lookSafely, FIRST_PAUSE.toSeconds(), PAUSE.toSeconds(), TimeUnit.SECONDS);
  }

  private void lookSafely() {
    try {
      look();
    } catch (RuntimeException failure) {
      // The next look tries again.
      LOG.error("The week's answers could not be looked at", failure);
    }
  }

  /// Looks now.
  public void look() {
    var week = week(today());
    week.drift()
        .forEach((signal, index) -> {
          if (index > Drift.NOTABLE && !wasNotable(signal)) {
            LOG.warn("The answers' {} has moved: {} against the four weeks before", signal, index);
          }
        });
    seen = week;
  }

  private boolean wasNotable(String signal) {
    return value(week -> week.drift().getOrDefault(signal, 0.0)) > Drift.NOTABLE;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  /// The summary of the running week.
  public WeeklySummary week() {
    return week(today());
  }

  /// The summary of the week that a day lies in.
  public WeeklySummary week(LocalDate day) {
    return WeeklySummary.of(day, zone, history);
  }

  private double value(ToDoubleFunction<WeeklySummary> part) {
    var week = seen;
    return week == null ? 0 : part.applyAsDouble(week);
  }

  @Override
  public void close() {
    looking.shutdownNow();
  }
}
