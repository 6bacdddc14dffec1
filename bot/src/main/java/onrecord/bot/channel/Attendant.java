package onrecord.bot.channel;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Works through the inbox of a channel: each room in order on a thread of its own, so that a slow
/// one holds up nobody else.
public final class Attendant implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Attendant.class);
  private static final int AT_ONCE = 2_000;
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
  private static final Duration WORTH_WHILE = Duration.ofDays(2);
  private static final Duration LAST_WORDS = Duration.ofSeconds(3);
  private static final int ATTEMPTS_AT_THE_UNKNOWN = 5;

  private final Channel channel;
  private final Inbox inbox;
  private final Reception reception;
  private final Time time;
  private final Duration grace;
  private final Ending ending;
  private final Map<Long, Thread> working = new ConcurrentHashMap<>();
  private final Semaphore wakeUps = new Semaphore(0);
  private volatile boolean closing;
  private volatile boolean troubled;
  private Instant renewAt = Instant.MIN;
  private @Nullable Thread dispatcher;

  /// @param grace how long work under way may take to finish when this is closed
  /// @param ending when what is still under way after that ends too
  public Attendant(
      Channel channel, Inbox inbox, Reception reception, Time time, Duration grace, Ending ending) {
    this.channel = channel;
    this.inbox = inbox;
    this.reception = reception;
    this.time = time;
    this.grace = grace;
    this.ending = ending;
  }

  /// Begins with what an earlier run left.
  public void start() {
    dispatcher = Thread.ofVirtual().name(channel.name() + " attendant").start(this::attend);
  }

  /// Says that something was put into the inbox.
  public void wake() {
    wakeUps.release();
  }

  private void attend() {
    var recovered = false;
    while (!closing) {
      try {
        if (!recovered) {
          inbox.recover(channel.name());
          recovered = true;
        }
        renewLeases();
        reception.collectReplies(channel.name());
        inbox.claim(channel.name(), AT_ONCE - working.size()).forEach(this::begin);
        troubled = false;
      } catch (RuntimeException failure) {
        tell("read", failure);
      }
      awaitWork();
    }
  }

  /// The first of many like failures is worth a line in the log.
  private void tell(String what, RuntimeException failure) {
    if (!troubled && !closing) {
      troubled = true;
      LOG.warn(
          "The inbox of {} cannot be {}; tried again: {}",
          channel.name(),
          what,
          failure.toString());
    }
    LOG.debug("The inbox of {} cannot be {}", channel.name(), what, failure);
  }

  private void renewLeases() {
    var now = time.instant();
    if (!now.isBefore(renewAt)) {
      inbox.renewLeases(channel.name());
      renewAt = now.plus(Inbox.LEASE.dividedBy(3));
    }
  }

  private void awaitWork() {
    try {
      wakeUps.tryAcquire(1, TimeUnit.SECONDS);
      wakeUps.drainPermits();
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void begin(Item item) {
    var thread = Thread.ofVirtual().name(channel.name() + " room").unstarted(() -> work(item));
    if (working.putIfAbsent(item.number(), thread) == null) {
      thread.start();
    }
  }

  private void work(Item item) {
    try {
      attend(item);
    } catch (RuntimeException unstored) {
      // Its lease runs out, and it is begun again.
      tell("written", unstored);
    } finally {
      working.remove(item.number());
      wake();
    }
  }

  private void attend(Item item) {
    try {
      reception.attend(channel, item);
      inbox.finish(item);
    } catch (PostponedException later) {
      postpone(item, later.after().isPositive() ? later.after() : backOff(item), later);
    } catch (UnreachableException gone) {
      reception.lose(item);
      inbox.finish(item);
    } catch (RuntimeException failure) {
      endUnlessWorthAnotherAttempt(item, failure);
    }
  }

  private void endUnlessWorthAnotherAttempt(Item item, RuntimeException failure) {
    if (item.attempts() < ATTEMPTS_AT_THE_UNKNOWN || closing) {
      postpone(item, backOff(item), failure);
    } else {
      LOG.error(
          "Gave up on an item of {} after {} attempts", channel.name(), item.attempts(), failure);
      inbox.finish(item);
    }
  }

  private void postpone(Item item, Duration wait, RuntimeException reason) {
    var now = time.instant();
    if (item.arrivedAt().plus(WORTH_WHILE).isBefore(now)) {
      LOG.error("Gave up on an item of {} after two days", channel.name(), reason);
      inbox.finish(item);
      return;
    }
    LOG.debug("An item of {} rests for {}", channel.name(), wait, reason);
    inbox.postpone(item, now.plus(wait));
    Thread.ofVirtual().start(() -> wakeAfter(wait));
  }

  private static Duration backOff(Item item) {
    var wait = Duration.ofMillis(500).multipliedBy(1L << Math.min(item.attempts(), 10));
    return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
  }

  private void wakeAfter(Duration wait) {
    if (time.pause(wait, ending)) {
      wake();
    }
  }

  /// Takes up nothing more, lets what is under way finish within its time of grace, and leaves the
  /// rest for the next run.
  @Override
  public void close() {
    closing = true;
    wake();
    await(grace);
    ending.come();
    await(LAST_WORDS);
  }

  private void await(Duration patience) {
    var end = System.nanoTime() + patience.toNanos();
    join(dispatcher, patience);
    working.values().forEach(thread -> join(thread, Duration.ofNanos(end - System.nanoTime())));
  }

  private static void join(@Nullable Thread thread, Duration patience) {
    try {
      if (thread != null && patience.isPositive()) {
        thread.join(patience);
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}
