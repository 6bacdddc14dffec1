package onrecord.corpus.figures;

import java.text.Normalizer;
import java.util.Arrays;

/// A text as patterns like to read it: half-width, without the white space that layout left between
/// Chinese characters, with the way back to where each character stands.
///
/// Line feeds are kept, and one space between Latin words.
final class PlainText {

  private final String text;
  private final int[] origins;

  private PlainText(String text, int[] origins) {
    this.text = text;
    this.origins = origins;
  }

  static PlainText of(String printed) {
    var plain = new StringBuilder(printed.length());
    var origins = new int[printed.length() + 1];
    for (var i = 0; i < printed.length(); i++) {
      var c = printed.charAt(i);
      if (c == '\n') {
        trimEnd(plain);
      } else if (isSpace(c)) {
        if (!endsInLatin(plain)) {
          continue;
        }
        c = ' ';
      } else {
        c = folded(c);
        if (!isLatin(c)) {
          trimEnd(plain);
        }
      }
      origins[plain.length()] = i;
      plain.append(c);
    }
    trimEnd(plain);
    origins[plain.length()] = printed.length();
    return new PlainText(plain.toString(), Arrays.copyOf(origins, plain.length() + 1));
  }

  /// The plain form alone.
  static String fold(String printed) {
    return of(printed).text;
  }

  String text() {
    return text;
  }

  /// Where a character of the plain text stands in the printed one.
  int origin(int offset) {
    return origins[offset];
  }

  /// Where a stretch of the plain text that ends before an offset ends in the printed one.
  int originEnd(int offset) {
    return offset == 0 ? 0 : origins[offset - 1] + 1;
  }

  private static void trimEnd(StringBuilder plain) {
    while (!plain.isEmpty() && plain.charAt(plain.length() - 1) == ' ') {
      plain.setLength(plain.length() - 1);
    }
  }

  private static boolean endsInLatin(StringBuilder plain) {
    return !plain.isEmpty()
        && plain.charAt(plain.length() - 1) != ' '
        && isLatin(plain.charAt(plain.length() - 1));
  }

  private static boolean isLatin(char c) {
    return c > ' ' && c < 0x2E80;
  }

  private static boolean isSpace(char c) {
    return c <= ' ' || Character.isSpaceChar(c) || c == '\uFEFF';
  }

  /// Chinese commas, semicolons and colons stay, since they divide clauses and never numbers.
  private static char folded(char c) {
    if (c < 0x80 || c >= 0x4E00 && c <= 0x9FFF || "，；：！？".indexOf(c) >= 0) {
      return c;
    }
    return switch (c) {
      case '\u2212', '\u2010', '\u2011' -> '-';
      case '∕', '⁄' -> '/';
      default -> compatible(c);
    };
  }

  private static char compatible(char c) {
    var normal = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
    return normal.length() == 1 ? normal.charAt(0) : c;
  }
}
