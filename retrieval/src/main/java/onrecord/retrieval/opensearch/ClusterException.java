package onrecord.retrieval.opensearch;

import java.io.IOException;

/// A cluster that cannot be reached, or is too busy: what was asked may work later.
final class ClusterException extends IOException {

  private static final long serialVersionUID = 1L;

  ClusterException(String message) {
    super(message);
  }

  ClusterException(String message, Throwable cause) {
    super(message, cause);
  }
}
