package onrecord.corpus;

/// Whose words a passage holds.
public enum Speaker {
  /// The company: may be cited.
  COMPANY,
  /// An investor: helps to find the answer, never cited as the company's word.
  INVESTOR,
  /// Guarantees, tick-box forms, signatures: never an answer by itself.
  BOILERPLATE
}
