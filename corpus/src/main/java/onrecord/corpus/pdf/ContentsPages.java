package onrecord.corpus.pdf;

import java.util.List;
import java.util.regex.Pattern;

/// Tables of contents: lines that lead to a page number by dots, or a page full of lines that end
/// in one.
final class ContentsPages {

  private static final Pattern LED_BY_DOTS =
      Pattern.compile(
          ".*\\S\\s*(?:(?:[.．·•_]\\s?){4,}|…{2,}|(?:[.．]\\s){3,}).*?\\s*(?:[A-Z]-)?\\d{1,3}\\s*");
  private static final Pattern ENDS_IN_NUMBER = Pattern.compile(".*\\S\\s+(?:[A-Z]-)?\\d{1,3}");
  private static final Pattern TITLE =
      Pattern.compile("目\\s*录|(?:table of )?contents|index", Pattern.CASE_INSENSITIVE);
  private static final int FEWEST_LINES = 5;
  private static final int LONGEST_LINE = 250;

  private ContentsPages() {}

  static PageText removedFrom(PageText page) {
    var lines = page.lines();
    var dotted = lines.stream().filter(line -> isLedByDots(line)).count();
    var numbered = lines.stream().filter(line -> endsInNumber(line)).count();
    var titled = lines.stream().limit(6).anyMatch(ContentsPages::isTitle);
    var isContents =
        (dotted >= FEWEST_LINES && dotted > 0.3 * lines.size())
            || (titled && dotted + numbered >= FEWEST_LINES && numbered > 0.35 * lines.size());
    if (isContents) {
      return page.withLines(List.of());
    }
    return dotted == 0
        ? page
        : page.withLines(lines.stream().filter(line -> !isLedByDots(line)).toList());
  }

  // Long lines are left alone, since patterns like these take very long on hostile ones.
  private static boolean isLedByDots(Line line) {
    var text = line.text();
    return text.length() <= LONGEST_LINE && LED_BY_DOTS.matcher(text).matches();
  }

  private static boolean endsInNumber(Line line) {
    var text = line.text();
    return text.length() <= LONGEST_LINE && ENDS_IN_NUMBER.matcher(text).matches();
  }

  private static boolean isTitle(Line line) {
    return TITLE.matcher(line.text().strip()).matches();
  }
}
