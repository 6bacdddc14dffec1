package onrecord.bot.evaluation.generating;

/// Templates that cannot be used; the message names the file and what is wrong.
public final class BrokenTemplatesException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BrokenTemplatesException(String message) {
    super(message);
  }

  BrokenTemplatesException(String message, Throwable cause) {
    super(message, cause);
  }
}
