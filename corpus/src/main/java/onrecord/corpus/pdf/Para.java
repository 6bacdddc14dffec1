package onrecord.corpus.pdf;

import java.util.ArrayList;
import java.util.List;

/// Printed lines that belong together.
record Para(List<Line> lines) implements Flow {

  Para {
    lines = List.copyOf(lines);
  }

  Line first() {
    return lines.getFirst();
  }

  Line last() {
    return lines.getLast();
  }

  @Override
  public int page() {
    return first().page();
  }

  @Override
  public int lastPage() {
    return last().page();
  }

  JoinedText joined(Vocabulary vocabulary) {
    return JoinedText.of(lines, vocabulary);
  }

  String text() {
    return joined(Vocabulary.NONE).text();
  }

  boolean bold() {
    return lines.stream().allMatch(Line::bold);
  }

  double size() {
    return first().size();
  }

  /// Whether each line stands in the middle of the page and leaves room on both sides.
  boolean isCentred() {
    return lines.stream()
        .allMatch(line -> {
          var area = line.area();
          return Math.abs(area.centre() - line.pageWidth() / 2) < 0.04 * line.pageWidth()
              && area.width() < 0.7 * line.pageWidth();
        });
  }

  Para and(Para next) {
    var all = new ArrayList<>(lines);
    all.addAll(next.lines);
    return new Para(all);
  }
}
