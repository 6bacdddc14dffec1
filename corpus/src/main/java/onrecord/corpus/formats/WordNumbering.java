package onrecord.corpus.formats;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/// Counts the items of a Word document's lists, since their printed numbers are not in its text.
final class WordNumbering {

  private static final Pattern PLACE = Pattern.compile("%([1-9])");
  private static final int LEVELS = 9;

  private final Map<String, Element> lists = new HashMap<>();
  private final Map<String, String> listOfNumber = new HashMap<>();
  private final Map<String, int[]> counts = new HashMap<>();

  private WordNumbering() {}

  static WordNumbering of(@Nullable Element root) {
    var numbering = new WordNumbering();
    if (root != null) {
      for (var list : Xml.children(root, "abstractNum")) {
        Xml.attribute(list, "abstractNumId").ifPresent(id -> numbering.lists.put(id, list));
      }
      for (var number : Xml.children(root, "num")) {
        Xml.attribute(number, "numId")
            .ifPresent(id ->
                Xml.value(number, "abstractNumId")
                    .ifPresent(list -> numbering.listOfNumber.put(id, list)));
      }
    }
    return numbering;
  }

  /// What is printed before the next item of a list; empty for bullets.
  ///
  /// @param properties the paragraph's `w:numPr`
  String next(Element properties) {
    var number = Xml.value(properties, "numId").orElse("0");
    var depth = Math.clamp(Xml.number(properties, "ilvl").orElse(0), 0, LEVELS - 1);
    var list = lists.get(listOfNumber.getOrDefault(number, ""));
    if (list == null) {
      return "";
    }
    var level = level(list, depth);
    if (level == null || Xml.value(level, "numFmt").orElse("").equals("bullet")) {
      return "";
    }
    var count = counts.computeIfAbsent(number, _ -> new int[LEVELS]);
    count[depth]++;
    for (var deeper = depth + 1; deeper < LEVELS; deeper++) {
      count[deeper] = 0;
    }
    return PLACE
        .matcher(Xml.value(level, "lvlText").orElse(""))
        .replaceAll(place -> printed(list, Integer.parseInt(place.group(1)) - 1, count));
  }

  private static String printed(Element list, int depth, int[] count) {
    var level = level(list, depth);
    if (level == null) {
      return "";
    }
    var start = Xml.number(level, "start").orElse(1);
    var value = start + Math.max(count[depth], 1) - 1;
    return switch (Xml.value(level, "numFmt").orElse("decimal")) {
      case "chineseCounting",
          "chineseCountingThousand",
          "japaneseCounting",
          "taiwaneseCountingThousand",
          "ideographDigital" ->
          spelled(ULocale.SIMPLIFIED_CHINESE, value);
      case "upperLetter" -> letter('A', value);
      case "lowerLetter" -> letter('a', value);
      case "upperRoman" -> roman(value);
      case "lowerRoman" -> roman(value).toLowerCase(Locale.ROOT);
      default -> Integer.toString(value);
    };
  }

  private static String spelled(ULocale locale, int value) {
    var spelled = new RuleBasedNumberFormat(locale, RuleBasedNumberFormat.SPELLOUT).format(value);
    return value >= 10 && value < 20 ? spelled.replaceFirst("^一十", "十") : spelled;
  }

  private static String roman(int value) {
    var format = new RuleBasedNumberFormat(ULocale.ROOT, RuleBasedNumberFormat.NUMBERING_SYSTEM);
    return format.format(value, "%roman-upper");
  }

  private static String letter(char first, int value) {
    return Character.toString((char) (first + (value - 1) % 26));
  }

  private static @Nullable Element level(Element list, int depth) {
    return Xml.children(list, "lvl").stream()
        .filter(level -> Xml.attribute(level, "ilvl").orElse("").equals(Integer.toString(depth)))
        .findFirst()
        .orElse(null);
  }
}
