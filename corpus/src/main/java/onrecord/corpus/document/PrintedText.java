package onrecord.corpus.document;

import java.util.ArrayList;
import java.util.List;
import onrecord.corpus.TextLine;
import org.jspecify.annotations.Nullable;

/// A stretch of text that knows where its lines are printed.
///
/// @param lines offsets are in `text`
/// @param page the page on which it begins; null where the format has none
record PrintedText(String text, List<TextLine> lines, @Nullable Integer page) {

  static final PrintedText EMPTY = new PrintedText("", List.of(), null);

  PrintedText {
    lines = List.copyOf(lines);
  }

  static PrintedText of(String text) {
    return new PrintedText(text, List.of(), null);
  }

  static PrintedText of(Block.Cell cell) {
    return new PrintedText(cell.text(), cell.lines(), firstPage(cell.lines(), null));
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  /// The part between two offsets, without white space at its ends.
  PrintedText slice(int from, int to) {
    var start = from;
    var end = to;
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    var kept = new ArrayList<TextLine>();
    for (var line : lines) {
      var first = Math.max(start, line.start());
      var last = Math.min(end, line.end());
      if (first < last) {
        kept.add(line.slice(first, last, start));
      }
    }
    return new PrintedText(text.substring(start, end), kept, firstPage(kept, page));
  }

  /// This text, a separator, and another text.
  PrintedText append(String separator, PrintedText next) {
    if (isEmpty()) {
      return next;
    }
    var base = text.length() + separator.length();
    var all = new ArrayList<>(lines);
    next.lines.forEach(line -> all.add(line.slice(line.start(), line.end(), -base)));
    return new PrintedText(text + separator + next.text, all, page == null ? next.page : page);
  }

  /// The same without white space at its ends, and each line break and tab within it a space.
  PrintedText onOneLine() {
    return new PrintedText(text.replaceAll("\\s", " "), lines, page).slice(0, text.length());
  }

  private static @Nullable Integer firstPage(List<TextLine> lines, @Nullable Integer otherwise) {
    var box = lines.isEmpty() ? null : lines.getFirst().box();
    return box == null ? otherwise : Integer.valueOf(box.page());
  }
}
