package onrecord.corpus.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import onrecord.corpus.TextLine;
import onrecord.corpus.document.Block;
import onrecord.corpus.document.Block.Cell;

/// Lays cells with spans out on a grid in which every row has every column.
final class TableGrid {

  private static final int MOST_COLUMNS = 200;
  private static final int MOST_ROWS = 20_000;
  private static final int MOST_HEADING_ROWS = 3;

  private static final Pattern VALUE =
      Pattern.compile("[-—–－(（]?[¥￥$€£]?\\s*\\d[\\d,，]*(?:\\.\\d+)?\\s*[%％)）]?|[-—–－/]+");
  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}");

  /// What stands over a column of values.
  private static final Pattern NAMES_VALUES =
      Pattern.compile(
          "(?i).*(?:金额|数量|数值|比例|占比|余额|收入|成本|利润|本期|上期|期末|期初|年度|万元|亿元|%|amount|value|number|total).*|(?:19|20)\\d{2}.*");

  /// A cell as written.
  ///
  /// @param isHeading whether it is marked as a heading
  /// @param lines where its text stands, with offsets in it; empty where that is not known
  record Spanning(String text, int rows, int columns, boolean isHeading, List<TextLine> lines) {

    Spanning(String text, int rows, int columns, boolean isHeading) {
      this(text, rows, columns, isHeading, List.of());
    }
  }

  private record Placed(Cell cell, boolean isFirst, boolean isHeading) {
    static final Placed NOTHING = new Placed(Cell.EMPTY, true, false);

    String text() {
      return cell.text();
    }
  }

  private final List<List<Placed>> grid = new ArrayList<>();

  /// @param markedHeadingRows how many rows are marked as headings; 0 where they must be told by
  ///   their cells
  static Block.Table table(String caption, List<List<Spanning>> rows, int markedHeadingRows) {
    var grid = new TableGrid();
    for (var row = 0; row < Math.min(rows.size(), MOST_ROWS); row++) {
      grid.place(row, rows.get(row), rows.size());
    }
    return grid.finish(caption, markedHeadingRows);
  }

  private void place(int row, List<Spanning> cells, int rows) {
    var column = 0;
    for (var cell : cells) {
      while (isTaken(row, column)) {
        column++;
      }
      var lastRow = Math.min(rows, row + Math.max(1, cell.rows()));
      var lastColumn = Math.min(MOST_COLUMNS, column + Math.max(1, cell.columns()));
      var placed = new Cell(cell.text(), cell.lines());
      for (var r = row; r < lastRow; r++) {
        for (var c = column; c < lastColumn; c++) {
          set(r, c, new Placed(placed, r == row && c == column, cell.isHeading()));
        }
      }
      column = lastColumn;
    }
    row(row);
  }

  private List<Placed> row(int index) {
    while (grid.size() <= index) {
      grid.add(new ArrayList<>());
    }
    return grid.get(index);
  }

  private boolean isTaken(int row, int column) {
    var cells = row(row);
    return column < cells.size() && cells.get(column) != Placed.NOTHING;
  }

  private void set(int row, int column, Placed cell) {
    var cells = row(row);
    while (cells.size() <= column) {
      cells.add(Placed.NOTHING);
    }
    cells.set(column, cell);
  }

  private Block.Table finish(String caption, int marked) {
    var columns = grid.stream().mapToInt(List::size).max().orElse(0);
    grid.forEach(row -> {
      while (row.size() < columns) {
        row.add(Placed.NOTHING);
      }
    });
    grid.removeIf(row -> row.stream().allMatch(cell -> cell.text().isBlank()));
    var headings = marked > 0 ? Math.min(marked, grid.size()) : headingRows();
    var rows = new ArrayList<List<Cell>>();
    for (var row : grid) {
      var repeats = rows.size() < headings;
      rows.add(
          row.stream().map(cell -> cell.isFirst() || repeats ? cell.cell() : Cell.EMPTY).toList());
    }
    return new Block.Table(caption, headings, List.copyOf(rows), null);
  }

  /// Rows of heading cells; or rows of words above the first row of values; none where every row is
  /// a label beside its value.
  private int headingRows() {
    var marked =
        (int)
            grid.stream()
                .takeWhile(row -> row.stream().allMatch(c -> c.isHeading() || c.text().isBlank()))
                .count();
    if (marked > 0 && marked < grid.size()) {
      return marked;
    }
    var words = (int) grid.stream().takeWhile(row -> !hasValue(row)).count();
    if (words > 0 && words <= MOST_HEADING_ROWS && words < grid.size()) {
      return isLabelled() ? 0 : words;
    }
    return words == grid.size() && grid.size() > 1 && isListOfWords() ? 1 : 0;
  }

  private static boolean hasValue(List<Placed> row) {
    return row.stream()
        .skip(1)
        .map(cell -> cell.text().strip())
        .anyMatch(text -> VALUE.matcher(text).matches() && !YEAR.matcher(text).matches());
  }

  /// Two columns, a label and what it says: 证券代码 | 600519.
  private boolean isLabelled() {
    return grid.getFirst().size() == 2
        && !NAMES_VALUES.matcher(grid.getFirst().getLast().text().strip()).matches();
  }

  /// Three columns or more, the first row short and filled throughout.
  private boolean isListOfWords() {
    var first = grid.getFirst();
    return first.size() >= 3
        && first.stream().allMatch(cell -> !cell.text().isBlank() && cell.text().length() <= 16);
  }
}
