package onrecord.corpus.pdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/// Drawn lines that touch each other, and the cells that they mark off.
///
/// @param xs the edges of columns, from the left
/// @param ys the edges of rows, from the top
record Ruling(List<Stroke> across, List<Stroke> down, List<Double> xs, List<Double> ys) {

  /// Lines whose ends are this close, in points, touch.
  private static final double TOUCH = 2.6;

  /// Edges closer than this, in points, are one.
  private static final double SAME_EDGE = 3.5;

  /// Longer than a row of text is high, in points.
  private static final double LONG_LINE = 40;

  /// With more pairs of lines than this a drawing is a chart.
  private static final long MOST_PAIRS = 2_000_000;

  /// A table with more places than this is a pattern.
  private static final long MOST_PLACES = 10_000;

  /// The groups of touching lines that mark off more than one cell.
  static List<Ruling> on(Sheet sheet) {
    var across = sheet.horizontals();
    if ((long) across.size() * sheet.verticals().size() > MOST_PAIRS) {
      return List.of();
    }
    var down = sheet.verticals().stream().filter(line -> isHeld(line, across)).toList();
    var groups = new Groups(across.size() + down.size());
    for (var i = 0; i < across.size(); i++) {
      for (var j = 0; j < down.size(); j++) {
        if (touch(across.get(i), down.get(j))) {
          groups.join(i, across.size() + j);
        }
      }
    }
    var acrossByGroup = new LinkedHashMap<Integer, List<Stroke>>();
    var downByGroup = new LinkedHashMap<Integer, List<Stroke>>();
    for (var i = 0; i < across.size(); i++) {
      acrossByGroup.computeIfAbsent(groups.of(i), _ -> new ArrayList<>()).add(across.get(i));
    }
    for (var j = 0; j < down.size(); j++) {
      downByGroup
          .computeIfAbsent(groups.of(across.size() + j), _ -> new ArrayList<>())
          .add(down.get(j));
    }
    var rulings = new ArrayList<Ruling>();
    acrossByGroup.forEach((group, rows) -> {
      var columns = downByGroup.getOrDefault(group, List.of());
      var ruling = of(rows, columns);
      var places = (long) ruling.columns() * ruling.rows();
      if (!columns.isEmpty() && places > 1 && places <= MOST_PLACES) {
        rulings.add(ruling);
      }
    });
    return rulings;
  }

  /// The edges of shaded rows are short and reach no line, or one at one end only.
  private static boolean isHeld(Stroke down, List<Stroke> across) {
    var top = across.stream().anyMatch(line -> endsAt(line, down.from(), down.at()));
    var bottom = across.stream().anyMatch(line -> endsAt(line, down.to(), down.at()));
    return (top && bottom) || down.length() > LONG_LINE;
  }

  private static boolean endsAt(Stroke across, double end, double at) {
    return Math.abs(across.at() - end) <= TOUCH
        && across.from() - TOUCH <= at
        && at <= across.to() + TOUCH;
  }

  private static boolean touch(Stroke across, Stroke down) {
    return across.from() - TOUCH <= down.at()
        && down.at() <= across.to() + TOUCH
        && down.from() - TOUCH <= across.at()
        && across.at() <= down.to() + TOUCH;
  }

  /// Lines that stick out beyond the outermost crossing line mark off open cells.
  private static Ruling of(List<Stroke> across, List<Stroke> down) {
    return new Ruling(across, down, edges(down, across), edges(across, down));
  }

  private static List<Double> edges(List<Stroke> lines, List<Stroke> crossing) {
    var places =
        Stream.concat(
                lines.stream().map(Stroke::at),
                crossing.stream().flatMap(stroke -> Stream.of(stroke.from(), stroke.to())))
            .sorted()
            .toList();
    var drawn = lines.stream().mapToDouble(Stroke::at).toArray();
    var edges = new ArrayList<Double>();
    for (var place : places) {
      var isOuter = place.equals(places.getFirst()) || place.equals(places.getLast());
      var isDrawn = Arrays.stream(drawn).anyMatch(at -> at == place);
      if (!isOuter && !isDrawn) {
        continue;
      }
      if (edges.isEmpty() || place - edges.getLast() > SAME_EDGE) {
        edges.add(place);
      }
    }
    return edges;
  }

  int columns() {
    return xs.size() - 1;
  }

  int rows() {
    return ys.size() - 1;
  }

  Area area() {
    return new Area(xs.getFirst(), ys.getFirst(), xs.getLast(), ys.getLast());
  }

  /// Which column a place from the left falls in; -1 outside.
  int column(double x) {
    return interval(xs, x);
  }

  /// Which row a place from the top falls in; -1 outside.
  int row(double y) {
    return interval(ys, y);
  }

  private static int interval(List<Double> edges, double place) {
    var index = Collections.binarySearch(edges, place);
    var interval = index >= 0 ? index : -index - 2;
    return interval < 0 || interval >= edges.size() - 1 ? -1 : interval;
  }

  /// For each place, in rows from the top, the number of the first place of its cell.
  ///
  /// A cell spans places that no line divides. Where these do not make a rectangle, the places of a
  /// row stay together and the rows apart.
  int[] cells() {
    var cells = new Groups(rows() * columns());
    for (var row = 0; row < rows(); row++) {
      for (var column = 0; column < columns(); column++) {
        var place = row * columns() + column;
        if (column + 1 < columns() && !isDivided(down, xs.get(column + 1), middle(ys, row))) {
          cells.join(place, place + 1);
        }
        if (row + 1 < rows() && !isDivided(across, ys.get(row + 1), middle(xs, column))) {
          cells.join(place, place + columns());
        }
      }
    }
    var first = new int[rows() * columns()];
    Arrays.setAll(first, cells::of);
    splitWhatIsNoRectangle(first);
    return first;
  }

  private static double middle(List<Double> edges, int interval) {
    return (edges.get(interval) + edges.get(interval + 1)) / 2;
  }

  private static boolean isDivided(List<Stroke> lines, double edge, double place) {
    return lines.stream()
        .anyMatch(line -> Math.abs(line.at() - edge) <= SAME_EDGE && line.covers(place));
  }

  private void splitWhatIsNoRectangle(int[] first) {
    var places = new LinkedHashMap<Integer, List<Integer>>();
    for (var place = 0; place < first.length; place++) {
      places.computeIfAbsent(first[place], _ -> new ArrayList<>()).add(place);
    }
    for (var cell : places.values()) {
      if (!isRectangle(cell)) {
        splitIntoRows(cell, first);
      }
    }
  }

  private boolean isRectangle(List<Integer> places) {
    var left = places.stream().mapToInt(place -> place % columns()).min().orElse(0);
    var right = places.stream().mapToInt(place -> place % columns()).max().orElse(0);
    var height = places.getLast() / columns() - places.getFirst() / columns() + 1;
    return places.size() == height * (right - left + 1);
  }

  private void splitIntoRows(List<Integer> places, int[] first) {
    for (var place : places) {
      var hasLeft =
          place % columns() > 0
              && places.contains(place - 1)
              && !isDivided(down, xs.get(place % columns()), middle(ys, place / columns()));
      first[place] = hasLeft ? first[place - 1] : place;
    }
  }
}
