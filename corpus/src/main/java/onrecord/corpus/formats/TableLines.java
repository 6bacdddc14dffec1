package onrecord.corpus.formats;

import java.util.stream.Collectors;
import onrecord.corpus.document.Block;

/// A table within a cell, flattened: a line for each row.
final class TableLines {

  private TableLines() {}

  static String of(Block.Table table) {
    var rows =
        table.rows().stream()
            .map(row ->
                row.stream()
                    .map(cell -> cell.text().replace('\n', ' '))
                    .filter(text -> !text.isBlank())
                    .collect(Collectors.joining(" ")))
            .collect(Collectors.joining("\n"));
    return table.caption().isEmpty() ? rows : table.caption() + "\n" + rows;
  }
}
