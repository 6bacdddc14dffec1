package onrecord.corpus.pdf;

import java.lang.Character.UnicodeScript;

/// How words of different scripts stand next to each other.
final class Script {

  private Script() {}

  /// Whether a character is written without spaces around it: Chinese characters and full-width
  /// signs.
  static boolean isUnspaced(int character) {
    if (character < 0x2E80) {
      return false;
    }
    if ((character >= 0x3000 && character <= 0x303F)
        || (character >= 0xFF00 && character <= 0xFFEF)) {
      return true;
    }
    return switch (UnicodeScript.of(character)) {
      case HAN, HIRAGANA, KATAKANA, BOPOMOFO -> true;
      default -> false;
    };
  }

  static int first(CharSequence text) {
    return Character.codePointAt(text, 0);
  }

  static int last(CharSequence text) {
    return Character.codePointBefore(text, text.length());
  }
}
