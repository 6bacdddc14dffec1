package onrecord.corpus.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The columns of a table without ruled cells, from left to right; the first holds labels.
///
/// @param columns at least two
record Columns(List<Column> columns) {

  /// @param left the leftmost place of its figures or words
  /// @param right the rightmost
  /// @param figures whether it holds figures
  record Column(double left, double right, boolean figures) {

    double centre() {
      return (left + right) / 2;
    }

    double overlap(Area area) {
      return Math.min(right, area.right()) - Math.max(left, area.left());
    }
  }

  Columns {
    columns = List.copyOf(columns);
  }

  /// The columns that the tokens of rows with figures make.
  static Columns of(List<List<Token>> rows) {
    var figures = new ArrayList<Area>();
    var words = new ArrayList<Area>();
    for (var row : rows) {
      for (var i = 0; i < row.size(); i++) {
        var token = row.get(i);
        if (token.isNumber() && i > 0) {
          figures.add(token.area());
        } else if (!token.isNothing() && !token.isNumber()) {
          words.add(token.area());
        }
      }
    }
    addUnlabelled(rows, figures);
    var columns = new ArrayList<Column>();
    for (var area : merged(figures)) {
      columns.add(new Column(area.left(), area.right(), true));
    }
    if (columns.isEmpty()) {
      return new Columns(List.of());
    }
    var labelEnd = columns.getFirst().left;
    var labels = words.stream().filter(area -> area.left() < labelEnd).toList();
    columns.addAll(labelColumns(labels, labelEnd, rows.size()));
    columns.addAll(wordColumns(words, figures, labelEnd));
    columns.sort(Comparator.comparingDouble(Column::left));
    return new Columns(columns);
  }

  /// A figure that begins a row is one of a column only if it stands clear of the labels; a number
  /// may end a label that takes two lines.
  private static void addUnlabelled(List<List<Token>> rows, List<Area> figures) {
    var start = figures.stream().mapToDouble(Area::left).min().orElse(0);
    rows.stream()
        .filter(FigureRow::isAllFigures)
        .map(row -> row.getFirst().area())
        .filter(area -> area.right() > start)
        .forEach(figures::add);
  }

  private static List<Area> merged(List<Area> areas) {
    var sorted = new ArrayList<>(areas);
    sorted.sort(Comparator.comparingDouble(Area::left));
    var merged = new ArrayList<Area>();
    for (var area : sorted) {
      if (!merged.isEmpty() && area.left() < merged.getLast().right()) {
        merged.set(merged.size() - 1, merged.getLast().union(area));
      } else {
        merged.add(area);
      }
    }
    return merged;
  }

  /// Labels make one column, unless each row has several of them at the same places.
  private static List<Column> labelColumns(List<Area> labels, double end, int rows) {
    if (labels.isEmpty()) {
      return List.of(new Column(end - 2, end - 1, false));
    }
    var groups = merged(labels);
    var areSeparate =
        groups.stream()
            .allMatch(
                group -> 2 * labels.stream().filter(area -> isIn(area, group)).count() > rows);
    if (areSeparate) {
      return groups.stream().map(group -> new Column(group.left(), group.right(), false)).toList();
    }
    var all = labels.stream().reduce(Area::union).orElseThrow();
    return List.of(new Column(all.left(), Math.min(all.right(), end - 1), false));
  }

  private static boolean isIn(Area area, Area group) {
    return area.left() >= group.left() && area.right() <= group.right();
  }

  /// Words right of the first figures that stand below each other, clear of all figures.
  private static List<Column> wordColumns(List<Area> words, List<Area> figures, double start) {
    var clear =
        words.stream()
            .filter(area -> area.left() >= start)
            .filter(area -> figures.stream().noneMatch(figure -> overlaps(area, figure)))
            .toList();
    return merged(clear).stream()
        .filter(group -> clear.stream().filter(area -> isIn(area, group)).count() >= 2)
        .map(group -> new Column(group.left(), group.right(), false))
        .toList();
  }

  private static boolean overlaps(Area a, Area b) {
    return a.left() < b.right() && b.left() < a.right();
  }

  int count() {
    return columns.size();
  }

  Column get(int column) {
    return columns.get(column);
  }

  /// Where figures begin: the left edge of the first column of figures.
  double figuresStart() {
    return columns.stream().filter(Column::figures).mapToDouble(Column::left).min().orElse(0);
  }

  /// Where the first column of figures stands.
  Area firstFigures() {
    var first = columns.stream().filter(Column::figures).findFirst().orElse(columns.getLast());
    return new Area(first.left, 0, first.right, 0);
  }

  /// The column in which a token stands: the one that it covers most, else the nearest.
  int of(Area area) {
    var best = 0;
    for (var i = 1; i < columns.size(); i++) {
      if (columns.get(i).overlap(area) > columns.get(best).overlap(area)) {
        best = i;
      }
    }
    return best;
  }

  /// Edges by which the parts of a table are recognised on other pages: columns of figures end at
  /// the same place there, however wide the figures.
  List<Double> edges() {
    var edges = new ArrayList<Double>();
    edges.add(columns.getFirst().left);
    for (var i = 1; i < columns.size(); i++) {
      edges.add(
          i == 1
              ? Math.max(edges.getFirst() + 1, columns.get(1).right - 40)
              : columns.get(i - 1).right);
    }
    edges.add(columns.getLast().right);
    return edges;
  }
}
