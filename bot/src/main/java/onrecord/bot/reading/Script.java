package onrecord.bot.reading;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import onrecord.corpus.Language;

/// The characters that a text is written in.
final class Script {

  private static final Transliterator TO_SIMPLIFIED =
      Transliterator.getInstance("Traditional-Simplified");

  private static final BreakIterator WORDS = BreakIterator.getWordInstance(ULocale.CHINESE);

  /// Written so in simplified texts too, in names.
  private static final String KEPT = "昇";

  /// Conversion is slow; there are only so many characters.
  private static final Map<String, String> NORMALISED = new ConcurrentHashMap<>();

  private Script() {}

  /// Read when first needed: few questions do, and its rules are many.
  private static final class ToTraditional {
    static final Transliterator RULES = Transliterator.getInstance("Simplified-Traditional");
  }

  /// Read when first needed: few questions do, and its rules are many.
  private static final class ToPinyin {
    static final Transliterator RULES = Transliterator.getInstance("Han-Latin; Latin-ASCII; Lower");
  }

  /// NFKC, simplified, Latin in lower case. A single character may become several.
  static String normalised(String character) {
    if (character.charAt(0) < 0x80) {
      return character.toLowerCase(Locale.ROOT);
    }
    return NORMALISED.computeIfAbsent(character, Script::normalise);
  }

  private static String normalise(String character) {
    if (character.equals(KEPT)) {
      return character;
    }
    var composed = Normalizer2.getNFKCInstance().normalize(character);
    return TO_SIMPLIFIED.transliterate(composed).toLowerCase(Locale.ROOT);
  }

  /// The toneless syllable of a Han character; other characters as they are.
  static String syllable(char character) {
    return isHan(character)
        ? ToPinyin.RULES.transliterate(String.valueOf(character)).strip()
        : String.valueOf(character);
  }

  /// The words of a Chinese text by the dictionary, single characters where it knows none.
  static List<String> words(String text) {
    var breaks = (BreakIterator) WORDS.clone();
    breaks.setText(text);
    var words = new ArrayList<String>();
    var start = breaks.first();
    for (var end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      words.add(text.substring(start, end));
      start = end;
    }
    return words;
  }

  static boolean isHan(int character) {
    return Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN;
  }

  static boolean hasHan(String text) {
    return text.codePoints().anyMatch(Script::isHan);
  }

  /// The language of a text: English where no Han character stands in it, traditional Chinese where
  /// more characters are written so only there than only in simplified Chinese.
  static Language language(String text) {
    if (!hasHan(text)) {
      return Language.EN;
    }
    var traditional = changed(text, TO_SIMPLIFIED);
    return traditional > 0 && traditional > changed(text, ToTraditional.RULES)
        ? Language.ZH_HANT
        : Language.ZH;
  }

  private static long changed(String text, Transliterator script) {
    return text.codePoints()
        .filter(Script::isHan)
        .mapToObj(Character::toString)
        .filter(character -> !character.equals(KEPT))
        .filter(character -> !script.transliterate(character).equals(character))
        .count();
  }
}
