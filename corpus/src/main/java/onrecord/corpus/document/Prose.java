package onrecord.corpus.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Packs the paragraphs of one section into texts of a size that can be found and cited.
final class Prose {

  /// Speaks of what stands before it (a disclaimer, a note) and is not cited without it.
  private static final Pattern LEANS_BACK =
      Pattern.compile(
          "^(?:上述|以上|前述|该等|[（(]?注[：:\\d]|The (?:foregoing|above)\\b|Note:).*", Pattern.DOTALL);

  private static final Pattern LEADS_IN = Pattern.compile(".*(?:[：:]|如下。?)$", Pattern.DOTALL);

  private final List<PrintedText> packed = new ArrayList<>();
  private PrintedText current = PrintedText.EMPTY;

  private Prose() {}

  /// Short neighbours are joined with a line break, long paragraphs cut between sentences.
  static List<PrintedText> pack(List<PrintedText> paragraphs) {
    var prose = new Prose();
    for (var paragraph : bound(paragraphs)) {
      if (Length.of(paragraph.text()) <= Length.LIMIT) {
        prose.add(paragraph);
      } else {
        cut(paragraph).forEach(prose::add);
      }
    }
    prose.finish();
    return List.copyOf(prose.packed);
  }

  /// Joins a list's first item to what leads into it, and a disclaimer to what it disclaims.
  private static List<PrintedText> bound(List<PrintedText> paragraphs) {
    var bound = new ArrayList<PrintedText>();
    for (var next : paragraphs) {
      if (!bound.isEmpty() && belongTogether(bound.getLast(), next)) {
        bound.add(bound.removeLast().append("\n", next));
      } else {
        bound.add(next);
      }
    }
    return bound;
  }

  private static boolean belongTogether(PrintedText before, PrintedText next) {
    return (LEADS_IN.matcher(before.text()).matches() || LEANS_BACK.matcher(next.text()).matches())
        && Length.of(before.text()) + Length.of(next.text()) <= Length.LIMIT;
  }

  private void add(PrintedText paragraph) {
    var joined = current.append("\n", paragraph);
    if (Length.of(joined.text()) > Length.TARGET) {
      finish();
      current = paragraph;
    } else {
      current = joined;
    }
  }

  private void finish() {
    if (!current.isEmpty()) {
      packed.add(current);
    }
    current = PrintedText.EMPTY;
  }

  /// The parts of a long paragraph, each of whole sentences and about the same length.
  private static List<PrintedText> cut(PrintedText paragraph) {
    var text = paragraph.text();
    var length = Length.of(text);
    var share = length / Math.ceil(length / Length.TARGET);
    var parts = new ArrayList<PrintedText>();
    var start = 0;
    var end = 0;
    for (int next : Sentences.ends(text)) {
      if (end > start
          && Length.of(text.substring(start, next)) > Math.min(share * 1.2, Length.LIMIT)) {
        parts.add(paragraph.slice(start, end));
        start = end;
      }
      end = next;
    }
    parts.add(paragraph.slice(start, end));
    return parts;
  }
}
