package onrecord.corpus.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import onrecord.corpus.document.Block;
import onrecord.corpus.pdf.Grid.Place;
import org.jspecify.annotations.Nullable;

/// Makes tables of grids: tells heading rows from data, fills spanning headings, and parts tables
/// that begin anew below a second heading.
final class TableMaker {

  private static final int MOST_HEADING_ROWS = 6;

  private final String caption;
  private final List<List<Place>> rows;
  private final int knownHeadings;

  private TableMaker(String caption, List<List<Place>> rows, int knownHeadings) {
    this.caption = caption;
    this.rows = rows;
    this.knownHeadings = knownHeadings;
  }

  /// The tables that a sheaf holds; none if it is a frame around prose.
  static List<Block.Table> tables(Sheaf sheaf, String caption) {
    var rows = withoutEmpty(GridJoin.rows(sheaf.grids()));
    if (rows.isEmpty() || rows.getFirst().size() < 2) {
      return List.of();
    }
    return new TableMaker(caption, rows, sheaf.grids().getFirst().headings()).tables();
  }

  private static List<List<Place>> withoutEmpty(List<List<Place>> rows) {
    if (rows.isEmpty()) {
      return rows;
    }
    var used =
        IntStream.range(0, rows.getFirst().size())
            .filter(column -> rows.stream().anyMatch(row -> !row.get(column).isEmpty()))
            .toArray();
    return rows.stream()
        .filter(row -> !row.stream().allMatch(Place::isEmpty))
        .map(row -> IntStream.of(used).mapToObj(column -> kept(row, column, used)).toList())
        .toList();
  }

  /// A place, its distance to where its cell begins counted in the columns that stay.
  private static Place kept(List<Place> row, int column, int[] used) {
    var place = row.get(column);
    var origin = column - place.left();
    var left = (int) IntStream.of(used).filter(other -> other >= origin && other < column).count();
    return place.movedLeft(left);
  }

  private List<Block.Table> tables() {
    var tables = new ArrayList<Block.Table>();
    var start = 0;
    for (var row = 1; row < rows.size(); row++) {
      if (beginsAnew(row)) {
        tables.add(table(rows.subList(start, row), start == 0 ? knownHeadings : 0));
        start = row;
      }
    }
    tables.add(table(rows.subList(start, rows.size()), start == 0 ? knownHeadings : 0));
    return tables;
  }

  /// Whether headings stand below figures: a row that names periods, or a title as wide as the
  /// table with a row of words below it.
  private boolean beginsAnew(int row) {
    if (row + 1 >= rows.size() || !hasNumber(rows.get(row - 1)) || hasNumber(rows.get(row))) {
      return false;
    }
    var places = rows.get(row);
    return namesPeriods(places) || (isTitle(places) && isRowOfWords(rows.get(row + 1)));
  }

  private static boolean namesPeriods(List<Place> row) {
    return row.getFirst().isEmpty()
        && row.stream().filter(place -> CellText.isPeriod(place.cell().text())).count() >= 2;
  }

  private static boolean isRowOfWords(List<Place> row) {
    var cells = row.stream().filter(place -> !place.isEmpty()).count();
    var filled = row.stream().filter(place -> !place.isEmpty() || place.isCovered()).count();
    return !hasNumber(row) && cells > 1 && 2 * filled > row.size();
  }

  private static boolean hasNumber(List<Place> row) {
    return row.stream().skip(1).anyMatch(TableMaker::isNumber);
  }

  private static boolean isNumber(Place place) {
    return CellText.isNumber(place.cell().text());
  }

  private Block.Table table(List<List<Place>> rowsOfTable, int known) {
    var part = withoutEmpty(rowsOfTable);
    var headingRows = known > 0 ? known : headingRows(part);
    var cells = new ArrayList<List<Block.Cell>>();
    for (var row = 0; row < part.size(); row++) {
      var line = new ArrayList<Block.Cell>();
      for (var column = 0; column < part.get(row).size(); column++) {
        line.add(row < headingRows ? spanned(part, row, column) : part.get(row).get(column).cell());
      }
      cells.add(List.copyOf(line));
    }
    return new Block.Table(caption, headingRows, List.copyOf(cells), page(cells));
  }

