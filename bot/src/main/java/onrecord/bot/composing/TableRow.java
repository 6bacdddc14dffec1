package onrecord.bot.composing;

import java.util.ArrayList;
import java.util.List;
import onrecord.bot.finding.Quote;

/// Shows a row of a table as a line: each cell under its column heading, nothing added but
/// punctuation.
final class TableRow {

  private TableRow() {}

  /// `电话：董事会秘书 0744-8288630；证券事务代表 0744-8288631`, or `注册地址：…` where the table has but two columns.
  static String shown(Quote quote) {
    var cells = List.of(quote.words().split("\t", -1));
    var headings = headings(quote, cells.size());
    var label = cells.getFirst().strip();
    var shown = new ArrayList<String>();
    for (int i = 1; i < cells.size(); i++) {
      var cell = cells.get(i).strip();
      if (!cell.isEmpty()) {
        shown.add(heading(headings, i, cells.size()) + cell);
      }
    }
    return shown.isEmpty() ? label : label + "：" + String.join("；", shown);
  }

  private static String heading(List<String> headings, int column, int columns) {
    return columns <= 2 || column >= headings.size() || headings.get(column).isBlank()
        ? ""
        : headings.get(column).strip() + " ";
  }

  /// The cells of the table's heading line: the last line before the quoted row that has as many
  /// cells and no figures.
  private static List<String> headings(Quote quote, int columns) {
    var before = quote.passage().text().substring(0, quote.start());
    return before
        .lines()
        .limit(2)
        .filter(line -> line.split("\t", -1).length == columns)
        .findFirst()
        .map(line -> List.of(line.split("\t", -1)))
        .orElse(List.of());
  }
}
