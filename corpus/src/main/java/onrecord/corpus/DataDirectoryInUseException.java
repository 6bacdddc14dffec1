package onrecord.corpus;

import java.nio.file.Path;

/// Another process has a data directory open.
public final class DataDirectoryInUseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public DataDirectoryInUseException(Path dataDirectory, Throwable cause) {
    super(
        "Another OnRecord uses the data directory "
            + dataDirectory.toAbsolutePath()
            + "; stop it, or name another directory with onrecord.data",
        cause);
  }
}
