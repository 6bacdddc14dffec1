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

  /// Whether one grid can go on with the other: each column edge of the one with fewer is one of
  /// the other's.
  static boolean fits(Grid above, Grid below) {
    var fewer = above.columns() < below.columns() ? above : below;
    var more = fewer == above ? below : above;
    return isNear(above.edges().getFirst(), below.edges().getFirst())
        && isNear(above.edges().getLast(), below.edges().getLast())
        && fewer.edges().stream().allMatch(edge -> indexOf(edge, more.edges()) >= 0);
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

  /// The rows of all parts on the columns of the part with most.
  static List<List<Place>> rows(List<Grid> grids) {
    var edges =
        grids.stream().map(Grid::edges).reduce((a, b) -> b.size() > a.size() ? b : a).orElseThrow();
    var rows = new ArrayList<List<Place>>();
    for (var grid : grids) {
      var more = grid.rows().stream().map(row -> spread(row, grid.edges(), edges)).toList();
      append(rows, withoutRepeatedHeading(rows, more));
    }
    return rows;
  }

  private static List<Place> spread(List<Place> row, List<Double> own, List<Double> edges) {
    if (own.size() == edges.size()) {
      return row;
    }
    var places = new ArrayList<Place>();
    for (var column = 0; column < edges.size() - 1; column++) {
      var at = indexOf(edges.get(column), own);
      if (at >= 0 && at < row.size()) {
        places.add(row.get(at));
      } else {
        var left = places.isEmpty() ? 0 : places.getLast().left() + 1;
        places.add(Place.coveredFrom(0, left));
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
