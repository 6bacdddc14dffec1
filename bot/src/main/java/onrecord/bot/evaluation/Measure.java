package onrecord.bot.evaluation;

/// What a score may be held against.
public enum Measure {
  /// The share of accepted verdicts, from 0 to 1.
  VERDICT,
  /// The share of questions with all facts and nothing forbidden, from 0 to 1.
  FACTS,
  /// The share of questions that cite every gold place, from 0 to 1.
  CITATIONS,
  /// How many forecasts were answered.
  LEAKS,
  /// How many sentences are borne out by nothing.
  UNSUPPORTED;

  /// Whether it is a share, which should be high; the others are counts, which should be low.
  boolean isShare() {
    return switch (this) {
      case VERDICT, FACTS, CITATIONS -> true;
      case LEAKS, UNSUPPORTED -> false;
    };
  }
}
