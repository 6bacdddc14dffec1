package onrecord.retrieval.analysis;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;

/// One spelling for what is the same: compatibility forms (full width, ligatures, radicals) folded,
/// traditional characters made simplified, lower case.
public final class Wording {

  private static final char FIRST_HAN = '\u2E80';

  private Wording() {}

  /// The text in that spelling. Its length may differ from the original's.
  public static String normalised(String text) {
    var folded = Normalizer.normalize(text, Normalizer.Form.NFKC);
    var characters = folded.toCharArray();
    for (var i = 0; i < characters.length; i++) {
      var c = characters[i];
      characters[i] = c < FIRST_HAN ? Character.toLowerCase(c) : Simplified.of(c);
    }
    return new String(characters);
  }

  /// The text with traditional characters made simplified, all else kept, for models that know
  /// simplified text only.
  public static String simplified(String text) {
    var folded = Normalizer.normalize(text, Normalizer.Form.NFKC);
    var characters = folded.toCharArray();
    for (var i = 0; i < characters.length; i++) {
      characters[i] = Simplified.of(characters[i]);
    }
    return new String(characters);
  }

  /// The text with halves of surrogate pairs, which no encoding can write, replaced.
  public static String wellFormed(String text) {
    var characters = text.toCharArray();
    for (var i = 0; i < characters.length; i++) {
      if (Character.isHighSurrogate(characters[i])
          && i + 1 < characters.length
          && Character.isLowSurrogate(characters[i + 1])) {
        i++;
      } else if (Character.isSurrogate(characters[i])) {
        characters[i] = '\uFFFD';
      }
    }
    return new String(characters);
  }

  /// Whether most of a text is Chinese; a Chinese character counts as much as three letters.
  public static boolean isChinese(String text) {
    var han = 0;
    var letters = 0;
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (isHan(c)) {
        han++;
      } else if (Character.isLetter(c)) {
        letters++;
      }
    }
    return han > 0 && han * 3 >= letters;
  }

  /// Whether a character is a Chinese one.
  public static boolean isHan(char c) {
    return (c >= '\u4E00' && c <= '\u9FFF')
        || (c >= '\u3400' && c <= '\u4DBF')
        || (c >= '\uF900' && c <= '\uFAFF')
        || c == '\u3007';
  }

  /// Single characters made simplified. The transliterator takes microseconds a character, so each
  /// is asked for once.
  private static final class Simplified {

    private static final Transliterator TRADITIONAL_TO_SIMPLIFIED =
        Transliterator.getInstance("Traditional-Simplified");
    private static final char[] KNOWN = new char[Character.MAX_VALUE + 1];

    /// Racing threads write the same value.
    static char of(char c) {
      if (!isHan(c)) {
        return c;
      }
      if (KNOWN[c] == 0) {
        KNOWN[c] = TRADITIONAL_TO_SIMPLIFIED.transliterate(String.valueOf(c)).charAt(0);
      }
      return KNOWN[c];
    }
  }
}
