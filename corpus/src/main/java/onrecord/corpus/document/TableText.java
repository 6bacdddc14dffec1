package onrecord.corpus.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import onrecord.corpus.document.Block.Cell;
import onrecord.corpus.document.Block.Table;

/// Writes a table as text: caption, heading line, rows; cut into texts of a few rows that each
/// repeat what is needed to read them.
final class TableText {

  /// A table of so many rows stays whole; longer ones are cut into about equal parts.
  private static final int MOST_ROWS = 15;

  private static final int USUAL_ROWS = 12;
  private static final int MOST_CHARACTERS = 700;

  private static final Pattern NAMES_A_GROUP =
      Pattern.compile("^(?:其中|分|按|[（(]?[一二三四五六七八九十]+[、）)]).*|.*[:：]$");

  private final Table table;
  private final List<List<Cell>> rows;
  private final int rowsEach;
  private final boolean blanksAreRare;

  private TableText(Table table) {
    this.table = table;
    this.rows =
        table.rows().subList(table.headingRows(), table.rows().size()).stream()
            .filter(row -> row.stream().anyMatch(cell -> !cell.text().isBlank()))
            .toList();
    this.rowsEach =
        rows.size() <= MOST_ROWS
            ? MOST_ROWS
            : Math.ceilDiv(rows.size(), Math.ceilDiv(rows.size(), USUAL_ROWS));
    this.blanksAreRare = rows.stream().filter(TableText::isLabelAlone).count() * 5 <= rows.size();
  }

  /// The texts of a table, in order; none if it has no filled cell below its headings.
  static List<PrintedText> of(Table table) {
    return new TableText(table).chunks();
  }

  private List<PrintedText> chunks() {
    var top = top();
    var chunks = new ArrayList<PrintedText>();
    var body = new ArrayList<PrintedText>();
    var group = PrintedText.EMPTY;
    for (var row : rows) {
      var line = line(row);
      if (isFull(body, line)) {
        chunks.add(chunk(top, body));
        body.clear();
      }
      if (namesGroup(row)) {
        group = line;
      } else if (body.isEmpty() && !chunks.isEmpty() && !group.isEmpty()) {
        body.add(new PrintedText(group.text(), group.lines(), line.page()));
      }
      body.add(line);
    }
    if (!body.isEmpty()) {
      chunks.add(chunk(top, body));
    }
    return chunks;
  }

  private PrintedText top() {
    var top = new PrintedText(table.caption().strip(), List.of(), table.page());
    var headings = new ArrayList<List<Cell>>();
    for (var row : table.rows().subList(0, table.headingRows())) {
      if (spansAll(row)) {
        top = top.append("\n", PrintedText.of(row.getFirst()).onOneLine());
      } else {
        headings.add(row);
      }
    }
    return headings.isEmpty() ? top : top.append("\n", headingLine(headings));
  }

  /// One cell over the whole width is a title.
  private static boolean spansAll(List<Cell> row) {
    return row.size() > 1 && row.stream().map(cell -> cell.text().strip()).distinct().count() == 1;
  }

  private static PrintedText headingLine(List<List<Cell>> headings) {
    return IntStream.range(0, headings.getFirst().size())
        .mapToObj(column -> heading(headings, column))
        .reduce((left, right) -> join(left, "\t", right))
        .orElse(PrintedText.EMPTY);
  }

  private static PrintedText heading(List<List<Cell>> headings, int column) {
    var heading = PrintedText.EMPTY;
    var above = "";
    for (var row : headings) {
      var cell = PrintedText.of(row.get(column)).onOneLine();
      var text = cell.text();
      if (!text.isEmpty() && !text.equals(above)) {
        heading = heading.append(" ", cell);
        above = text;
      }
    }
    return heading;
  }

  private static PrintedText line(List<Cell> row) {
    return row.stream()
        .map(cell -> PrintedText.of(cell).onOneLine())
        .reduce((left, right) -> join(left, "\t", right))
        .orElse(PrintedText.EMPTY);
  }

  /// Unlike [PrintedText#append] keeps the separator after an empty text: columns must line up.
  private static PrintedText join(PrintedText left, String separator, PrintedText right) {
    if (!left.isEmpty()) {
      return left.append(separator, right);
    }
    return new PrintedText(separator, List.of(), right.page()).append("", right);
  }

  private boolean isFull(List<PrintedText> body, PrintedText line) {
    var characters = body.stream().mapToInt(row -> row.text().length() + 1).sum();
    return !body.isEmpty()
        && (body.size() >= rowsEach || characters + line.text().length() > MOST_CHARACTERS);
  }

  /// Begins on the page of its first row: what it repeats stands on an earlier one.
  private PrintedText chunk(PrintedText top, List<PrintedText> body) {
    var text = top;
    for (var line : body) {
      text = text.append("\n", line);
    }
    var page = body.getFirst().page();
    return new PrintedText(text.text(), text.lines(), page == null ? table.page() : page);
  }

  private boolean namesGroup(List<Cell> row) {
    return isLabelAlone(row)
        && (blanksAreRare || NAMES_A_GROUP.matcher(row.getFirst().text().strip()).matches());
  }

  private static boolean isLabelAlone(List<Cell> row) {
    return row.size() > 1
        && !row.getFirst().text().isBlank()
        && row.stream().skip(1).allMatch(cell -> cell.text().isBlank());
  }
}
