package onrecord.bot.channel;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// How fast a platform lets things be said, in one room and in all. Those who would be too fast
/// wait their turn.
public final class Pace {

  private static final int ROOMS = 20_000;

  private final Time time;
  private final Ending ending;
  private final Turnstile all;
  private final Map<String, List<Turnstile>> rooms =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Turnstile>> eldest) {
          return size() > ROOMS;
        }
      };

  /// @param perSecond how much may be said in a second in all rooms together
  /// @param ending when nobody waits any longer
  public Pace(Time time, int perSecond, Ending ending) {
    this.time = time;
    this.ending = ending;
    this.all = new Turnstile(time, perSecond, Duration.ofSeconds(1), ending);
  }

  /// How many messages a room takes within a span of time.
  public record Rate(int messages, Duration span) {}

  /// Waits until something may be said in a room, and says it.
  ///
  /// @param rates all of which the room keeps
  /// @throws PostponedException if the end comes first
  public <T> T speak(String room, List<Rate> rates, Supplier<T> speech) {
    var turnstiles = turnstiles(room, rates);
    for (var entered = 0; entered < turnstiles.size(); entered++) {
      try {
        turnstiles.get(entered).enter();
      } catch (PostponedException end) {
        turnstiles.subList(0, entered).forEach(Turnstile::leave);
        throw end;
      }
    }
    try {
      return speech.get();
    } finally {
      turnstiles.forEach(Turnstile::leave);
    }
  }

  /// Says something in a room if that may be done just now.
  public void speakIfFree(String room, List<Rate> rates, Runnable speech) {
    sayIfFree(turnstiles(room, rates), speech);
  }

  /// Says something that counts for no room, if that may be done just now.
  public void speakIfFree(Runnable speech) {
    sayIfFree(List.of(all), speech);
  }

  private static void sayIfFree(List<Turnstile> turnstiles, Runnable speech) {
    var entered = 0;
    while (entered < turnstiles.size() && turnstiles.get(entered).tryEnter()) {
      entered++;
    }
    try {
      if (entered == turnstiles.size()) {
        speech.run();
      }
    } finally {
      turnstiles.subList(0, entered).forEach(Turnstile::leave);
    }
  }

  /// Those of the room and then the one of all rooms.
  private synchronized List<Turnstile> turnstiles(String room, List<Rate> rates) {
    return rooms.computeIfAbsent(
        room,
        ignored ->
            Stream.concat(
                    rates.stream()
                        .map(rate -> new Turnstile(time, rate.messages(), rate.span(), ending)),
                    Stream.of(all))
                .toList());
  }
}
