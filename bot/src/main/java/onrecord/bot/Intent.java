package onrecord.bot;

/// What a part of a question is after.
public enum Intent {
  /// Something disclosed or disclosable: figures, events, descriptions, published plans.
  FACT,
  /// What is going to be.
  OUTLOOK,
  /// The share price or market value.
  PRICE,
  /// What to do with shares.
  ADVICE,
  /// Hearsay to be confirmed or denied.
  RUMOUR,
  /// Greetings, small talk, orders to the assistant, other matters.
  OTHER
}
