package onrecord.bot.verifying;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How closely one sentence keeps to another.
///
/// All of its words must stand there, in the same order; it may leave words out. The more it leaves
/// out between those that it keeps, the less it need mean the same.
final class Support {

  /// From here on a sentence is taken to say what the other says. Calibrated on labelled claims:
  /// the command `calibrate` prints how many true and false ones each threshold lets pass.
  static final double ENOUGH = 0.75;

  private Support() {}

  /// The share that a claim's words make up of the stretch of the source that holds them in order;
  /// the lowest of its clauses, which may be told in another order. Words that say nothing do not
  /// count. Amounts, with their periods and directions, are held against the source one by one: of
  /// a claim that states any, only the other words are looked at here.
  ///
  /// @return 0 to 1; 0 where the words do not stand there in order, 1 for a claim that has none
  static double of(List<Token> claim, List<Token> source) {
    boolean hasAmounts = claim.stream().anyMatch(Token.Amount.class::isInstance);
    var stands = counted(source, hasAmounts);
    double whole = share(counted(claim, hasAmounts), stands);
    return whole > 0
        ? whole
        : clauses(claim).stream()
            .mapToDouble(clause -> share(counted(clause, hasAmounts), stands))
            .min()
            .orElse(1);
  }

  private static List<Token> counted(List<Token> tokens, boolean wordsAlone) {
    return telling(tokens).stream()
        .filter(token -> !wordsAlone || !belongsToAmounts(token))
        .toList();
  }

  private static boolean belongsToAmounts(Token token) {
    return switch (token) {
      case Token.Amount _, Token.Period _, Token.Base _, Token.Measured _ -> true;
      case Token.Turn(var kind) ->
          switch (kind) {
            case UP, DOWN, YEAR_ON_YEAR, PERIOD_ON_PERIOD, RESPECTIVELY -> true;
            case GAIN, LOSS, NOT, HEDGE, LIMIT -> false;
          };
      case Token.Word _, Token.Break _ -> false;
    };
  }

  /// The clauses of a claim; what only says when goes with the clause behind it.
  private static List<List<Token>> clauses(List<Token> tokens) {
    var clauses = new ArrayList<List<Token>>();
    var clause = new ArrayList<Token>();
    for (var token : tokens) {
      boolean says = telling(clause).stream().anyMatch(one -> !(one instanceof Token.Period));
      if (token instanceof Token.Break && says) {
        clauses.add(List.copyOf(clause));
        clause.clear();
      } else {
        clause.add(token);
      }
    }
    clauses.add(List.copyOf(clause));
    return clauses;
  }

  /// A text without what says nothing.
  private static List<Token> telling(List<Token> tokens) {
    var telling = new ArrayList<Token>();
    for (int i = 0; i < tokens.size(); ) {
      int silent = silentWords(tokens, i);
      if (silent == 0 && !(tokens.get(i) instanceof Token.Break)) {
        telling.add(tokens.get(i));
      }
      i += Math.max(1, silent);
    }
    return telling;
  }

  /// How many tokens from a place on make up the longest silent word.
  private static int silentWords(List<Token> tokens, int from) {
    var word = new StringBuilder();
    int longest = 0;
    for (int i = from; i < tokens.size() && tokens.get(i) instanceof Token.Word part; i++) {
      word.append(part.text());
      if (Wordlist.isSilent(word.toString())) {
        longest = i + 1 - from;
      }
      if (!part.isHan() || word.length() > Wordlist.LONGEST) {
        break;
      }
    }
    return longest;
  }

  /// The share of a sequence in the shortest stretch of another that holds it in order.
  private static double share(List<Token> sequence, List<Token> other) {
    if (sequence.isEmpty()) {
      return 1;
    }
    // For each place of the sequence, the latest start of a stretch that holds it up to there.
    var starts = new int[sequence.size() + 1];
    Arrays.fill(starts, -1);
    int shortest = Integer.MAX_VALUE;
    for (int i = 0; i < other.size(); i++) {
      starts[0] = i;
      for (int j = sequence.size(); j > 0; j--) {
        if (starts[j - 1] >= 0 && isSame(sequence.get(j - 1), other.get(i))) {
          starts[j] = starts[j - 1];
          if (j == sequence.size()) {
            shortest = Math.min(shortest, i + 1 - starts[j]);
          }
        }
      }
    }
    return shortest == Integer.MAX_VALUE ? 0 : (double) sequence.size() / shortest;
  }

  private static boolean isSame(Token one, Token other) {
    if (one instanceof Token.Amount(var said) && other instanceof Token.Amount(var stands)) {
      return said.isSameAs(stands);
    }
    if (one instanceof Token.Period said && other instanceof Token.Period stands) {
      return said.period().equals(stands.period());
    }
    return one.equals(other);
  }
}
