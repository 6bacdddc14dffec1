package onrecord.bot.verifying;

import onrecord.corpus.PeriodMention;
import onrecord.corpus.ReportingPeriod;

/// What a statement is made of.
sealed interface Token {

  /// An amount with its unit.
  record Amount(Quantity quantity) implements Token {}

  /// A period or a day.
  record Period(ReportingPeriod period, PeriodMention mention) implements Token {}

  /// A period that something is compared with.
  record Base(ReportingPeriod period) implements Token {}

  /// A metric under a name by which disclosures print it.
  ///
  /// @param id its canonical name
  record Measured(String id) implements Token {}

  /// A word that turns the meaning of those around it.
  record Turn(Kind kind) implements Token {}

  /// A Chinese character, or a word in Latin script without its ending.
  record Word(String text) implements Token {

    boolean isHan() {
      return Character.UnicodeScript.of(text.codePointAt(0)) == Character.UnicodeScript.HAN;
    }
  }

  /// What ends a clause.
  record Break(boolean ofSentence) implements Token {}

  /// How a word turns a meaning.
  enum Kind {
    UP,
    DOWN,
    GAIN,
    LOSS,
    NOT,
    /// Whose word it is, under which condition, whether at all: 传闻, 拟, 如果, may.
    HEDGE,
    /// How much of it: 主要, 部分, 仅, only.
    LIMIT,
    YEAR_ON_YEAR,
    PERIOD_ON_PERIOD,
    /// One amount each, in order: 分别, respectively.
    RESPECTIVELY
  }
}
