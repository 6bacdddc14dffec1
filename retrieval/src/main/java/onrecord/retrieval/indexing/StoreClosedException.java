package onrecord.retrieval.indexing;

/// A store was closed while it was searched: another generation took its place.
public final class StoreClosedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StoreClosedException(Throwable cause) {
    super("The generation searched serves no longer", cause);
  }
}
