package onrecord.corpus;

import java.util.List;
import java.util.Optional;

/// A cell of a workbook, named as spreadsheets name it.
///
/// @param sheet the name of its sheet
/// @param row counted from 1
/// @param column counted from 1: 1 is `A`
public record SheetCell(String sheet, int row, int column) {

  private static final int LETTERS = 26;

  public SheetCell {
    if (row < 1 || column < 1) {
      throw new IllegalArgumentException(
          "No cell has the row %d, column %d".formatted(row, column));
    }
  }

  /// The smallest range of one sheet that holds all of some cells, such as `利润表!C5` or `利润表!A5:C6`;
  /// that of the first one's sheet where they stand in several.
  public static Optional<String> range(List<SheetCell> cells) {
    if (cells.isEmpty()) {
      return Optional.empty();
    }
    var sheet = cells.getFirst().sheet;
    var within = cells.stream().filter(cell -> cell.sheet.equals(sheet)).toList();
    var rows = within.stream().mapToInt(SheetCell::row).summaryStatistics();
    var columns = within.stream().mapToInt(SheetCell::column).summaryStatistics();
    var first = letters(columns.getMin()) + rows.getMin();
    var last = letters(columns.getMax()) + rows.getMax();
    return Optional.of(quoted(sheet) + "!" + (first.equals(last) ? first : first + ":" + last));
  }

  /// A name with anything but letters and digits stands in quotation marks.
  private static String quoted(String sheet) {
    return sheet.matches("[\\p{L}_][\\p{L}\\d_.]*") ? sheet : "'" + sheet.replace("'", "''") + "'";
  }

  private static String letters(int column) {
    var letters = new StringBuilder();
    for (var rest = column; rest > 0; rest = (rest - 1) / LETTERS) {
      letters.insert(0, (char) ('A' + (rest - 1) % LETTERS));
    }
    return letters.toString();
  }

  @Override
  public String toString() {
    return range(List.of(this)).orElseThrow();
  }
}
