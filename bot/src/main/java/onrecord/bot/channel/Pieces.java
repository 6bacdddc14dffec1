package onrecord.bot.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Cuts a text into pieces that a channel takes: at sentence ends, else between clauses, else
/// between words, and never within a citation mark or a character. The marks after a sentence stay
/// with it.
public final class Pieces {

  private static final String MARKS = "(?:\\s?〔\\d{1,4}〕)*";
  private static final String CLOSING = "[”’」』）)\"']*";

  private static final Pattern SENTENCE =
      Pattern.compile(
          "(?s).*?(?:[。！？!?；…]+" + CLOSING + MARKS + "|\\.(?=\\s)" + MARKS + "|\\n+|$)\\s*");
  private static final Pattern CLAUSE = Pattern.compile("(?s).*?(?:[，、,;：:]+" + MARKS + "|$)\\s*");
  private static final Pattern WORD = Pattern.compile("(?s)\\S*\\s*");
  private static final Pattern CHARACTER = Pattern.compile("(?s)〔\\d{1,4}〕|\\X");

  /// From the best place to cut to the worst.
  private static final List<Pattern> CUTS = List.of(SENTENCE, CLAUSE, WORD, CHARACTER);

  private Pieces() {}

  /// @param limit the most that a piece may cost
  /// @param cost of a piece as the channel counts it; grows with the text
  /// @return the pieces in order, without white space around them; none for a blank text
  public static List<String> of(String text, int limit, ToIntFunction<String> cost) {
    var pieces = new ArrayList<String>();
    var piece = new StringBuilder();
    for (var part : parts(text, limit, cost, 0)) {
      if (cost.applyAsInt((piece + part).strip()) > limit) {
        add(piece, pieces);
        piece.setLength(0);
      }
      piece.append(part);
    }
    add(piece, pieces);
    return pieces;
  }

  /// The beginning of a text, cut as a piece is, with `…` where something was left out.
  public static String beginning(String text, int limit, ToIntFunction<String> cost) {
    if (cost.applyAsInt(text.strip()) <= limit) {
      return text.strip();
    }
    var pieces = of(text, limit - cost.applyAsInt("…"), cost);
    return pieces.isEmpty() ? "" : pieces.getFirst() + "…";
  }

  /// Parts none of which is too large alone.
  private static List<String> parts(
      String text, int limit, ToIntFunction<String> cost, int fineness) {
    var parts = new ArrayList<String>();
    for (var part : cut(text, CUTS.get(fineness))) {
      if (cost.applyAsInt(part.strip()) <= limit || fineness == CUTS.size() - 1) {
        parts.add(part);
      } else {
        parts.addAll(parts(part, limit, cost, fineness + 1));
      }
    }
    return parts;
  }

  private static List<String> cut(String text, Pattern cuts) {
    return cuts.matcher(text)
        .results()
        .map(MatchResult::group)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  private static void add(StringBuilder piece, List<String> pieces) {
    var text = piece.toString().strip();
    if (!text.isEmpty()) {
      pieces.add(text);
    }
  }
}
