package onrecord.corpus.pdf;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// Finds the lines that characters make.
final class LineFinder {

  /// Characters whose middles are this close, in font sizes, stand on one line; superscripts do.
  private static final double SAME_LINE = 0.4;

  /// A gap this wide, in font sizes, ends a run.
  private static final double RUN_GAP = 0.85;

  /// A gap this wide, in font sizes, is a space between Latin words that has no character.
  private static final double WORD_GAP = 0.2;

  private final Sheet sheet;

  LineFinder(Sheet sheet) {
    this.sheet = sheet;
  }

  /// The lines, from top to bottom.
  List<Line> lines(Collection<Glyph> glyphs) {
    var sorted = new ArrayList<>(glyphs);
    sorted.sort(Comparator.comparingDouble(Glyph::middle));
    var lines = new ArrayList<Line>();
    var current = new ArrayList<Glyph>();
    var sum = 0.0;
    for (var glyph : sorted) {
      var isNext =
          !current.isEmpty()
              && glyph.middle() - sum / current.size()
                  > SAME_LINE * Math.max(glyph.size(), current.getLast().size());
      if (isNext) {
        addLine(current, lines);
        current = new ArrayList<>();
        sum = 0;
      }
      current.add(glyph);
      sum += glyph.middle();
    }
    addLine(current, lines);
    return lines;
  }

  private void addLine(List<Glyph> glyphs, List<Line> lines) {
    glyphs.sort(Comparator.comparingDouble(Glyph::x));
    var runs = new ArrayList<Run>();
    var run = new ArrayList<Glyph>();
    Glyph last = null;
    for (var glyph : glyphs) {
      if (glyph.isBlank()) {
        run.add(glyph);
        continue;
      }
      if (last != null
          && glyph.x() - last.right() > RUN_GAP * Math.max(last.size(), glyph.size())) {
        addRun(run, runs);
        run = new ArrayList<>();
      }
      run.add(glyph);
      last = glyph;
    }
    addRun(run, runs);
    if (!runs.isEmpty()) {
      lines.add(new Line(sheet.page(), sheet.width(), sheet.height(), runs));
    }
  }

  private void addRun(List<Glyph> glyphs, List<Run> runs) {
    var text = new StringBuilder();
    Glyph last = null;
    var spaced = false;
    var bold = 0;
    var count = 0;
    var largest = 0.0;
    var left = Double.MAX_VALUE;
    var top = Double.MAX_VALUE;
    var right = -Double.MAX_VALUE;
    var bottom = -Double.MAX_VALUE;
    for (var glyph : glyphs) {
      if (glyph.isBlank()) {
        spaced = true;
        continue;
      }
      if (last != null && isPrintedTwice(last, glyph)) {
        continue;
      }
      if (last != null && hasSpaceBetween(last, glyph, spaced)) {
        text.append(' ');
      }
      text.append(glyph.text());
      spaced = false;
      last = glyph;
      bold += glyph.bold() ? 1 : 0;
      count++;
      largest = Math.max(largest, glyph.size());
      left = Math.min(left, glyph.x());
      right = Math.max(right, glyph.right());
      top = Math.min(top, glyph.top());
      bottom = Math.max(bottom, glyph.bottom());
    }
    if (count > 0) {
      var area = new Area(left, top, right, bottom);
      runs.add(new Run(text.toString(), area, sheet.box(area), largest, 2 * bold > count));
    }
  }

  /// Some programs thicken a character by printing it again, slightly aside.
  private static boolean isPrintedTwice(Glyph last, Glyph glyph) {
    return last.text().equals(glyph.text())
        && glyph.x() - last.x() < 0.3 * Math.min(glyph.width(), last.width())
        && Math.abs(glyph.baseline() - last.baseline()) < 0.2 * glyph.size();
  }

  private static boolean hasSpaceBetween(Glyph last, Glyph glyph, boolean spaced) {
    var gap = (glyph.x() - last.right()) / Math.max(last.size(), glyph.size());
    var before = Script.last(last.text());
    var after = Script.first(glyph.text());
    if (Script.isUnspaced(before) || Script.isUnspaced(after)) {
      return spaced && gap > 0.15;
    }
    return spaced ? gap > 0.05 : gap > WORD_GAP;
  }
}
