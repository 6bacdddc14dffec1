package onrecord.bot.operation.retention;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import onrecord.bot.answers.AnswerArchive;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Erases questions and answers that have been kept for as long as they may be. When each was asked
/// and its verdict remain.
public final class Retention implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
  private static final Duration BETWEEN = Duration.ofHours(1);
  private static final int AT_ONCE = 500;
  private static final String REASON = "kept for as long as configured";
  private static final String BY = "program";

  private final AnswerArchive archive;
  private final Duration kept;
  private final Clock clock;
  private final ScheduledExecutorService working =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("retention").factory());

  /// @param kept how long; zero for ever
  public Retention(AnswerArchive archive, Duration kept, Clock clock) {
    this.archive = archive;
    this.kept = kept;
    this.clock = clock;
  }

  /// Works from now on.
  public void start() {
    working.scheduleWithFixedDelay(this::work, 0, BETWEEN.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void work() {
    try {
      eraseWhatIsDue();
    } catch (RuntimeException e) {
      LOG.error("Questions that are due could not be erased; this is tried again later", e);
    }
  }

  /// Erases all that is due; what is kept for ever never is.
  void eraseWhatIsDue() {
    if (kept.isZero()) {
      return;
    }
    var before = clock.instant().minus(kept);
    for (var due = archive.idsBefore(before, AT_ONCE);
        !due.isEmpty();
        due = archive.idsBefore(before, AT_ONCE)) {
      archive.erase(due, REASON, BY);
    }
  }

  @Override
  public void close() {
    working.shutdown();
  }
}
