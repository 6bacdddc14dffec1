package onrecord.corpus.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The text of a table passage, taken apart again.
///
/// @param caption the lines above the first row; empty if there is none
/// @param rows headings included
record TableText(String caption, List<Row> rows) {

  private static final Pattern OPENING = Pattern.compile("(?:US|HK)?[$€£¥] ?\\(?|\\(");
  private static final Pattern CLOSING = Pattern.compile("\\)|%|\\) ?%|％");

  /// One line of the table.
  ///
  /// @param start offset of the line in the passage's text
  /// @param end offset after it
  record Row(int start, int end, List<String> cells) {

    String cell(int column) {
      return column < cells.size() ? cells.get(column) : "";
    }

    /// The columns whose cells are not blank.
    List<Integer> filled() {
      var filled = new ArrayList<Integer>();
      for (var column = 0; column < cells.size(); column++) {
        if (!cells.get(column).isBlank()) {
          filled.add(column);
        }
      }
      return filled;
    }
  }

  static TableText of(String text) {
    var caption = new StringBuilder();
    var rows = new ArrayList<Row>();
    for (var start = 0; start < text.length(); ) {
      var lineFeed = text.indexOf('\n', start);
      var end = lineFeed < 0 ? text.length() : lineFeed;
      var line = text.substring(start, end);
      if (rows.isEmpty() && line.indexOf('\t') < 0) {
        caption.append(caption.isEmpty() ? "" : "\n").append(line.strip());
      } else if (!line.isBlank()) {
        rows.add(new Row(start, end, joinSigns(List.of(line.split("\t", -1)))));
      }
      start = end + 1;
    }
    return new TableText(caption.toString(), rows);
  }

  private static boolean isShort(String cell) {
    return !cell.isEmpty() && cell.length() < 5;
  }

  /// A currency sign, a bracket or a per cent sign in a cell of its own belongs to the number
  /// beside it.
  private static List<String> joinSigns(List<String> printed) {
    var cells = new ArrayList<>(printed);
    for (var i = 0; i < cells.size(); i++) {
      var cell = cells.get(i).strip();
      if (i + 1 < cells.size() && isShort(cell) && OPENING.matcher(cell).matches()) {
        cells.set(i + 1, cell + cells.get(i + 1).strip());
        cells.set(i, "");
      } else if (i > 0
          && isShort(cell)
          && CLOSING.matcher(cell).matches()
          && !cells.get(i - 1).isBlank()) {
        cells.set(i - 1, cells.get(i - 1).strip() + cell);
        cells.set(i, "");
      }
    }
    return cells;
  }
}
