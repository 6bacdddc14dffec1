package onrecord.corpus.pdf;

import java.util.List;
import java.util.regex.Pattern;

/// Tables of contents: lines that lead to a page number by dots, or a page full of lines that end
/// in one.
final class ContentsPages {

  /// After the dots stands one number and nothing that a figure has: no comma, bracket or sign.
  private static final Pattern LED_BY_DOTS =
      Pattern.compile(
          ".*\\S\\s*(?:(?:[.．·•_]\\s?){4,}|…{2,}|(?:[.．]\\s){3,})[^\\d,.$€£¥%()（）]{0,12}?(?:[A-Z]-)?(\\d{1,3})\\s*");
  private static final Pattern ENDS_IN_NUMBER = Pattern.compile(".*\\S\\s+(?:[A-Z]-)?\\d{1,3}");
  private static final Pattern TITLE =
      Pattern.compile("目\\s*录|(?:table of )?contents|index", Pattern.CASE_INSENSITIVE);
  private static final int FEWEST_LINES = 5;

  /// The share of the lines that lead to a page no earlier than the line before.
  private static final double RISING = 0.8;

  private static final int LONGEST_LINE = 250;

  private ContentsPages() {}

  static PageText removedFrom(PageText page) {
    var lines = page.lines();
    var dotted = lines.stream().filter(ContentsPages::isLedByDots).toList();
    var counts = count(dotted);
    var numbered = lines.stream().filter(line -> endsInNumber(line)).count();
    var titled = lines.stream().limit(6).anyMatch(ContentsPages::isTitle);
    var isContents =
        (counts && dotted.size() >= FEWEST_LINES && dotted.size() > 0.3 * lines.size())
            || (titled
                && dotted.size() + numbered >= FEWEST_LINES
                && numbered > 0.35 * lines.size());
    if (isContents) {
      return page.withLines(List.of());
    }
    var rest =
        counts ? lines.stream().filter(line -> !dotted.contains(line)).toList() : lines;
    return page.withLines(rest.stream().map(Line::withoutLeaders).toList());
  }

  /// Whether the numbers that lines lead to rise as pages do; the figures of a table do not.
  private static boolean count(List<Line> dotted) {
    var rises = 0;
    for (var i = 1; i < dotted.size(); i++) {
      rises += pageOf(dotted.get(i)) >= pageOf(dotted.get(i - 1)) ? 1 : 0;
    }
    return dotted.size() > 1 && rises >= RISING * (dotted.size() - 1);
  }

  private static int pageOf(Line line) {
    var led = LED_BY_DOTS.matcher(line.text());
    return led.matches() ? Integer.parseInt(led.group(1)) : 0;
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