  private static @Nullable Integer page(List<List<Block.Cell>> cells) {
    return cells.stream()
        .flatMap(List::stream)
        .flatMap(cell -> cell.lines().stream())
        .map(line -> line.onPage().page())
        .findFirst()
        .orElse(null);
  }

  private static Block.Cell spanned(List<List<Place>> part, int row, int column) {
    var place = part.get(row).get(column);
    var up = row - place.up();
    var left = column - place.left();
    return up < 0 || left < 0 ? place.cell() : part.get(up).get(left).cell();
  }

  private static int headingRows(List<List<Place>> part) {
    var firstData = firstDataRow(part);
    return firstData < 0 ? headingRowsOfWords(part) : headingRowsAbove(part, firstData);
  }

  /// The first row with a figure in a column of figures; -1 if there is no such column.
  private static int firstDataRow(List<List<Place>> part) {
    var numeric =
        IntStream.range(1, part.getFirst().size())
            .filter(column -> isColumnOfNumbers(part, column))
            .toArray();
    for (var row = 0; row < part.size(); row++) {
      for (var column : numeric) {
        if (isNumber(part.get(row).get(column))) {
          return row;
        }
      }
    }
    return -1;
  }

  private static boolean isColumnOfNumbers(List<List<Place>> part, int column) {
    var filled = 0;
    var numbers = 0;
    for (var row : part) {
      var text = row.get(column).cell().text();
      filled += CellText.isNothing(text) ? 0 : 1;
      numbers += CellText.isNumber(text) ? 1 : 0;
    }
    return numbers > 0 && numbers >= 0.34 * filled;
  }

  /// The first rows, up to one that names a section of the table instead of its columns.
  private static int headingRowsAbove(List<List<Place>> part, int firstData) {
    var row = 0;
    while (row < Math.min(firstData, MOST_HEADING_ROWS) && isHeading(part, row)) {
      row++;
    }
    return row;
  }

  private static boolean isHeading(List<List<Place>> part, int row) {
    var places = part.get(row);
    if (row == 0) {
      return places.stream().skip(1).anyMatch(place -> !place.isEmpty() || place.isCovered());
    }
    var goesOnAbove = places.stream().anyMatch(place -> place.up() > 0);
    var aboveSpans = part.get(row - 1).stream().anyMatch(place -> place.left() > 0);
    var hasHeadings = places.stream().skip(1).anyMatch(place -> !place.isEmpty());
    return hasHeadings && (goesOnAbove || aboveSpans);
  }

  /// A table of words has a heading only if its first row looks different from the others.
  private static int headingRowsOfWords(List<List<Place>> part) {
    var title = isTitle(part.getFirst()) ? 1 : 0;
    if (part.size() < title + 2) {
      return 0;
    }
    var first = part.get(title);
    var others = part.subList(title + 1, part.size());
    var isComplete =
        first.stream().skip(1).noneMatch(place -> place.isEmpty() && !place.isCovered());
    if (isComplete && first.getFirst().isEmpty() && first.size() > 2) {
      return title + 1;
    }
    var isBold = first.stream().allMatch(place -> place.isEmpty() || place.bold());
    var othersBold = others.stream().filter(TableMaker::isAllBold).count();
    var isCentred = first.stream().allMatch(place -> place.isEmpty() || place.centred());
    var othersCentred = others.stream().filter(TableMaker::isAllCentred).count();
    var stands =
        (isBold && 2 * othersBold <= others.size())
            || (isCentred && 2 * othersCentred <= others.size());
    return isComplete && stands ? title + 1 : title;
  }

  /// Whether a row holds one cell only, which spans more than half of the table.
  private static boolean isTitle(List<Place> row) {
    var filled = IntStream.range(0, row.size()).filter(at -> !row.get(at).isEmpty()).toArray();
    if (filled.length != 1) {
      return false;
    }
    var end = filled[0] + 1;
    while (end < row.size() && row.get(end).left() > 0) {
      end++;
    }
    return end - filled[0] > 1 && 2 * (end - filled[0]) > row.size();
  }

  private static boolean isAllBold(List<Place> row) {
    return row.stream().allMatch(place -> place.isEmpty() || place.bold());
  }

  private static boolean isAllCentred(List<Place> row) {
    return row.stream().allMatch(place -> place.isEmpty() || place.centred());
  }
}
