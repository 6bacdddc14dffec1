package onrecord.bot.evaluation;

/// The step at which an answer went wrong.
public enum Lost {
  /// The gold place, or what it states, is in no passage that is held.
  NOT_PARSED("not parsed"),
  /// No passage of the gold place is among the evidence.
  NOT_RETRIEVED("not retrieved"),
  /// The evidence is there, or none was needed, and the verdict is wrong.
  RULED_WRONGLY("ruled wrongly"),
  /// The verdict is right, and another passage or figure was chosen.
  NOT_SELECTED("not selected"),
  /// It was composed and did not pass verification.
  DROPPED_BY_VERIFICATION("dropped by verification"),
  /// It passed verification and should not have.
  PASSED_BY_VERIFICATION("passed by verification");

  private final String words;

  Lost(String words) {
    this.words = words;
  }

  /// As reports say it.
  public String words() {
    return words;
  }
}
