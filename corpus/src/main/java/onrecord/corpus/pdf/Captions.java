package onrecord.corpus.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Finds the lines right above a table that belong to it: its title, its date, its units.
final class Captions {

  private static final int MOST_LINES = 5;
  private static final int LONGEST = 90;

  private static final Pattern UNITS =
      Pattern.compile(
          ".*(?:单位|币种|货币单位|金额单位)\\s*[:：为].*"
              + "|.*(?:编制单位|公司名称)\\s*[:：].*"
              + "|[(（]?\\s*(?:\\$|€|£|¥|US\\$|RMB|(?:U\\.S\\. )?dollars?|amounts?|(?:all )?figures?|expressed|stated|in)\\b?.{0,60}"
              + "(?:millions?|thousands?|billions?|dollars|'000|per share|percent).*"
              + "|.*[(（](?:unaudited|未经审计)[)）].*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern STATEMENT =
      Pattern.compile(
          "(?:(?:condensed|consolidated|unaudited|audited|group|company|parent company|interim|combined|the) )*"
              + "(?:statements? of (?:\\(?loss\\)?|income|operations|earnings|comprehensive|profit|financial|cash|changes|net assets)\\b.*"
              + "|balance sheets?|income statements?|cash flow statements?)(?:\\s*[-–—(].*|,? continued.*| \\(.*| of .*)?"
              + "|(?:for the |as (?:at|of) |at )(?:\\w+ )?(?:financial |fiscal )?(?:years?|months|weeks|quarters?|period)?\\b.{0,24}\\b(?:19|20)\\d\\d(?:[ ,and]+(?:19|20)\\d\\d)*",
          Pattern.CASE_INSENSITIVE);

  private Captions() {}

  /// How many of the last paragraphs before a table belong to it.
  ///
  /// @param page on which the table begins
  static int countBefore(List<Para> before, int page) {
    var count = 0;
    while (count < Math.min(MOST_LINES, before.size())) {
      var para = before.get(before.size() - 1 - count);
      if (!isNear(para, page) || !belongs(para)) {
        break;
      }
      count++;
    }
    return count;
  }

  /// Units may be left behind when a table moves to the next page as a whole.
  private static boolean isNear(Para para, int page) {
    return para.page() == page
        || (para.lastPage() == page - 1
            && para.text().length() <= LONGEST
            && UNITS.matcher(para.text()).matches());
  }

  static String text(List<Para> paragraphs) {
    var texts = new ArrayList<String>();
    paragraphs.forEach(para -> texts.add(para.text()));
    return String.join(" ", texts);
  }

  /// Whether it is the title of a statement in English, or the time it is for: however large, it
  /// belongs to the table below it.
  static boolean namesStatement(Para para) {
    return para.text().length() <= LONGEST && STATEMENT.matcher(para.text().strip()).matches();
  }

  private static boolean belongs(Para para) {
    var text = para.text();
    if (text.length() > LONGEST || para.lines().size() > 2 || text.matches(".*[√□☒☐。；].*")) {
      return false;
    }
    if (UNITS.matcher(text).matches() || namesStatement(para)) {
      return true;
    }
    return Numbering.of(text) == null && (para.isCentred() || CellText.isPeriod(text));
  }
}
