package onrecord.bot.operation.backup;

/// A back-up cannot be restored; nothing was changed.
public final class BrokenBackupException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public BrokenBackupException(String message) {
    super(message);
  }

  public BrokenBackupException(String message, Throwable cause) {
    super(message, cause);
  }
}
