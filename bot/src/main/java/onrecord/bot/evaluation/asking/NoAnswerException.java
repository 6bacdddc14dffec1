package onrecord.bot.evaluation.asking;

/// A bot under evaluation could not be reached.
public final class NoAnswerException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NoAnswerException(String message, Throwable cause) {
    super(message, cause);
  }
}
