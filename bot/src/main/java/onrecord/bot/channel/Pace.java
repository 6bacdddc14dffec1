package onrecord.bot.channel;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/// How fast a platform lets things be said, in one room and in all.
///
/// Those who would be too fast wait their turn. Only one at a time speaks in a room.
public final class Pace {

  private static final int ROOMS = 20_000;

  private final Time time;
  private final Duration betweenAny;
  private Instant nextOfAny;
  private final Map<String, Deque<Instant>> spoken =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
          return size() > ROOMS;
        }
      };

  /// @param perSecond how much may be said in a second in all rooms together
  public Pace(Time time, int perSecond) {
    this.time = time;
    this.betweenAny = Duration.ofSeconds(1).dividedBy(perSecond);
    this.nextOfAny = time.instant();
  }

  /// How fast a room may be spoken to.
  ///
  /// @param between the least time between two messages
  /// @param burst how many messages within a span, at most
  /// @param span the span
  public record Rate(Duration between, int burst, Duration span) {}

  /// Waits until something may be said in a room, and says it.
  ///
  /// @throws PostponedException if the thread is told to end
  public <T> T speak(String room, Rate rate, Supplier<T> speech) {
    sleepUntil(turnIn(room, rate));
    sleepUntil(turnOfAny());
    try {
      return speech.get();
    } finally {
      // On the way to the platform one message may be slow and the next one not.
      spoke(room, rate);
    }
  }

  /// Says something in a room if that may be done just now.
  public void speakIfFree(String room, Rate rate, Runnable speech) {
    if (tryTurn(room, rate)) {
      try {
        speech.run();
      } finally {
        spoke(room, rate);
      }
    }
  }

  private synchronized boolean tryTurn(String room, Rate rate) {
    return !turnIn(room, rate).isAfter(time.instant()) && tryTurn();
  }

  /// Takes a turn that counts for no room, if there is one just now.
  public synchronized boolean tryTurn() {
    var free = !nextOfAny.isAfter(time.instant());
    if (free) {
      turnOfAny();
    }
    return free;
  }

  private synchronized Instant turnIn(String room, Rate rate) {
    var times = spoken.get(room);
    if (times == null || times.isEmpty()) {
      return time.instant();
    }
    var turn = times.getLast().plus(rate.between());
    if (times.size() < rate.burst()) {
      return turn;
    }
    var afterBurst = times.getFirst().plus(rate.span());
    return afterBurst.isAfter(turn) ? afterBurst : turn;
  }

  private synchronized Instant turnOfAny() {
    var now = time.instant();
    var turn = nextOfAny.isAfter(now) ? nextOfAny : now;
    nextOfAny = turn.plus(betweenAny);
    return turn;
  }

  private synchronized void spoke(String room, Rate rate) {
    var times = spoken.computeIfAbsent(room, ignored -> new ArrayDeque<>());
    times.addLast(time.instant());
    if (times.size() > rate.burst()) {
      times.removeFirst();
    }
  }

  private void sleepUntil(Instant turn) {
    try {
      for (var now = time.instant(); turn.isAfter(now); now = time.instant()) {
        time.pause(Duration.between(now, turn));
      }
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      throw new PostponedException("Told to end while waiting for a turn", Duration.ZERO, ending);
    }
  }
}
