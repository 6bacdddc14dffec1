package onrecord.bot.model;

/// A chat model gave no reply that could be used.
public final class NoReplyException extends Exception {

  private static final long serialVersionUID = 1L;

  /// Why it gave none.
  public enum Why {
    /// Not in time.
    SLOW(true),
    /// Not reached, or it broke off.
    UNREACHABLE(true),
    /// It is asked for too much at present.
    BUSY(true),
    /// It will not take such requests: a wrong key, model or form.
    REFUSED(true),
    /// Nothing, or without an end.
    UNUSABLE(true),
    /// It has failed again and again, and is left alone for a while.
    RESTING(false),
    /// The tokens of the day or the question are spent.
    SPENT(false);

    private final boolean failure;

    Why(boolean failure) {
      this.failure = failure;
    }

    /// Whether it was asked and failed.
    boolean isFailure() {
      return failure;
    }
  }

  private final Why why;

  NoReplyException(Why why, String message) {
    super(message);
    this.why = why;
  }

  NoReplyException(Why why, Throwable cause) {
    super(why + ": " + cause.getMessage(), cause);
    this.why = why;
  }

  public Why why() {
    return why;
  }
}
