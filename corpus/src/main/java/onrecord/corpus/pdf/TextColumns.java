package onrecord.corpus.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Parts the lines of a page where text runs in columns, so that each column is read from top to
/// bottom.
///
/// A gutter parts columns only where one side holds prose and the other prose or a table with
/// labels of its own; the columns of one table are read together.
final class TextColumns {

  /// The narrowest gutter, in font sizes.
  private static final double GUTTER = 0.9;

  private static final int FEWEST_LINES = 5;

  /// The share of a side's lines that must be long enough for prose.
  private static final double PROSE_SHARE = 0.5;

  /// The share of a side's lines that must be rows of a table.
  private static final double TABLE_SHARE = 0.4;

  private static final int PROSE_LENGTH = 24;

  /// No page of a document has so many.
  private static final int MOST_LINES = 1_500;

  private TextColumns() {}

  /// Stretches of lines in reading order; the lines of a stretch are in one column.
  static List<List<Line>> of(List<Line> lines) {
    return lines.size() > MOST_LINES ? List.of(lines) : parted(lines);
  }

  private static List<List<Line>> parted(List<Line> lines) {
    var columns = new ArrayList<List<Line>>();
    var start = 0;
    while (start < lines.size()) {
      var band = widestBand(lines, start);
      if (band == null) {
        columns.add(lines.subList(start, lines.size()));
        break;
      }
      if (band.from > start) {
        columns.add(lines.subList(start, band.from));
      }
      columns.addAll(parted(side(lines, band, true)));
      columns.addAll(parted(side(lines, band, false)));
      start = band.to;
    }
    return columns;
  }

  /// Lines that a gutter parts.
  ///
  /// @param from the first of them
  /// @param to after the last
  /// @param gutter its place from the left
  private record Band(int from, int to, double gutter) {}

  private static @Nullable Band widestBand(List<Line> lines, int start) {
    for (var from = start; from + FEWEST_LINES <= lines.size(); from++) {
      Band best = null;
      for (var gutter : gutters(lines.get(from))) {
        var band = band(lines, from, gutter);
        if (band != null && (best == null || band.to > best.to)) {
          best = band;
        }
      }
      if (best != null) {
        return best;
      }
    }
    return null;
  }

  private static List<Double> gutters(Line line) {
    var gutters = new ArrayList<Double>();
    for (var i = 1; i < line.runs().size(); i++) {
      var left = line.runs().get(i - 1).area().right();
      var right = line.runs().get(i).area().left();
      if (right - left > GUTTER * line.size()) {
        gutters.add((left + right) / 2);
      }
    }
    if (line.area().left() > 0.3 * line.pageWidth()) {
      gutters.add(line.area().left() - GUTTER / 2 * line.size());
    }
    return gutters;
  }

  private static @Nullable Band band(List<Line> lines, int from, double gutter) {
    var to = from;
    while (to < lines.size() && isClear(lines.get(to), gutter)) {
      to++;
    }
    var band = new Band(from, to, gutter);
    var left = side(lines, band, true);
    var right = side(lines, band, false);
    if (isProse(left) && isProse(right)) {
      return band;
    }
    var isTableBesideProse = (isProse(left) && isTable(right)) || (isTable(left) && isProse(right));
    return isTableBesideProse && !isInRows(left, right, to - from) ? band : null;
  }

  private static boolean isClear(Line line, double gutter) {
    return line.runs().stream()
        .allMatch(run -> run.area().right() < gutter || run.area().left() > gutter);
  }

  private static List<Line> side(List<Line> lines, Band band, boolean left) {
    var side = new ArrayList<Line>();
    for (var line : lines.subList(band.from, band.to)) {
      var runs =
          line.runs().stream().filter(run -> (run.area().right() < band.gutter) == left).toList();
      if (!runs.isEmpty()) {
        side.add(new Line(line.page(), line.pageWidth(), line.pageHeight(), runs));
      }
    }
    side.sort(Comparator.comparingDouble(line -> line.area().top()));
    return side;
  }

  /// Whether both sides stand on the same lines, as the cells of one table do.
  private static boolean isInRows(List<Line> left, List<Line> right, int lines) {
    var shared = left.size() + right.size() - lines;
    return shared > 0.6 * Math.min(left.size(), right.size());
  }

  private static boolean isTable(List<Line> side) {
    var labelled = side.stream().filter(TextColumns::isLabelled).count();
    return side.size() >= FEWEST_LINES && labelled >= TABLE_SHARE * side.size();
  }

  private static boolean isLabelled(Line line) {
    var tokens = Token.of(line);
    return FigureRow.is(tokens) && Character.isLetter(Script.first(tokens.getFirst().text()));
  }

  private static boolean isProse(List<Line> side) {
    if (side.size() < FEWEST_LINES) {
      return false;
    }
    var width = side.stream().map(Line::area).reduce(Area::union).orElseThrow().width();
    var prose = side.stream().filter(line -> isProse(line, width)).count();
    return prose >= PROSE_SHARE * side.size();
  }

  /// Lines of prose fill their column.
  private static boolean isProse(Line line, double width) {
    var text = line.text();
    var unspaced = text.codePoints().filter(Script::isUnspaced).count();
    return text.length() + unspaced >= PROSE_LENGTH
        && line.area().width() > 0.7 * width
        && !FigureRow.is(Token.of(line));
  }
}
