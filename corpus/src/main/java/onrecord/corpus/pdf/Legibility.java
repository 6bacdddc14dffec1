package onrecord.corpus.pdf;

import java.nio.charset.Charset;
import java.util.BitSet;
import java.util.List;

/// Whether the characters of a page can be a text in any language of disclosures.
///
/// Fonts may say what their characters mean and be wrong: then Chinese comes out as ideographs that
/// nobody uses, English as letters without vowels, and what was coded in a way of China as Latin
/// letters with accents. Each is told by what share of a text such characters can have.
final class Legibility {

  /// Nearly all ideographs of a text are in use; of ideographs taken at random about a third.
  private static final double LEAST_COMMON = 0.7;

  /// Of English letters two in five are vowels; in names and codes, one in four.
  private static final double FEWEST_VOWELS = 0.2;

  /// In French about one in twenty-five.
  private static final double MOST_ACCENTED = 0.35;

  private static final int ENOUGH_IDEOGRAPHS = 40;
  private static final int ENOUGH_LETTERS = 150;

  private static final BitSet COMMON = common();

  private int ideographs;
  private int common;
  private int latin;
  private int vowels;
  private int accented;

  private Legibility() {}

  static boolean isText(List<Glyph> glyphs) {
    var legibility = new Legibility();
    for (var glyph : glyphs) {
      legibility.count(glyph.text().charAt(0));
    }
    return legibility.isText();
  }

  private void count(char character) {
    if (character >= 0x4E00 && character <= 0x9FFF) {
      ideographs++;
      common += COMMON.get(character) ? 1 : 0;
    } else if (character >= 0xA1 && character <= 0x24F) {
      accented++;
    } else if (Character.isLetter(character) && character < 0x80) {
      latin++;
      vowels += "aeiouAEIOU".indexOf(character) >= 0 ? 1 : 0;
    }
  }

  private boolean isText() {
    var letters = ideographs + latin + accented;
    if (ideographs >= ENOUGH_IDEOGRAPHS && 2 * ideographs > letters) {
      return common >= LEAST_COMMON * ideographs;
    }
    if (letters < ENOUGH_LETTERS) {
      return true;
    }
    return accented <= MOST_ACCENTED * letters
        && (2 * latin <= letters || vowels >= FEWEST_VOWELS * latin);
  }

  /// The first levels of the national character sets, simplified and traditional.
  private static BitSet common() {
    var common = new BitSet(0x10000);
    add(common, Charset.forName("GB2312"), 0xB0, 0xD7);
    add(common, Charset.forName("Big5"), 0xA4, 0xC6);
    return common;
  }

  private static void add(BitSet common, Charset charset, int firstLead, int lastLead) {
    for (var lead = firstLead; lead <= lastLead; lead++) {
      for (var trail = 0x40; trail <= 0xFE; trail++) {
        var character = new String(new byte[] {(byte) lead, (byte) trail}, charset);
        if (character.length() == 1 && character.charAt(0) != 0xFFFD) {
          common.set(character.charAt(0));
        }
      }
    }
  }
}
