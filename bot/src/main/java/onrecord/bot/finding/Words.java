package onrecord.bot.finding;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Text made comparable, and cut into the terms that are compared: overlapping pairs of Chinese
/// characters, Latin words without their endings, numbers.
public final class Words {

  private Words() {}

  /// NFKC, lower case, without any white space: two prints of the same words become equal.
  public static String compact(String text) {
    var normal = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    var kept = new StringBuilder(normal.length());
    normal
        .codePoints()
        .filter(c -> !Character.isWhitespace(c) && c != 0xA0 && c != 0x3000)
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }

  /// The terms of a text, in order, repeated ones included. A Chinese character that stands alone
  /// is a term of its own.
  public static List<String> terms(String text) {
    var terms = new ArrayList<String>();
    var normal = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    int i = 0;
    while (i < normal.length()) {
      char c = normal.charAt(i);
      int end = i + 1;
      if (isHan(c)) {
        end = runEnd(normal, i, Words::isHan);
        addPairs(terms, normal.substring(i, end));
      } else if (Character.isDigit(c)) {
        end = runEnd(normal, i, d -> Character.isDigit(d) || d == '.' || d == ',');
        terms.add(normal.substring(i, end).replace(",", "").replaceAll("\\.$", ""));
      } else if (Character.isLetter(c)) {
        end = runEnd(normal, i, d -> Character.isLetter(d) && !isHan(d));
        terms.add(stem(normal.substring(i, end)));
      }
      i = end;
    }
    return terms;
  }

  private static void addPairs(List<String> terms, String run) {
    if (run.length() == 1) {
      terms.add(run);
    }
    for (int i = 0; i + 1 < run.length(); i++) {
      terms.add(run.substring(i, i + 2));
    }
  }

  /// A light stemmer: plural and verb endings, enough to let "customers" meet "customer".
  private static String stem(String word) {
    for (var ending : List.of("ies", "ing", "ed", "es", "s")) {
      if (word.length() > ending.length() + 2 && word.endsWith(ending) && !word.endsWith("ss")) {
        return word.substring(0, word.length() - ending.length())
            + (ending.equals("ies") ? "y" : "");
      }
    }
    return word;
  }

  /// Whether a character is Chinese.
  public static boolean isHan(char c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
  }

  private interface CharTest {
    boolean test(char c);
  }

  private static int runEnd(String text, int start, CharTest test) {
    int end = start;
    while (end < text.length() && test.test(text.charAt(end))) {
      end++;
    }
    return end;
  }
}
