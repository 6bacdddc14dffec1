package onrecord.corpus.pdf;

/// A page or file asks for more work than its limits allow.
final class TooMuchWorkException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TooMuchWorkException(String message) {
    super(message);
  }
}
