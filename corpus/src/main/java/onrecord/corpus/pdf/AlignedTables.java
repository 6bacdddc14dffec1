package onrecord.corpus.pdf;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds tables without ruled cells in lines that follow each other: figures below each other,
/// their labels at the left, headings above.
final class AlignedTables {

  /// Lines further apart than this, in font sizes, are not of one table.
  private static final double WIDEST_GAP = 3.6;

  /// So many lines without figures may stand between lines with figures.
  private static final int MOST_LABEL_LINES = 4;

  private static final int MOST_HEADING_LINES = 8;
  private static final int LONGEST_HEADING = 60;

  /// What stands in brackets beside headings tells the units of all that the table holds.
  private static final int LONGEST_REMARK = 120;

  /// Figures of one column end this near to each other, in font sizes.
  private static final double SAME_EDGE = 0.8;

  private static final int SHORTEST_SENTENCE = 25;

  /// No page of a document has so many.
  private static final int MOST_LINES = 1_500;

  private static final Area NOWHERE = new Area(Double.MAX_VALUE, 0, Double.MAX_VALUE, 0);

  private final List<Line> lines;
  private final List<List<Token>> rows;

  private AlignedTables(List<Line> lines) {
    this.lines = lines;
    this.rows = lines.stream().map(Token::of).toList();
  }

  /// The lines of a column of text, those of tables put together to grids.
  static List<Piece> in(List<Line> lines) {
    return lines.size() > MOST_LINES ? List.copyOf(lines) : new AlignedTables(lines).pieces();
  }

  /// A stretch of lines that make a table.
  ///
  /// @param start the first heading line
  /// @param body the first line below the headings
  /// @param end after the last line
  private record Stretch(int start, int body, int end, Columns columns) {}

  private List<Piece> pieces() {
    var pieces = new ArrayList<Piece>();
    var next = 0;
    for (var row = 0; row < rows.size(); row++) {
      var stretch = row >= next && FigureRow.is(rows.get(row)) ? stretch(next, row) : null;
      if (stretch != null) {
        pieces.addAll(lines.subList(next, stretch.start));
        pieces.add(grid(stretch));
        next = stretch.end;
      }
    }
    pieces.addAll(lines.subList(next, lines.size()));
    return pieces;
  }

  private @Nullable Stretch stretch(int from, int firstFigures) {
    var end = end(firstFigures);
    var figureRows = rows.subList(firstFigures, end).stream().filter(FigureRow::is).toList();
    var columns = Columns.of(figureRows);
    if (columns.count() < 2 || !hasColumnOfFigures(figureRows, columns)) {
      return null;
    }
    var body = firstFigures;
    var start = firstFigures;
    var lowest = Math.max(from, firstFigures - MOST_HEADING_LINES);
    for (var row = firstFigures - 1; row >= lowest && isNear(row, row + 1); row--) {
      if (isHeading(row, columns)) {
        body = start == firstFigures ? row + 1 : body;
        start = row;
      } else if (!isLabelLine(row, columns.figuresStart()) || start < firstFigures) {
        break;
      }
    }
    return new Stretch(start, body, start < body ? endOf(columns, end) : end, columns);
  }

  /// After the last line with figures in the columns of a table with headings, whatever space and
  /// labels stand between: sums stand apart, and labels take several lines.
  private int endOf(Columns columns, int from) {
    var end = from;
    for (var row = from; row < rows.size() && row - end <= 2 * MOST_LABEL_LINES; row++) {
      if (!standsIn(columns, rows.get(row))) {
        break;
      }
      end = FigureRow.is(rows.get(row)) ? row + 1 : end;
    }
    return end;
  }

  /// Whether all figures of a line are in the columns of figures, and nothing else is.
  private static boolean standsIn(Columns columns, List<Token> row) {
    return row.stream()
        .allMatch(token ->
            token.isNumber() && row.size() > 1
                ? columns.columns().stream()
                    .anyMatch(column -> column.figures() && endsWith(column, token))
                : token.isNothing() || token.area().right() <= columns.figuresStart());
  }

  private static boolean endsWith(Columns.Column column, Token token) {
    return Math.abs(column.right() - token.area().right()) <= SAME_EDGE * token.size();
  }

  /// After the last line with figures that the lines from the first lead to without a break.
  private int end(int first) {
    var end = first + 1;
    var firstFigures = firstFigures(first);
    for (var row = first + 1; row < rows.size() && isNear(row - 1, row); row++) {
      if (FigureRow.is(rows.get(row))) {
        end = row + 1;
        firstFigures = leftmost(firstFigures, firstFigures(row));
      } else if (row - end >= MOST_LABEL_LINES
          || FigureRow.namesPeriods(rows.get(row))
          || isProse(row, firstFigures)) {
        break;
      }
    }
    return end;
  }

  private boolean isNear(int row, int next) {
    var gap = lines.get(next).area().top() - lines.get(row).area().bottom();
    return gap < WIDEST_GAP * lines.get(next).size();
  }

  private Area firstFigures(int row) {
    return rows.get(row).stream()
        .filter(Token::isNumber)
        .map(Token::area)
        .reduce(AlignedTables::leftmost)
        .orElse(NOWHERE);
  }

  private static Area leftmost(Area a, Area b) {
    return a.right() <= b.right() ? a : b;
  }

  /// Whether a line runs from the labels over the first column of figures.
  private boolean isProse(int row, Area firstFigures) {
    return rows.get(row).stream()
        .anyMatch(token ->
            token.area().left() < firstFigures.left() - 2 * token.size()
                && token.area().right() > firstFigures.right() + 0.5 * token.size());
  }

  private static boolean hasColumnOfFigures(List<List<Token>> rows, Columns columns) {
    var counts = new int[columns.count()];
    for (var row : rows) {
      for (var token : row) {
        if (token.isNumber()) {
          counts[columns.of(token.area())]++;
        }
      }
    }
    for (var column = 0; column < counts.length; column++) {
      if (columns.get(column).figures() && counts[column] >= 2) {
        return true;
      }
    }
    return false;
  }

  private boolean isHeading(int row, Columns columns) {
    var start = columns.figuresStart();
    var tokens = rows.get(row);
    return !isProse(row, columns.firstFigures())
        && !FigureRow.is(tokens)
        && tokens.stream().anyMatch(token -> token.area().right() > start)
        && tokens.stream().allMatch(token -> isHeading(token));
  }

  private static boolean isHeading(Token token) {
    var text = token.text();
    var isSentence = text.length() > SHORTEST_SENTENCE && text.matches(".*\\p{Ll}{2}[.]");
    var longest = text.matches("[(（].*[)）]") ? LONGEST_REMARK : LONGEST_HEADING;
    return text.length() <= longest && !isSentence;
  }

  private boolean isLabelLine(int row, double figuresStart) {
    return rows.get(row).stream().allMatch(token -> token.area().right() <= figuresStart)
        && rows.get(row).stream().allMatch(AlignedTables::isHeading);
  }

  private Grid grid(Stretch stretch) {
    var places =
        new ArrayList<>(
            HeadingRow.places(rows.subList(stretch.start, stretch.body), stretch.columns));
    var body = new BodyRows(stretch.columns);
    for (var row = stretch.body; row < stretch.end; row++) {
      body.add(rows.get(row));
    }
    places.addAll(body.places());
    var area =
        lines.subList(stretch.start, stretch.end).stream()
            .map(Line::area)
            .reduce(Area::union)
            .orElseThrow();
    return new Grid(
        lines.get(stretch.start).page(),
        area,
        stretch.body - stretch.start,
        stretch.columns.edges(),
        places);
  }
}
