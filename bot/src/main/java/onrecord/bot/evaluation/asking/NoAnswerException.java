package onrecord.bot.evaluation.asking;

/// A bot under evaluation could not be reached, or replied with anything but an answer.
public final class NoAnswerException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NoAnswerException(String message) {
    super(message);
  }

  NoAnswerException(String message, Throwable cause) {
    super(message, cause);
  }
}
