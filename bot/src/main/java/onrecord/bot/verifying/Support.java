package onrecord.bot.verifying;

import java.util.List;
import java.util.function.BiPredicate;

/// How much of one sentence stands in another, in the same order.
final class Support {

  /// From here on a sentence is taken to say what the other says. Calibrated on labelled claims:
  /// the command `calibrate` prints how many true and false ones each threshold lets pass.
  static final double ENOUGH = 0.80;

  private Support() {}

  /// The share of a claim's words, those that say nothing aside, in the longest sequence that it
  /// has in common with a source.
  ///
  /// @return 0 to 1; 1 for a claim of silent words alone
  static double of(List<Token> claim, List<Token> source) {
    var said = claim.stream().filter(Support::says).toList();
    if (said.isEmpty()) {
      return 1;
    }
    return (double) common(said, source, Support::isSame) / said.size();
  }

  private static boolean says(Token token) {
    return switch (token) {
      case Token.Word word -> word.isHan() || !Wordlist.isSilent(word.text());
      case Token.Break _ -> false;
      case Token.Amount _,
          Token.Period _,
          Token.Base _,
          Token.Measured _,
          Token.Named _,
          Token.Turn _ ->
          true;
    };
  }

  private static boolean isSame(Token one, Token other) {
    if (one instanceof Token.Amount(var said) && other instanceof Token.Amount(var stands)) {
      return said.isSameAs(stands);
    }
    if (one instanceof Token.Period said && other instanceof Token.Period stands) {
      return said.period().equals(stands.period());
    }
    if (one instanceof Token.Named said && other instanceof Token.Named stands) {
      return said.names().stream().anyMatch(stands.names()::contains);
    }
    return one.equals(other);
  }

  private static <T> int common(List<T> one, List<T> other, BiPredicate<T, T> isSame) {
    var above = new int[other.size() + 1];
    for (var left : one) {
      var row = new int[other.size() + 1];
      for (int i = 0; i < other.size(); i++) {
        row[i + 1] =
            isSame.test(left, other.get(i)) ? above[i] + 1 : Math.max(above[i + 1], row[i]);
      }
      above = row;
    }
    return above[other.size()];
  }
}
