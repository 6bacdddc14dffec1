package onrecord.corpus.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import onrecord.corpus.document.Block.Cell;
import onrecord.corpus.document.Block.Heading;
import onrecord.corpus.document.Block.Paragraph;
import onrecord.corpus.document.Block.Table;

/// Takes out of tables what is prose in truth: the record of a meeting in one cell, a list of
/// questions with a column of answers, a description of many sentences beside its label.
final class Unfolding {

  /// Deeper than any heading of a document.
  private static final int CELL_LEVEL = 20;

  private final List<Part> parts = new ArrayList<>();

  private Unfolding() {}

  static List<Part> of(List<Block> blocks) {
    var unfolding = new Unfolding();
    for (var block : blocks) {
      switch (block) {
        case Heading heading ->
            unfolding.parts.add(
                new Part.Headed(
                    heading.level(),
                    new PrintedText(heading.text(), heading.lines(), heading.page()).onOneLine()));
        case Paragraph paragraph ->
            unfolding.say(new PrintedText(paragraph.text(), paragraph.lines(), paragraph.page()));
        case Table table -> unfolding.unfold(table);
      }
    }
    return List.copyOf(unfolding.parts);
  }

  private void say(PrintedText text) {
    for (var turn : Dialogue.turns(text)) {
      parts.add(new Part.Said(turn));
    }
  }

  private void unfold(Table table) {
    var asked = column(table, ".*(?:问题|提问|问询).*|Questions?");
    var answered = column(table, ".*(?:回复|答复|回答|解答).*|Answers?");
    if (asked >= 0 && answered >= 0 && asked != answered) {
      unfoldDialogue(table, asked, answered);
    } else {
      unfoldLongCells(table);
    }
  }

  private static int column(Table table, String heading) {
    if (table.headingRows() == 0) {
      return -1;
    }
    var cells = table.rows().getFirst();
    for (var column = 0; column < cells.size(); column++) {
      if (cells.get(column).text().strip().matches(heading)) {
        return column;
      }
    }
    return -1;
  }

  private void unfoldDialogue(Table table, int asked, int answered) {
    var number = 0;
    for (var row : table.rows().subList(table.headingRows(), table.rows().size())) {
      number++;
      parts.add(new Part.Asked(Integer.toString(number), row.get(asked).text().strip()));
      parts.add(new Part.Said(PrintedText.of(row.get(answered))));
    }
    parts.add(new Part.Closed());
  }

  private void unfoldLongCells(Table table) {
    var kept = new ArrayList<>(table.rows().subList(0, table.headingRows()));
    for (var row : table.rows().subList(table.headingRows(), table.rows().size())) {
      if (isProse(row)) {
        keep(table, kept);
        tell(row);
      } else {
        kept.add(row);
      }
    }
    keep(table, kept);
  }

  private void keep(Table table, List<List<Cell>> rows) {
    if (rows.size() > table.headingRows()) {
      var page =
          rows.getLast().stream()
              .map(cell -> PrintedText.of(cell).page())
              .filter(Objects::nonNull)
              .findFirst()
              .orElse(table.page());
      parts.add(
          new Part.Tabled(
              new Table(
                  table.caption(),
                  table.headingRows(),
                  List.copyOf(rows),
                  rows.size() == table.rows().size() ? table.page() : page)));
    }
    rows.subList(table.headingRows(), rows.size()).clear();
  }

  private static boolean isProse(List<Cell> row) {
    var filled = row.stream().filter(cell -> !cell.text().isBlank()).toList();
    return filled.size() <= 2
        && filled.stream()
            .anyMatch(cell ->
                Length.of(cell.text()) > Length.LIMIT
                    || Dialogue.isMarkedIn(
                        Dialogue.turns(PrintedText.of(cell)).stream()
                            .flatMap(turn -> turn.text().lines())
                            .toList()));
  }

  private void tell(List<Cell> row) {
    var filled = row.stream().filter(cell -> !cell.text().isBlank()).map(PrintedText::of).toList();
    if (filled.size() == 2 && Length.of(filled.getFirst().text()) <= 40) {
      parts.add(new Part.Headed(CELL_LEVEL, filled.getFirst().onOneLine()));
      tell(filled.getLast());
    } else {
      filled.forEach(this::tell);
    }
    parts.add(new Part.Closed());
  }

  private void tell(PrintedText cell) {
    var start = 0;
    for (var line : cell.text().split("\n", -1)) {
      var end = start + line.length();
      if (!line.isBlank()) {
        say(cell.slice(start, end));
      }
      start = end + 1;
    }
  }
}
