package onrecord.bot.channel;

import java.time.Duration;

/// A channel's platform did not take something that it may take later.
public final class PostponedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Duration wait;

  /// @param wait how long to leave it alone; zero where the platform did not say
  public PostponedException(String message, Duration wait, Throwable cause) {
    super(message, cause);
    this.wait = wait;
  }

  public PostponedException(String message, Duration wait) {
    super(message);
    this.wait = wait;
  }

  public Duration after() {
    return wait;
  }
}
