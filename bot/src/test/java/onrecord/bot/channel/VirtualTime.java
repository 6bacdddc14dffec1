package onrecord.bot.channel;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// Time that stands still while something is done and jumps to the next that somebody waits for
/// when nothing is: days pass in seconds, and every wait is as long as it says.
public final class VirtualTime implements Time, AutoCloseable {

  private static final long QUIET_NANOS = 4_000_000;

  private final PriorityQueue<Sleeper> sleepers =
      new PriorityQueue<>(Comparator.comparing(Sleeper::until));
  private final AtomicLong stirred = new AtomicLong(System.nanoTime());
  private final AtomicInteger busy = new AtomicInteger();
  private final Duration longestJump;
  private final Thread driver;
  private volatile Instant now;

  /// @param longestJump what passes at most at a time, so that a moment in which the machine is
  ///   slow is not taken for an hour in which nothing happens
  public VirtualTime(Instant start, Duration longestJump) {
    this.longestJump = longestJump;
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
  public boolean pause(Duration duration, Ending ending) {
    var sleeper = sleeper(now.plus(duration));
    Runnable wake = sleeper::wake;
    ending.tell(wake);
    await(sleeper);
    ending.forget(wake);
    return !ending.hasCome();
  }

  public Sleeper sleeper(Instant until) {
    return new Sleeper(until, new Semaphore(0));
  }

  public void await(Sleeper sleeper) {
    stir();
    synchronized (sleepers) {
      sleepers.add(sleeper);
    }
    try {
      sleeper.alarm().acquireUninterruptibly();
    } finally {
      synchronized (sleepers) {
        sleepers.remove(sleeper);
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
      var next = sleepers.peek();
      if (next != null) {
        var furthest = now.plus(longestJump);
        moveTo(next.until().isBefore(furthest) ? next.until() : furthest);
      }
    }
  }

  /// Lets so much time pass at once.
  public void skip(Duration duration) {
    synchronized (sleepers) {
      moveTo(now.plus(duration));
    }
  }

  private void moveTo(Instant then) {
    now = then.isAfter(now) ? then : now;
    for (var next = sleepers.peek();
        next != null && !next.until().isAfter(now);
        next = sleepers.peek()) {
      sleepers.poll();
      next.wake();
    }
    stir();
  }

  @Override
  public void close() {
    driver.interrupt();
  }
}
