package onrecord.corpus.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Puts printed lines together to paragraphs.
final class Paragraphs {

  /// A line that begins this far to the right of the one before, in font sizes, is indented.
  private static final double INDENT = 1.2;

  private static final Pattern ENDS_A_SENTENCE =
      Pattern.compile(".*[。！？；：.!?:;][”’」』）)\"]*\\s*", Pattern.DOTALL);
  private static final Pattern BEGINS_AN_ITEM = Pattern.compile("\\s*[•●■◆▪▶–—☐☒□√✓○]\\s*.*");

  /// A gap this wide within a line, in font sizes, is none between words.
  private static final double SPREAD = 2;

  private static final int SHORTEST_OPEN_LINE = 40;

  private final RightMargin rightMargin;
  private final double usualPitch;

  /// @param rightMargin where full lines end
  /// @param usualPitch the usual distance from line to line, in points
  Paragraphs(RightMargin rightMargin, double usualPitch) {
    this.rightMargin = rightMargin;
    this.usualPitch = usualPitch;
  }

  List<Para> of(List<Line> lines) {
    var paragraphs = new ArrayList<Para>();
    var current = new ArrayList<Line>();
    for (var line : lines) {
      if (!current.isEmpty() && !goesOn(current, line)) {
        paragraphs.add(new Para(current));
        current.clear();
      }
      current.add(line);
    }
    if (!current.isEmpty()) {
      paragraphs.add(new Para(current));
    }
    return paragraphs;
  }

  private boolean goesOn(List<Line> paragraph, Line next) {
    var last = paragraph.getLast();
    var pitch = next.area().middle() - last.area().middle();
    return pitch < Math.max(1.35 * usualPitch, 1.6 * last.size())
        && goesOnWith(paragraph, next, rightMargin);
  }

  /// Whether a paragraph that ends at the foot of a page goes on with the first line of the next.
  static boolean goesOnOverPage(Para paragraph, Para next, RightMargin rightMargin) {
    if (!haveSameLook(paragraph.last(), next.first()) || isNewItem(next.first())) {
      return false;
    }
    var isOpen = !endsASentence(paragraph.last());
    var lower = Character.isLowerCase(Script.first(next.first().text()));
    return isOpen && (lower || goesOnWith(paragraph.lines(), next.first(), rightMargin));
  }

  private static boolean goesOnWith(List<Line> paragraph, Line next, RightMargin rightMargin) {
    var last = paragraph.getLast();
    if (!haveSameLook(last, next) || isSpread(last) || isSpread(next)) {
      return false;
    }
    if (breaksOff(last, next)) {
      return true;
    }
    if (!isFull(last, next, rightMargin)) {
      return false;
    }
    if (!endsASentence(last)) {
      return !isBullet(next);
    }
    return !isNewItem(next) && !isIndented(last, next);
  }

  private static boolean haveSameLook(Line last, Line next) {
    return Math.abs(last.size() - next.size()) < 0.12 * last.size() && last.bold() == next.bold();
  }

  /// Whether a line of words stops within a word or a sentence that the next line takes up.
  private static boolean breaksOff(Line last, Line next) {
    return last.text().length() > SHORTEST_OPEN_LINE
        && Character.isLowerCase(Script.first(next.text()))
        && !Script.isUnspaced(Script.last(last.text()))
        && !endsASentence(last)
        && Numbering.of(next.text()) == null;
  }

  /// Whether there are gaps in it as between columns or signatures.
  private static boolean isSpread(Line line) {
    for (var i = 1; i < line.runs().size(); i++) {
      var gap = line.runs().get(i).area().left() - line.runs().get(i - 1).area().right();
      if (gap > SPREAD * line.size()) {
        return true;
      }
    }
    return false;
  }

  /// Whether the first word of the next line would not have fitted on a line.
  private static boolean isFull(Line last, Line next, RightMargin rightMargin) {
    return rightMargin.isReached(last.area().right(), firstWordWidth(next), last.size());
  }

  private static double firstWordWidth(Line line) {
    var text = line.text();
    if (Script.isUnspaced(Script.first(text))) {
      return 1.3 * line.size();
    }
    var end = 0;
    while (end < text.length()
        && !Character.isWhitespace(text.charAt(end))
        && !Script.isUnspaced(text.charAt(end))) {
      end++;
    }
    return line.area().width() * end / text.length() + 0.25 * line.size();
  }

  private static boolean isIndented(Line last, Line next) {
    return next.area().left() - last.area().left() > INDENT * next.size();
  }

  private static boolean isNewItem(Line line) {
    return isBullet(line) || Numbering.of(line.text()) != null;
  }

  private static boolean isBullet(Line line) {
    return BEGINS_AN_ITEM.matcher(line.text()).matches();
  }

  static boolean endsASentence(Line line) {
    return ENDS_A_SENTENCE.matcher(line.text()).matches();
  }
}
