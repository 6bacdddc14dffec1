package onrecord.corpus.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Puts the pieces of all pages into one flow of paragraphs and tables.
final class Flows {

  private final RightMargin usualMargin;
  private final List<Flow> flows = new ArrayList<>();

  private Flows(List<PageText> pages) {
    usualMargin = RightMargin.usual(pages);
  }

  static List<Flow> of(List<PageText> pages) {
    var flows = new Flows(pages);
    pages.forEach(flows::addPage);
    return List.copyOf(flows.flows);
  }

  private void addPage(PageText page) {
    var pieces = pieces(page);
    var paragraphs = new Paragraphs(usualMargin.of(page.lines()), usualPitch(page.lines()));
    var lines = new ArrayList<Line>();
    var isFirst = true;
    for (var piece : pieces) {
      switch (piece) {
        case Line line -> lines.add(line);
        case Grid grid -> {
          isFirst = addParagraphs(paragraphs.of(lines), isFirst);
          lines.clear();
          addTable(new Sheaf(List.of(grid)), isFirst);
          isFirst = false;
        }
      }
    }
    addParagraphs(paragraphs.of(lines), isFirst);
    paragraphs.of(page.asides()).forEach(flows::add);
  }

  /// Tables without ruled cells are looked for between those with.
  private static List<Piece> pieces(PageText page) {
    var pieces = new ArrayList<Piece>(page.lines());
    pieces.addAll(page.grids());
    pieces.sort(Comparator.comparingDouble(piece -> piece.area().top()));
    var found = new ArrayList<Piece>();
    var lines = new ArrayList<Line>();
    for (var piece : pieces) {
      switch (piece) {
        case Line line -> lines.add(line);
        case Grid grid -> {
          found.addAll(AlignedTables.in(lines));
          lines.clear();
          found.add(grid);
        }
      }
    }
    found.addAll(AlignedTables.in(lines));
    return found;
  }

  private boolean addParagraphs(List<Para> paragraphs, boolean isFirst) {
    var first = isFirst;
    for (var paragraph : paragraphs) {
      if (first
          && !flows.isEmpty()
          && flows.getLast() instanceof Para last
          && last.lastPage() == paragraph.page() - 1
          && Paragraphs.goesOnOverPage(last, paragraph, usualMargin.of(last.lines()))) {
        flows.set(flows.size() - 1, last.and(paragraph));
      } else {
        flows.add(paragraph);
      }
      first = false;
    }
    return first;
  }

  private void addTable(Sheaf table, boolean isFirst) {
    if (isFirst
        && !flows.isEmpty()
        && flows.getLast() instanceof Sheaf last
        && last.lastPage() == table.page() - 1
        && GridJoin.fits(last.grids().getLast(), table.grids().getFirst())) {
      flows.set(flows.size() - 1, last.and(table));
    } else {
      flows.add(table);
    }
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
