package onrecord.retrieval.opensearch;

/// There is no such index, or none any more.
final class MissingIndexException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MissingIndexException(String path) {
    super("There is no index for " + path);
  }
}
