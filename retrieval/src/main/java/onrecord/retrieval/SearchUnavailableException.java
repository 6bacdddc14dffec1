package onrecord.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;

/// The index cannot be reached or read just now: its cluster does not answer, or its disk fails.
/// What was asked may work later.
public final class SearchUnavailableException extends UncheckedIOException {

  private static final long serialVersionUID = 1L;

  public SearchUnavailableException(String message, IOException cause) {
    super(message, cause);
  }
}
