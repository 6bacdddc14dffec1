package onrecord.corpus.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import onrecord.corpus.pdf.Grid.Place;

/// Joins the parts of a table that a page break divides.
final class GridJoin {

  /// Column edges this close, in points, are the same.
  private static final double SAME_EDGE = 5;

  private GridJoin() {}

  /// Whether one grid can go on with the other: both are as wide, and the cells of the last row of
  /// the one begin where those of the first row of the other do.
  static boolean fits(Grid above, Grid below) {
    var upper = beginnings(above, above.rows().getLast());
    var lower = beginnings(below, below.rows().getFirst());
    var isUpperFewer = upper.size() < lower.size();
    var fewer = isUpperFewer ? upper : lower;
    var more = isUpperFewer ? lower : upper;
    return isNear(above.edges().getFirst(), below.edges().getFirst())
        && isNear(above.edges().getLast(), below.edges().getLast())
        && fewer.stream().allMatch(edge -> indexOf(edge, more) >= 0)
        && (fewer.size() > 1 || above.columns() == below.columns())
        && !hasOtherHeadings(above, below);
  }

  private static boolean hasOtherHeadings(Grid above, Grid below) {
    for (var row = 0; row < below.headings(); row++) {
      if (row >= above.headings()
          || !texts(above.rows().get(row)).equals(texts(below.rows().get(row)))) {
        return true;
      }
    }
    return false;
  }

  private static List<Double> beginnings(Grid grid, List<Place> row) {
    return IntStream.range(0, row.size())
        .filter(column -> row.get(column).left() == 0)
        .mapToObj(grid.edges()::get)
        .toList();
  }

  private static boolean isNear(double a, double b) {
    return Math.abs(a - b) <= SAME_EDGE;
  }

  private static int indexOf(double edge, List<Double> edges) {
    for (var i = 0; i < edges.size(); i++) {
      if (isNear(edge, edges.get(i))) {
        return i;
      }
    }
    return -1;
  }

  /// The rows of all parts on the columns of all parts.
  static List<List<Place>> rows(List<Grid> grids) {
    var edges = edges(grids);
    var rows = new ArrayList<List<Place>>();
    for (var grid : grids) {
      var more = grid.rows().stream().map(row -> spread(row, grid.edges(), edges)).toList();
      append(rows, withoutRepeatedHeading(rows, more));
    }
    return rows;
  }

  private static List<Double> edges(List<Grid> grids) {
    var all = grids.stream().flatMap(grid -> grid.edges().stream()).sorted().toList();
    var edges = new ArrayList<Double>();
    for (var edge : all) {
      if (indexOf(edge, edges) < 0) {
        edges.add(edge);
      }
    }
    return edges;
  }

  private static List<Place> spread(List<Place> row, List<Double> own, List<Double> edges) {
    if (own.size() == edges.size()) {
      return row;
    }
    var places = new ArrayList<Place>();
    for (var column = 0; column < edges.size() - 1; column++) {
      var at = indexOf(edges.get(column), own);
      if (at >= 0 && at < row.size()) {
        var place = row.get(at);
        var origin = indexOf(own.get(at - place.left()), edges);
        places.add(place.movedLeft(column - origin));
      } else {
        var left = places.isEmpty() ? 0 : places.getLast().left() + 1;
        var up = places.isEmpty() ? 0 : places.getLast().up();
        places.add(Place.coveredFrom(up, left));
      }
    }
    return places;
  }

  private static List<List<Place>> withoutRepeatedHeading(
      List<List<Place>> above, List<List<Place>> below) {
    var repeated = 0;
    while (repeated < Math.min(above.size(), below.size())
        && repeated < below.size() - 1
        && texts(above.get(repeated)).equals(texts(below.get(repeated)))) {
      repeated++;
    }
    return below.subList(repeated, below.size());
  }

  private static List<String> texts(List<Place> row) {
    return row.stream().map(place -> place.cell().text().replaceAll("\\s", "")).toList();
  }

  private static void append(List<List<Place>> rows, List<List<Place>> more) {
    if (rows.isEmpty() || more.isEmpty() || !goesOn(rows.getLast(), more.getFirst())) {
      rows.addAll(more);
      return;
    }
    rows.set(rows.size() - 1, joined(rows.getLast(), more.getFirst()));
    rows.addAll(more.subList(1, more.size()));
  }

  /// Whether a row that stands first on a page is the rest of the row that ended the page before:
  /// what it holds goes on with cells whose last lines are full, and it holds no figure of its own.
  private static boolean goesOn(List<Place> above, List<Place> below) {
    var filled =
        IntStream.range(0, below.size()).filter(column -> !below.get(column).isEmpty()).toArray();
    if (filled.length == 0 || filled.length == below.size()) {
      return false;
    }
    for (var column : filled) {
      var upper = above.get(column);
      if (!upper.full()
          || upper.isEmpty()
          || isSpanning(above, column) != isSpanning(below, column)
          || CellText.isNumber(below.get(column).cell().text())
          || CellText.isNumber(upper.cell().text())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSpanning(List<Place> row, int column) {
    return column + 1 < row.size() && row.get(column + 1).left() > 0;
  }

  private static List<Place> joined(List<Place> above, List<Place> below) {
    var row = new ArrayList<Place>();
    for (var column = 0; column < above.size(); column++) {
      var upper = above.get(column);
      var lower = below.get(column);
      var cell = new JoinedText().add(upper.cell()).add(lower.cell()).cell();
      row.add(
          new Place(cell, upper.up(), upper.left(), upper.bold(), upper.centred(), lower.full()));
    }
    return row;
  }
}
