package onrecord.corpus.pdf;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds the tables of a sheet whose cells are marked off by drawn lines.
final class RuledTables {

  /// How far from its cell's edge, in font sizes, a line may end and still be full.
  private static final double FULL_WITHIN = 1.6;

  /// @param grids the tables found
  /// @param rest the characters outside of them
  record Found(List<Grid> grids, List<Glyph> rest) {}

  private final Sheet sheet;
  private final LineFinder lineFinder;

  RuledTables(Sheet sheet) {
    this.sheet = sheet;
    this.lineFinder = new LineFinder(sheet);
  }

  Found find() {
    var rest = sheet.glyphs();
    var grids = new ArrayList<Grid>();
    for (var ruling : Ruling.on(sheet)) {
      var split =
          rest.stream().collect(Collectors.partitioningBy(glyph -> isInside(ruling, glyph)));
      var grid = grid(ruling, split.getOrDefault(true, List.of()));
      if (grid != null) {
        grids.add(grid);
        rest = split.getOrDefault(false, List.of());
      }
    }
    return new Found(grids, rest);
  }

  private static boolean isInside(Ruling ruling, Glyph glyph) {
    return ruling.column(glyph.centre()) >= 0 && ruling.row(glyph.middle()) >= 0;
  }

  private @Nullable Grid grid(Ruling ruling, List<Glyph> glyphs) {
    var first = ruling.cells();
    var glyphsByCell = new HashMap<Integer, List<Glyph>>();
    for (var glyph : glyphs) {
      var place = ruling.row(glyph.middle()) * ruling.columns() + ruling.column(glyph.centre());
      glyphsByCell.computeIfAbsent(first[place], _ -> new ArrayList<>()).add(glyph);
    }
    var filled =
        glyphsByCell.values().stream()
            .filter(cell -> !cell.stream().allMatch(Glyph::isBlank))
            .count();
    if (filled < 2) {
      return null;
    }
    var columns = usedColumns(ruling, first, glyphsByCell);
    if (columns.size() < 2 || hasUnruledCells(glyphsByCell.values())) {
      return null;
    }
    return new Grid(
        sheet.page(),
        ruling.area(),
        0,
        edges(ruling, columns),
        rows(ruling, columns, first, glyphsByCell));
  }

  /// Whether the lines do not mark off all cells: some hold figures below each other, or a label
  /// and its figures.
  private boolean hasUnruledCells(Collection<List<Glyph>> cells) {
    var stacked = 0;
    var labelled = 0;
    for (var cell : cells) {
      var lines = lineFinder.lines(cell);
      stacked += isStackOfFigures(lines) ? 1 : 0;
      labelled += lines.stream().anyMatch(RuledTables::isLabelWithFigure) ? 1 : 0;
    }
    return stacked >= 2 || 5 * labelled > cells.size();
  }

  /// A figure that takes several lines is no stack.
  private static boolean isStackOfFigures(List<Line> lines) {
    return lines.size() > 1
        && lines.stream().allMatch(line -> CellText.isNumber(line.text()))
        && !CellText.isNumber(JoinedText.of(lines).text());
  }

  private static boolean isLabelWithFigure(Line line) {
    var runs = line.runs();
    if (runs.size() < 2 || !CellText.isNumber(runs.getLast().text())) {
      return false;
    }
    var gap = runs.getLast().area().left() - runs.get(runs.size() - 2).area().right();
    return gap > 3 * line.size() && !CellText.isNumber(runs.getFirst().text());
  }

  /// Columns in which a cell begins; others come from lines drawn twice.
  private static List<Integer> usedColumns(
      Ruling ruling, int[] first, Map<Integer, List<Glyph>> glyphsByCell) {
    var used = new ArrayList<Integer>();
    for (var column = 0; column < ruling.columns(); column++) {
      var wide = ruling.xs().get(column + 1) - ruling.xs().get(column) > 6;
      var begins = false;
      for (var row = 0; row < ruling.rows() && !begins; row++) {
        var place = row * ruling.columns() + column;
        begins =
            first[place] == place
                && (wide
                    || glyphsByCell.containsKey(place)
                    || (column + 1 < ruling.columns() && first[place + 1] == place));
      }
      if (begins) {
        used.add(column);
      }
    }
    return used;
  }

  private static List<Double> edges(Ruling ruling, List<Integer> columns) {
    var edges = new ArrayList<Double>();
    columns.forEach(column -> edges.add(ruling.xs().get(column)));
    edges.add(ruling.xs().getLast());
    return edges;
  }

  private List<List<Grid.Place>> rows(
      Ruling ruling, List<Integer> columns, int[] first, Map<Integer, List<Glyph>> glyphsByCell) {
    var rows = new ArrayList<List<Grid.Place>>();
    for (var row = 0; row < ruling.rows(); row++) {
      var places = new ArrayList<Grid.Place>();
      for (var column : columns) {
        var place = row * ruling.columns() + column;
        var origin = first[place];
        places.add(
            origin == place
                ? place(ruling, first, place, glyphsByCell.getOrDefault(place, List.of()))
                : Grid.Place.coveredFrom(
                    row - origin / ruling.columns(),
                    columns.indexOf(column) - columns.indexOf(origin % ruling.columns())));
      }
      rows.add(places);
    }
    return rows;
  }

  private Grid.Place place(Ruling ruling, int[] first, int place, List<Glyph> glyphs) {
    var lines = lineFinder.lines(glyphs);
    if (lines.isEmpty()) {
      return Grid.Place.EMPTY;
    }
    var column = place % ruling.columns();
    var end = column + 1;
    while (end < ruling.columns() && first[place - column + end] == place) {
      end++;
    }
    return place(lines, ruling.xs().get(column), ruling.xs().get(end));
  }

  static Grid.Place place(List<Line> lines, double left, double right) {
    var last = lines.getLast();
    var widest = lines.stream().map(Line::area).reduce(Area::union).orElseThrow();
    var slackLeft = widest.left() - left;
    var slackRight = right - widest.right();
    return new Grid.Place(
        JoinedText.of(lines).cell(),
        0,
        0,
        lines.stream().allMatch(Line::bold),
        Math.abs(slackLeft - slackRight) < 0.9 * last.size(),
        right - last.area().right() < FULL_WITHIN * last.size());
  }
}
