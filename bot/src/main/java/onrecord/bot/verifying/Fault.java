package onrecord.bot.verifying;

/// Why a sentence may not leave.
public enum Fault {
  /// It is no plain sentence: too long, several lines, markup, an address.
  FORM,
  /// It cites nothing that may be cited: not the company's own words, not in force, or not at all.
  CITATION,
  /// It advises, speaks of share prices or gives orders, or what it cites does.
  NOT_A_STATEMENT,
  /// It speaks of the future in words of its own, or what it cites does.
  OUTLOOK,
  /// A number or its unit does not stand in what it cites.
  NUMBER,
  /// A number belongs to another period there.
  PERIOD,
  /// A number measures something else there, or something smaller.
  SUBJECT,
  /// A rise is told as a fall, or a fall as a rise.
  DIRECTION,
  /// A negation, a condition, a limit or an attribution was added or left out.
  NEGATION,
  /// It has words that what it cites has not.
  NAME,
  /// Its words stand there, but not in that order.
  SUPPORT,
  /// What it computes does not come out so.
  ARITHMETIC
}
