package onrecord.retrieval.analysis;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import onrecord.corpus.Passage;

/// The names under which a passage files what it says: headings, and the row and column headings of
/// a table.
///
/// A question often holds such a name letter for letter (流动资产合计), and that tells the one row meant
/// from the fifty pages with the same words.
public final class Labels {

  /// Numbering before a name, and what qualifies it: 一、, （二）, 3.1, 其中：, 减：, 加：, Less:.
  private static final Pattern LEAD =
      Pattern.compile(
          "^(?:[\\s□√☑☒☐]|[(]?[一二三四五六七八九十百零\\d]+[)、.．](?:\\d+[.、]?)*|第[一二三四五六七八九十]+[章节]"
              + "|(?:其中|减|加|其他说明|less|add|plus|including)\\s*:)+");

  /// Units and notes in brackets: （元）, (损失以“-”号填列), (note 3).
  private static final Pattern BRACKETS = Pattern.compile("[(\\[][^()\\[\\]]*[)\\]]");

  /// What a row says of its figures after its name: net of allowances, and an amount that the page
  /// set too close.
  private static final Pattern TAIL =
      Pattern.compile("(?:,| -) ?(?:net|gross|at cost|at fair value)\\b.*$|\\s[$€£¥]\\s?[\\d(].*$");

  private static final Pattern FIGURE = Pattern.compile("[-(]?[\\d,.]*\\d[\\d,.]*[)%]*");

  private static final int LONGEST = 40;

  private Labels() {}

  /// The keys of a passage's labels.
  public static Set<String> of(Passage passage) {
    var labels = new LinkedHashSet<String>();
    passage.headings().forEach(heading -> addTo(labels, heading));
    if (passage.form() == Passage.Form.TABLE) {
      for (var line : passage.text().split("\n")) {
        rowLabels(line).forEach(label -> addTo(labels, label));
      }
    }
    return labels;
  }

  /// A row's leading cell; all cells of a row without numbers, which heads columns or holds names.
  private static List<String> rowLabels(String line) {
    var cells = List.of(line.split("\t"));
    var figures = cells.stream().skip(1).anyMatch(cell -> FIGURE.matcher(cell.strip()).matches());
    return figures ? cells.subList(0, 1) : cells;
  }

  private static void addTo(Set<String> labels, String printed) {
    var normalised = Wording.normalised(printed).strip();
    var named = TAIL.matcher(LEAD.matcher(normalised).replaceFirst("")).replaceFirst("");
    var bare = BRACKETS.matcher(named).replaceAll("");
    var key = key(bare);
    if (key.length() > 1 && key.length() <= LONGEST && !key.matches("\\d+")) {
      labels.add(key);
    }
  }

  /// The letters, digits and Chinese characters of a normalised text, nothing else.
  static String key(String normalised) {
    var key = new StringBuilder(normalised.length());
    for (var i = 0; i < normalised.length(); i++) {
      if (Character.isLetterOrDigit(normalised.charAt(i))) {
        key.append(normalised.charAt(i));
      }
    }
    return key.toString();
  }

  /// The key under which a name would be filed.
  public static String keyOf(String name) {
    return key(Wording.normalised(name));
  }
}
