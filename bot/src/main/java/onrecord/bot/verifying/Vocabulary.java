package onrecord.bot.verifying;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The words of some text, by which the words of another are told to be none of its own.
///
/// Chinese is written without spaces: a run of characters has nothing of its own if it can be laid
/// out from pieces of this vocabulary, two characters or more each, and words that say nothing.
final class Vocabulary {

  private final List<String> runs;
  private final Set<String> words = new HashSet<>();

  private Vocabulary(List<Token> tokens) {
    this.runs = runs(tokens);
    for (var token : tokens) {
      switch (token) {
        case Token.Word(var text) -> words.add(text);
        case Token.Amount _,
            Token.Period _,
            Token.Base _,
            Token.Measured _,
            Token.Turn _,
            Token.Break _ -> {}
      }
    }
  }

  @SafeVarargs
  static Vocabulary of(List<Token>... texts) {
    return new Vocabulary(Stream.of(texts).flatMap(List::stream).toList());
  }

  /// Whether all words of a text are of this vocabulary or say nothing.
  boolean covers(List<Token> tokens) {
    return runs(tokens).stream().allMatch(this::lays) && tokens.stream().allMatch(this::isKnown);
  }

  private boolean isKnown(Token token) {
    return switch (token) {
      case Token.Word word ->
          word.isHan() || words.contains(word.text()) || Wordlist.isSilent(word.text());
      case Token.Amount _,
          Token.Period _,
          Token.Base _,
          Token.Measured _,
          Token.Turn _,
          Token.Break _ ->
          true;
    };
  }

  /// Whether a run of Chinese characters can be laid out.
  private boolean lays(String run) {
    var reached = new boolean[run.length() + 1];
    reached[0] = true;
    for (int start = 0; start < run.length(); start++) {
      for (int end = start + 1; reached[start] && end <= run.length(); end++) {
        reached[end] |= isPiece(run.substring(start, end), run);
      }
    }
    return reached[run.length()];
  }

  private boolean isPiece(String piece, String run) {
    boolean silent = piece.length() <= Wordlist.LONGEST && Wordlist.isSilent(piece);
    return silent
        || piece.length() > 1 && runs.stream().anyMatch(known -> known.contains(piece))
        || piece.length() == 1 && run.length() == 1 && words.contains(piece);
  }

  private static List<String> runs(List<Token> tokens) {
    var runs = new ArrayList<String>();
    var run = new StringBuilder();
    for (var token : tokens) {
      if (token instanceof Token.Word word && word.isHan()) {
        run.append(word.text());
      } else {
        end(run, runs);
      }
    }
    end(run, runs);
    return runs;
  }

  private static void end(StringBuilder run, List<String> runs) {
    if (!run.isEmpty()) {
      runs.add(run.toString());
      run.setLength(0);
    }
  }
}
