package onrecord.corpus;

/// How much of the year a period's figures count.
public enum Basis {
  /// Three months on their own.
  SINGLE_QUARTER,
  /// From the first day of the financial year; two quarters are [#HALF], four are [#FULL_YEAR].
  YEAR_TO_DATE,
  /// The first or the second half-year.
  HALF,
  /// A whole financial year.
  FULL_YEAR,
  /// One day: balances and head counts.
  INSTANT
}
