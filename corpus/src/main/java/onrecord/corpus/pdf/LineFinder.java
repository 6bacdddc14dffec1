package onrecord.corpus.pdf;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/// Finds the lines that characters make.
final class LineFinder {

  /// Characters whose middles are this close, in font sizes, stand on one line; superscripts do.
  private static final double SAME_LINE = 0.4;

  /// A gap this wide, in font sizes, ends a run.
  private static final double RUN_GAP = 0.85;

  /// A gap this wide, in font sizes, is a space between Latin words that has no character.
  private static final double WORD_GAP = 0.2;

  private static final Pattern FIGURE =
      Pattern.compile("[(（]?[$€£¥￥]?[(（]?[-–—]?\\d(?:[\\d,]*\\d)?(?:[.]\\d+)?[)）%]*|[$€£¥￥]|[)%]+");
  private static final Pattern DOTS = Pattern.compile("[.．·•…_]+");
  private static final int FEWEST_DOTS = 3;
  private static final Pattern CURRENCY = Pattern.compile("[$€£¥￥]");

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
    var run = new ArrayList<Word>();
    var words = words(glyphs);
    for (var at = 0; at < words.size(); at++) {
      var word = words.get(at);
      if (!run.isEmpty()
          && (beginsRun(run.getLast(), word) || isLeader(words, at) != isLeader(words, at - 1))) {
        runs.add(run(run));
        run = new ArrayList<>();
      }
      run.add(word);
    }
    if (!run.isEmpty()) {
      runs.add(run(run));
    }
    if (!runs.isEmpty()) {
      lines.add(new Line(sheet.page(), sheet.width(), sheet.height(), runs));
    }
  }

  /// Figures side by side are columns, however close, and so is a currency sign that stands apart.
  private static boolean beginsRun(Word last, Word next) {
    var gap = next.area.left() - last.area.right();
    return gap > RUN_GAP * Math.max(last.size, next.size)
        || CURRENCY.matcher(next.text).matches()
        || (FIGURE.matcher(last.text).matches() && FIGURE.matcher(next.text).matches());
  }

  /// Whether a word of dots has two more such words beside it, or is long itself.
  private static boolean isLeader(List<Word> words, int at) {
    if (!isDots(words, at)) {
      return false;
    }
    var from = at;
    while (isDots(words, from - 1)) {
      from--;
    }
    var dots = 0;
    for (var i = from; isDots(words, i); i++) {
      dots += words.get(i).glyphs;
    }
    return dots >= FEWEST_DOTS;
  }

  private static boolean isDots(List<Word> words, int at) {
    return at >= 0 && at < words.size() && DOTS.matcher(words.get(at).text).matches();
  }

  private List<Word> words(List<Glyph> glyphs) {
    var words = new ArrayList<Word>();
    var word = new ArrayList<Glyph>();
    var spaced = false;
    for (var at = 0; at < glyphs.size(); at++) {
      var glyph = glyphs.get(at);
      if (glyph.isBlank()) {
        spaced = true;
        continue;
      }
      if (!word.isEmpty() && isPrintedTwice(word.getLast(), glyph)) {
        continue;
      }
      if (!word.isEmpty()
          && (hasSpaceBetween(word.getLast(), glyph, spaced) || isEdgeOfLeader(glyphs, at))) {
        words.add(word(word));
        word.clear();
      }
      word.add(glyph);
      spaced = false;
    }
    if (!word.isEmpty()) {
      words.add(word(word));
    }
    return words;
  }

  /// Characters without a space between them.
  private record Word(String text, Area area, double size, int glyphs, int bold) {}

  private static Word word(List<Glyph> glyphs) {
    var text = new StringBuilder();
    var size = 0.0;
    var bold = 0;
    var left = Double.MAX_VALUE;
    var top = Double.MAX_VALUE;
    var right = -Double.MAX_VALUE;
    var bottom = -Double.MAX_VALUE;
    for (var glyph : glyphs) {
      text.append(glyph.text());
      size = Math.max(size, glyph.size());
      bold += glyph.bold() ? 1 : 0;
      left = Math.min(left, glyph.x());
      right = Math.max(right, glyph.right());
      top = Math.min(top, glyph.top());
      bottom = Math.max(bottom, glyph.bottom());
    }
    return new Word(text.toString(), new Area(left, top, right, bottom), size, glyphs.size(), bold);
  }

  private Run run(List<Word> words) {
    var text = new StringBuilder();
    var size = 0.0;
    var glyphs = 0;
    var bold = 0;
    var area = words.getFirst().area;
    for (var word : words) {
      text.append(text.isEmpty() ? "" : " ").append(word.text);
      area = area.union(word.area);
      size = Math.max(size, word.size);
      glyphs += word.glyphs;
      bold += word.bold;
    }
    return new Run(text.toString(), area, sheet.box(area), size, 2 * bold > glyphs);
  }

  /// Whether dots begin here right after a word, or end right before one.
  private static boolean isEdgeOfLeader(List<Glyph> glyphs, int at) {
    return isDot(glyphs, at) != isDot(glyphs, at - 1)
        && (isDot(glyphs, at)
            ? isDot(glyphs, at + 1) && isDot(glyphs, at + 2)
            : isDot(glyphs, at - 2) && isDot(glyphs, at - 3));
  }

  private static boolean isDot(List<Glyph> glyphs, int at) {
    return at >= 0 && at < glyphs.size() && DOTS.matcher(glyphs.get(at).text()).matches();
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
    if (gap > RUN_GAP) {
      return true;
    }
    if (Script.isUnspaced(before) || Script.isUnspaced(after)) {
      return spaced && gap > 0.15;
    }
    return spaced ? gap > 0.05 : gap > WORD_GAP;
  }
}
