package onrecord.bot.channel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The passing of time: what the clock says, and waiting.
public interface Time extends InstantSource {

  void pause(Duration duration) throws InterruptedException;

  /// The time that a clock keeps.
  static Time of(Clock clock) {
    return new Time() {
      @Override
      public Instant instant() {
        return clock.instant();
      }

      @Override
      public void pause(Duration duration) throws InterruptedException {
        Thread.sleep(duration);
      }
    };
  }
}
