package onrecord.bot.verifying;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import onrecord.bot.verifying.Token.Kind;
import onrecord.corpus.ReportingPeriod;
import org.jspecify.annotations.Nullable;

/// A sentence as the amounts that it states, each with the words that say what it is an amount of.
///
/// Those words stand in the clause of the amount, after the amount before it; where there are none,
/// as in 同比增长5%, they are those of the amount before.
final class Statement {

  private final List<Token> tokens;
  private final boolean periodsFollow;
  private final List<Stated> amounts = new ArrayList<>();

  /// @param periodsFollow whether a period may stand behind its amount, as in English
  Statement(List<Token> tokens, boolean periodsFollow) {
    this.tokens = List.copyOf(tokens);
    this.periodsFollow = periodsFollow;
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i) instanceof Token.Amount(var quantity)) {
        amounts.add(stated(quantity, i));
      }
    }
  }

  /// An amount and what is said of it.
  ///
  /// @param period null where the sentence names none
  /// @param about what it is an amount of
  /// @param turns rises, falls and comparisons, from its own clause alone
  /// @param isListed whether it stands in a list of amounts whose subjects stand elsewhere
  record Stated(
      Quantity quantity,
      @Nullable ReportingPeriod period,
      List<Token> about,
      Set<Token> turns,
      boolean isListed) {

    Set<String> metrics() {
      var metrics = new HashSet<String>();
      about.forEach(token -> {
        if (token instanceof Token.Measured(var id)) {
          metrics.add(id);
        }
      });
      return metrics;
    }
  }

  List<Token> tokens() {
    return tokens;
  }

  List<Stated> amounts() {
    return amounts;
  }

  List<ReportingPeriod> periods() {
    return Tokens.periods(tokens.stream()).map(Token.Period::period).toList();
  }

  /// How often the meaning is turned in a way.
  long count(Kind kind) {
    return tokens.stream().filter(new Token.Turn(kind)::equals).count();
  }

  private Stated stated(Quantity quantity, int at) {
    int start = start(at);
    int end = periodsFollow ? end(at) : at;
    var own =
        Stream.concat(
                tokens.subList(start, at).stream(),
                tokens.subList(Math.min(at + 1, end), end).stream())
            .toList();
    boolean bare = own.stream().noneMatch(Statement::says);
    boolean listed = start > 0 && bare || count(Kind.RESPECTIVELY) > 0;
    return new Stated(quantity, period(at, end), about(own, start), turns(own), listed);
  }

  /// Where its clause begins, or the amount before it ends.
  private int start(int at) {
    int start = at;
    while (start > 0 && !isEnd(tokens.get(start - 1))) {
      start--;
    }
    return start;
  }

  /// Where its clause ends, or the next amount begins.
  private int end(int at) {
    int end = at + 1;
    while (end < tokens.size() && !isEnd(tokens.get(end))) {
      end++;
    }
    return end;
  }

  private static boolean isEnd(Token token) {
    return token instanceof Token.Break || token instanceof Token.Amount;
  }

  private List<Token> about(List<Token> own, int start) {
    if (own.stream().anyMatch(Statement::isSubject)) {
      return own;
    }
    var before = amountBefore(start);
    return before == null ? own : Stream.concat(before.about().stream(), own.stream()).toList();
  }

  /// The amount before, in the same sentence.
  private @Nullable Stated amountBefore(int start) {
    for (int i = start - 1; i >= 0; i--) {
      if (tokens.get(i) instanceof Token.Break(var ofSentence) && ofSentence) {
        return null;
      }
      if (tokens.get(i) instanceof Token.Amount) {
        return amounts.getLast();
      }
    }
    return null;
  }

  /// Whether a word can be what an amount is an amount of.
  private static boolean isSubject(Token token) {
    return switch (token) {
      case Token.Measured _ -> true;
      case Token.Word word -> !Wordlist.isSilent(word.text());
      case Token.Amount _, Token.Period _, Token.Base _, Token.Turn _, Token.Break _ -> false;
    };
  }

  private static boolean says(Token token) {
    return !(token instanceof Token.Word(var text) && Wordlist.isSilent(text));
  }

  private static Set<Token> turns(List<Token> own) {
    var turns = new HashSet<Token>();
    own.forEach(token -> {
      if (token instanceof Token.Turn || token instanceof Token.Base) {
        turns.add(token);
      }
    });
    return turns;
  }

  private @Nullable ReportingPeriod period(int at, int end) {
    var behind = Tokens.periods(tokens.subList(Math.min(at + 1, end), end).stream()).findFirst();
    if (behind.isPresent()) {
      return behind.get().period();
    }
    return Tokens.periods(tokens.subList(0, at).reversed().stream())
        .findFirst()
        .map(Token.Period::period)
        .orElse(null);
  }
}
