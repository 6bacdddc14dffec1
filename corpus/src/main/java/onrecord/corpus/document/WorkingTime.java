package onrecord.corpus.document;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// How long work on a file may take, in the time of a processor: a busy machine makes no honest
/// file fail, and work without an end still ends. Work that rests would never use its time up; it
/// is given up after a multiple of it by the clock.
///
/// @param limit the time of a processor, not below zero
public record WorkingTime(Duration limit) {

  private static final int TIMES_BY_THE_CLOCK = 10;
  private static final long SHORTEST_WAIT = Duration.ofMillis(10).toNanos();
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  public WorkingTime {
    if (limit.isNegative()) {
      throw new IllegalArgumentException("No time is below zero: " + limit);
    }
  }

  /// The longest time by the clock.
  public Duration byTheClock() {
    return limit.multipliedBy(TIMES_BY_THE_CLOCK);
  }

  /// Whether a thread has worked for longer since it was started.
  public boolean isUsedUpBy(Thread worker) {
    return left(worker) <= 0;
  }

  /// In nanoseconds; of a thread that has ended, or is not measured, all.
  private long left(Thread worker) {
    return limit.toNanos() - Math.max(0, THREADS.getThreadCpuTime(worker.threadId()));
  }

  /// Waits for the result of work.
  ///
  /// @param worker does nothing else
  /// @throws TimeoutException if it takes longer; the worker is still at it then
  public <T> T await(FutureTask<T> work, Thread worker)
      throws InterruptedException, ExecutionException, TimeoutException {
    var end = System.nanoTime() + byTheClock().toNanos();
    while (true) {
      try {
        // It cannot have worked for longer than the clock went on.
        return work.get(Math.max(left(worker), SHORTEST_WAIT), TimeUnit.NANOSECONDS);
      } catch (TimeoutException stillAtIt) {
        if (isUsedUpBy(worker) || System.nanoTime() - end > 0) {
          throw stillAtIt;
        }
      }
    }
  }

  /// Waits for a program to end.
  ///
  /// @return whether it ended by itself; it still runs if it takes longer
  public boolean await(Process program) throws InterruptedException {
    var end = System.nanoTime() + byTheClock().toNanos();
    while (!program.waitFor(1, TimeUnit.SECONDS)) {
      if (usedBy(program).compareTo(limit) > 0 || System.nanoTime() - end > 0) {
        return program.waitFor(0, TimeUnit.SECONDS);
      }
    }
    return true;
  }

  /// How long a program has worked since it was started; zero where the system does not tell.
  public static Duration usedBy(Process program) {
    return program.info().totalCpuDuration().orElse(Duration.ZERO);
  }
}
