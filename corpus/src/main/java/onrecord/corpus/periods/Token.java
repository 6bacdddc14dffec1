package onrecord.corpus.periods;

import onrecord.corpus.PeriodMention.Span;
import onrecord.corpus.PeriodMention.Year;

/// A word that a period's name is made of.
sealed interface Token {

  int start();

  int end();

  /// A year, by number or counted from today: 2025年, FY22, 去年.
  record YearToken(int start, int end, Year year) implements Token {}

  /// A year counted from the one spoken of before: 上年, 次年, the prior year.
  record NeighbourToken(int start, int end, int years) implements Token {}

  /// A part of a year: 前三季度, Q4, 年末; or a stretch of its own: 报告期, 上季度.
  ///
  /// @param report whether it is the report on it
  record SpanToken(int start, int end, Span span, boolean report) implements Token {}

  /// Several years: 未来三年, 近五年, the past three years.
  record YearsToken(int start, int end, Year first, int count) implements Token {}

  /// 同期: the part of the year spoken of before.
  record SameSpanToken(int start, int end) implements Token {}

  /// 末 or 初 right after another word: turns it into a balance-sheet date.
  record EdgeToken(int start, int end, boolean closing) implements Token {}
}
