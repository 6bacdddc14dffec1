package onrecord.bot.telegram;

import org.jspecify.annotations.Nullable;

/// Telegram does not take a call as it is, nor will it later.
final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final @Nullable Long movedTo;

  RefusedException(String description, @Nullable Long movedTo, Throwable cause) {
    super(description, cause);
    this.movedTo = movedTo;
  }

  /// The chat that took the place of the one called, where that is why.
  @Nullable Long movedTo() {
    return movedTo;
  }

  boolean isUnreadableMarkup() {
    return says("can't parse entities") || says("can't parse caption entities");
  }

  /// Nothing would have changed: it was done before.
  boolean isDoneAlready() {
    return says("message is not modified");
  }

  private boolean says(String words) {
    return String.valueOf(getMessage()).contains(words);
  }
}
