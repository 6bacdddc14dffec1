package onrecord.retrieval;

import java.nio.file.Path;

/// Another process, or another index of this one, holds the index directory.
public final class IndexInUseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public IndexInUseException(Path directory, Throwable cause) {
    super(
        "The index in "
            + directory
            + " is in use by another process. Stop that one, or set another data directory.",
        cause);
  }
}
