package onrecord.corpus.formats;

import java.util.OptionalInt;
import java.util.regex.Pattern;

/// Headings told by their numbering and shape, where no style marks them.
final class Headings {

  private static final int LONGEST = 60;

  private static final Pattern CHAPTER =
      Pattern.compile(
          "^第\\s*[一二三四五六七八九十百\\d]+\\s*[节章部篇编].*|^(?:PART|ITEM)\\s+[IVX\\d]+[A-Z]?\\b.*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern SECTION = Pattern.compile("^[一二三四五六七八九十]{1,3}\\s*[、.．].*");
  private static final Pattern SUBSECTION = Pattern.compile("^[（(]\\s*[一二三四五六七八九十]{1,3}\\s*[）)].*");
  private static final Pattern CLOSED = Pattern.compile(".*[。；;，,：:!！?？…]$");

  private static final Pattern TITLE =
      Pattern.compile(
          ".*(?:公告|报告|报告书|报告全文|摘要|记录表|说明书|制度|决议|提示|通知|简介|介绍|说明|预告|快报|问答)(?:[（(].{1,12}[）)])?$");

  private Headings() {}

  /// The level of a numbered heading, from 1; empty if the line is none.
  static OptionalInt level(String line) {
    if (line.length() > LONGEST || CLOSED.matcher(line).matches()) {
      return OptionalInt.empty();
    }
    if (CHAPTER.matcher(line).matches()) {
      return OptionalInt.of(2);
    }
    if (SECTION.matcher(line).matches()) {
      return OptionalInt.of(3);
    }
    return SUBSECTION.matcher(line).matches() ? OptionalInt.of(4) : OptionalInt.empty();
  }

  /// Whether a line near the top names the document.
  static boolean isTitle(String line) {
    return line.length() <= LONGEST && TITLE.matcher(line).matches();
  }
}
