package onrecord.bot.reading;

import java.util.ArrayList;
import java.util.List;

/// A question's text in one normal spelling, which still knows where each character came from.
///
/// @param original the text as written
/// @param text NFKC, simplified, Latin in lower case, no white space next to Han characters
/// @param origins for each character of the text the offset of its source in the original
record Wording(String original, String text, List<Integer> origins) {

  Wording {
    origins = List.copyOf(origins);
  }

  static Wording of(String original) {
    var text = new StringBuilder();
    var origins = new ArrayList<Integer>();
    original.codePoints().forEach(new Appender(original, text, origins)::append);
    return new Wording(original, text.toString(), origins);
  }

  /// The same with other characters, one for one.
  Wording respelt(String spelling) {
    if (spelling.length() != text.length()) {
      throw new IllegalArgumentException("Not as long as the text: '" + spelling + "'");
    }
    return new Wording(original, spelling, origins);
  }

  /// The words of the original from which a stretch of the text came.
  String originally(int start, int end) {
    if (start >= end) {
      return "";
    }
    var from = origins.get(start);
    var to = end < origins.size() ? origins.get(end) : original.length();
    return original.substring(from, to).strip();
  }

  /// Writes the normal spelling character by character.
  private static final class Appender {

    private final String original;
    private final StringBuilder text;
    private final List<Integer> origins;
    private int offset;

    Appender(String original, StringBuilder text, List<Integer> origins) {
      this.original = original;
      this.text = text;
      this.origins = origins;
    }

    void append(int codePoint) {
      var start = offset;
      offset += Character.charCount(codePoint);
      if (isInvisible(codePoint) || isNeedlessSpace(codePoint, offset)) {
        return;
      }
      for (var character : Script.normalised(Character.toString(codePoint)).toCharArray()) {
        text.append(Character.isWhitespace(character) || character == '_' ? ' ' : character);
        origins.add(start);
      }
    }

    private static boolean isInvisible(int codePoint) {
      return Character.getType(codePoint) == Character.FORMAT;
    }

    /// White space beside a Han character says nothing: 四 季 度 is 四季度.
    private boolean isNeedlessSpace(int codePoint, int next) {
      if (!Character.isWhitespace(codePoint) && !Character.isSpaceChar(codePoint)) {
        return false;
      }
      var before = text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
      return before == ' ' || Script.isHan(before) || isHanAfterSpace(next);
    }

    private boolean isHanAfterSpace(int from) {
      var next = from;
      while (next < original.length() && Character.isWhitespace(original.charAt(next))) {
        next++;
      }
      return next >= original.length() || Script.isHan(original.codePointAt(next));
    }
  }
}
