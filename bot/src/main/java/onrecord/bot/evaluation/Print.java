package onrecord.bot.evaluation;

import java.text.Normalizer;
import java.util.Locale;

/// Text as it is compared: two prints of the same words become equal.
final class Print {

  private Print() {}

  /// NFKC, lower case, without any white space.
  static String compact(String text) {
    var normal = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    var kept = new StringBuilder(normal.length());
    normal
        .codePoints()
        .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }
}
