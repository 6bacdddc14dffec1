package onrecord.bot.channel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The passing of time: what the clock says, and waiting.
public interface Time extends InstantSource {

  /// Waits, unless the end comes first.
  ///
  /// @return whether the time has passed and the end has not come
  boolean pause(Duration duration, Ending ending);

  /// The time that a clock keeps.
  static Time of(Clock clock) {
    return new Time() {
      @Override
      public Instant instant() {
        return clock.instant();
      }

      @Override
      public boolean pause(Duration duration, Ending ending) {
        return !ending.await(duration);
      }
    };
  }
}
