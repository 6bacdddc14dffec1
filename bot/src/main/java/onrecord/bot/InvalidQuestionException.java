package onrecord.bot;

/// A question that cannot be read as one; its message tells the asker what to do.
public final class InvalidQuestionException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /// What is wrong.
  public enum Fault {
    EMPTY,
    TOO_LONG,
    CONTROL_CHARACTERS
  }

  private final Fault fault;

  private InvalidQuestionException(Fault fault, String message) {
    super(message);
    this.fault = fault;
  }

  public Fault fault() {
    return fault;
  }

  static void unlessReadable(String text) {
    if (text.isBlank()) {
      throw new InvalidQuestionException(
          Fault.EMPTY, "The question is empty. Please write it in 1 to 2,000 characters.");
    }
    if (text.codePointCount(0, text.length()) > Question.LONGEST) {
      throw new InvalidQuestionException(
          Fault.TOO_LONG, "The question is longer than 2,000 characters. Please shorten it.");
    }
    if (text.codePoints().anyMatch(InvalidQuestionException::isUnreadable)) {
      throw new InvalidQuestionException(
          Fault.CONTROL_CHARACTERS,
          "The question holds control characters or is not text. Please write it in plain text.");
    }
  }

  private static boolean isUnreadable(int character) {
    return (Character.getType(character) == Character.CONTROL
            && character != '\n'
            && character != '\r'
            && character != '\t')
        || Character.getType(character) == Character.SURROGATE
        || character == 0xFFFD;
  }
}
