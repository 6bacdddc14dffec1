package onrecord.bot.operation.backup;

/// A back-up or restoration cannot be made like this; says what to do instead.
public final class RefusedBackupException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public RefusedBackupException(String message) {
    super(message);
  }

  public RefusedBackupException(String message, Throwable cause) {
    super(message, cause);
  }
}
