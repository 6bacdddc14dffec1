package onrecord.corpus;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A data directory cannot be made or written: its disk is read-only, it belongs to somebody else,
/// or something else stands in its place.
public final class UnwritableDataDirectoryException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnwritableDataDirectoryException(Path directory, @Nullable IOException cause) {
    super(
        "The data directory "
            + directory.toAbsolutePath()
            + " cannot be written; let the program's user write there, or name another directory with"
            + " onrecord.data",
        cause);
  }
}
