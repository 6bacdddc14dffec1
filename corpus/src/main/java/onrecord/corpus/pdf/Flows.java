package onrecord.corpus.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Puts the pieces of all pages into one flow of paragraphs and tables.
final class Flows {

  private final RightMargin usualMargin;
  private final List<Flow> flows = new ArrayList<>();

  /// Whether what comes next begins a page or a column, and so may go on with what came last.
  private boolean begins;

  private Flows(List<PageText> pages) {
    usualMargin = RightMargin.usual(pages);
  }

  static List<Flow> of(List<PageText> pages) {
    var flows = new Flows(pages);
    pages.forEach(flows::addPage);
    return List.copyOf(flows.flows);
  }

  private void addPage(PageText page) {
    var pieces = new ArrayList<Piece>(page.lines());
    pieces.addAll(page.grids());
    pieces.sort(Comparator.comparingDouble(piece -> piece.area().top()));
    var margin = usualMargin.of(page.lines());
    var lines = new ArrayList<Line>();
    begins = true;
    for (var piece : pieces) {
      switch (piece) {
        case Line line -> lines.add(line);
        case Grid grid -> {
          addLines(lines, margin);
          lines.clear();
          addTable(grid);
        }
      }
    }
    addLines(lines, margin);
    addColumn(page.asides(), margin);
  }

  private void addLines(List<Line> lines, RightMargin pageMargin) {
    var columns = TextColumns.of(List.copyOf(lines));
    for (var column : columns) {
      begins |= columns.size() > 1;
      addColumn(column, columns.size() > 1 ? usualMargin.ofColumn(column) : pageMargin);
    }
  }

  private void addColumn(List<Line> column, RightMargin margin) {
    var paragraphs = new Paragraphs(margin, usualPitch(column));
    var lines = new ArrayList<Line>();
    for (var piece : AlignedTables.in(column)) {
      switch (piece) {
        case Line line -> lines.add(line);
        case Grid grid -> {
          addParagraphs(paragraphs.of(lines));
          lines.clear();
          addTable(grid);
        }
      }
    }
    addParagraphs(paragraphs.of(lines));
  }

  private void addParagraphs(List<Para> paragraphs) {
    for (var paragraph : paragraphs) {
      if (begins
          && !flows.isEmpty()
          && flows.getLast() instanceof Para last
          && last.lastPage() >= paragraph.page() - 1
          && Paragraphs.goesOnOverPage(last, paragraph, usualMargin.of(last.lines()))) {
        flows.set(flows.size() - 1, last.and(paragraph));
      } else {
        flows.add(paragraph);
      }
      begins = false;
    }
  }

  private void addTable(Grid grid) {
    var table = new Sheaf(List.of(grid));
    if (begins
        && !flows.isEmpty()
        && flows.getLast() instanceof Sheaf last
        && last.lastPage() == table.page() - 1
        && GridJoin.fits(last.grids().getLast(), grid)) {
      flows.set(flows.size() - 1, last.and(table));
    } else {
      flows.add(table);
    }
    begins = false;
  }

  private static double usualPitch(List<Line> lines) {
    var pitches = new ArrayList<Double>();
    for (var i = 1; i < lines.size(); i++) {
      var pitch = lines.get(i).area().middle() - lines.get(i - 1).area().middle();
      if (pitch > 0.5 * lines.get(i).size() && pitch < 3.5 * lines.get(i).size()) {
        pitches.add(pitch);
      }
    }
    pitches.sort(null);
    return pitches.isEmpty() ? 0 : pitches.get(pitches.size() / 2);
  }
}
