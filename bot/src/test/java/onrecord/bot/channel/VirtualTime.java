package onrecord.bot.channel;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Time that stands still while something is done and jumps to the next that somebody waits for
/// when nothing is: days pass in seconds, and every wait is as long as it says.
public final class VirtualTime implements Time, AutoCloseable {

  private static final long QUIET_NANOS = 3_000_000;

  private final PriorityQueue<Sleeper> sleepers =
      new PriorityQueue<>(Comparator.comparing(Sleeper::until));
  private final AtomicLong stirred = new AtomicLong(System.nanoTime());
  private final AtomicInteger busy = new AtomicInteger();
  private final Thread driver;
  private volatile Instant now;

  public VirtualTime(Instant start) {
    now = start;
    driver = Thread.ofPlatform().daemon().name("virtual time").start(this::drive);
  }

  /// Somebody who waits until an instant, or to be woken.
  public record Sleeper(Instant until, Semaphore alarm) {

    public void wake() {
      alarm.release();
    }
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public void pause(Duration duration) throws InterruptedException {
    await(sleeper(now.plus(duration)));
  }

  public Sleeper sleeper(Instant until) {
    return new Sleeper(until, new Semaphore(0));
  }

  public void await(Sleeper sleeper) throws InterruptedException {
    stir();
    synchronized (sleepers) {
      sleepers.add(sleeper);
    }
    try {
      sleeper.alarm().acquire();
    } finally {
      synchronized (sleepers) {
        sleepers.removeIf(other -> other == sleeper);
      }
      stir();
    }
  }

  /// Something is being done: time stands still until [#done].
  public void doing() {
    busy.incrementAndGet();
    stir();
  }

  public void done() {
    busy.decrementAndGet();
    stir();
  }

  private void stir() {
    stirred.set(System.nanoTime());
  }

  private void drive() {
    while (!Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(500_000);
      if (busy.get() == 0 && System.nanoTime() - stirred.get() > QUIET_NANOS) {
        jump();
      }
    }
  }

  private void jump() {
    synchronized (sleepers) {
      @Nullable Sleeper next = sleepers.peek();
      if (next == null) {
        return;
      }
      if (next.until().isAfter(now)) {
        now = next.until();
      }
      while (next != null && !next.until().isAfter(now)) {
        sleepers.poll();
        next.wake();
        next = sleepers.peek();
      }
    }
    stir();
  }

  @Override
  public void close() {
    driver.interrupt();
  }
}
