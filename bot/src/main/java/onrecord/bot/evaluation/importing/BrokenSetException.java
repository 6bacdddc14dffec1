package onrecord.bot.evaluation.importing;

/// A question set that is not of the form it was said to be; the message names file and line.
public final class BrokenSetException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BrokenSetException(String message) {
    super(message);
  }

  BrokenSetException(String message, Throwable cause) {
    super(message, cause);
  }
}
