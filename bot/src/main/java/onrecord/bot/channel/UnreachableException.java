package onrecord.bot.channel;

/// Nobody can be spoken to there any more: blocked, left, deleted.
public final class UnreachableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnreachableException(String message, Throwable cause) {
    super(message, cause);
  }
}
