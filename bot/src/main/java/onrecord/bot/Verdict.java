package onrecord.bot;

/// What became of a question as a whole.
public enum Verdict {
  /// Every part is answered from disclosures, with citations.
  ANSWERED,
  /// Some part is answered, or a published outlook is quoted with attribution; some part is
  /// deferred.
  PARTLY_DEFERRED,
  /// The answer would be a forecast: the standard phrase that refers to the periodic reports.
  DEFERRED,
  /// A fact that no published disclosure holds.
  NOT_DISCLOSED,
  /// Not about this company, investment advice, or not a question.
  OUT_OF_SCOPE
}
