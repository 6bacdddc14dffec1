package onrecord.bot.channel;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;

/// Lets so many in within a span of time, the first to come first.
///
/// The span is counted from when somebody leaves: what a message's way to the platform took then
/// does not matter, and never do more arrive there within a span than are let in.
final class Turnstile {

  private static final Duration MOMENT = Duration.ofMillis(20);

  private final Time time;
  private final int limit;
  private final Duration span;
  private final Ending ending;
  private final ReentrantLock queue = new ReentrantLock(true);
  private final Deque<Instant> left = new ArrayDeque<>();
  private int inside;

  Turnstile(Time time, int limit, Duration span, Ending ending) {
    this.time = time;
    this.limit = limit;
    this.span = span;
    this.ending = ending;
  }

  /// @throws PostponedException if the end comes first
  void enter() {
    queue.lock();
    try {
      for (var now = time.instant(); !letIn(now); now = time.instant()) {
        if (!time.pause(Duration.between(now, freeAt(now)), ending)) {
          throw new PostponedException("The end came while waiting for a turn", Duration.ZERO);
        }
      }
    } finally {
      queue.unlock();
    }
  }

  /// Enters if there is neither a queue nor anything to wait for.
  boolean tryEnter() {
    if (!queue.tryLock()) {
      return false;
    }
    try {
      return letIn(time.instant());
    } finally {
      queue.unlock();
    }
  }

  synchronized void leave() {
    inside--;
    left.add(time.instant());
  }

  private synchronized boolean letIn(Instant now) {
    while (!left.isEmpty() && !left.peek().plus(span).isAfter(now)) {
      left.poll();
    }
    var free = inside + left.size() < limit;
    if (free) {
      inside++;
    }
    return free;
  }

  private synchronized Instant freeAt(Instant now) {
    return left.isEmpty() ? now.plus(MOMENT) : left.peek().plus(span);
  }
}
