package onrecord.corpus;

import java.nio.file.Path;
import java.sql.SQLException;
import org.h2.api.ErrorCode;

/// Another process has a data directory open.
public final class DataDirectoryInUseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /// What a failure to open an embedded database is: this one where another process has it open,
  /// else the failure itself.
  public static RuntimeException of(Path dataDirectory, RuntimeException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql
          && sql.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
        return new DataDirectoryInUseException(dataDirectory, failure);
      }
    }
    return failure;
  }

  public DataDirectoryInUseException(Path dataDirectory, Throwable cause) {
    super(
        "Another OnRecord uses the data directory "
            + dataDirectory.toAbsolutePath()
            + "; stop it, or name another directory with onrecord.data",
        cause);
  }
}
