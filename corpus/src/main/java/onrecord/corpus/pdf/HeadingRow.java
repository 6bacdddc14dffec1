package onrecord.corpus.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import onrecord.corpus.pdf.Grid.Place;

/// Puts the words of a heading line over the columns of a table.
final class HeadingRow {

  /// A heading stands over the middle of its columns, give or take so many font sizes, and such a
  /// share of the distance from the first to the last of them: figures and years stand at the right
  /// of their columns.
  private static final double OFF_CENTRE = 1.5;

  private static final double OFF_CENTRE_SHARE = 0.2;

  private final Columns columns;
  private final double[] centres;

  HeadingRow(Columns columns) {
    this.columns = columns;
    centres = columns.columns().stream().mapToDouble(Columns.Column::centre).toArray();
  }

  /// The rows of heading lines, from top to bottom.
  ///
  /// They are read from below, since a heading that spans columns stands over the middle of the
  /// headings below it, which need not be the middle of the figures.
  static List<List<Place>> places(List<List<Token>> lines, Columns columns) {
    var reader = new HeadingRow(columns);
    var rows = new ArrayList<List<Place>>();
    for (var line : lines.reversed()) {
      rows.addFirst(reader.places(line));
    }
    return rows;
  }

  private List<Place> places(List<Token> tokens) {
    var places = new ArrayList<Place>();
    for (var i = 0; i < columns.count(); i++) {
      places.add(Place.EMPTY);
    }
    var start = columns.figuresStart();
    var labels = tokens.stream().filter(token -> isOverLabels(token, start)).toList();
    var headings = tokens.stream().filter(token -> !isOverLabels(token, start)).toList();
    labels.forEach(token -> add(token, columns.of(token.area()), places));
    if (!spread(headings, places)) {
      headings.forEach(token -> addAlone(token, places));
    }
    return places;
  }

  private boolean isOverLabels(Token token, double start) {
    return token.area().centre() < start && !columns.get(columns.of(token.area())).figures();
  }

  private static void add(Token token, int column, List<Place> places) {
    var cell =
        new JoinedText().add(places.get(column).cell()).add(token.text(), token.box()).cell();
    places.set(column, new Place(cell, 0, 0, token.bold(), true, false));
  }

  /// A heading over the middle of two columns spans both; others stand over one.
  private void addAlone(Token heading, List<Place> places) {
    var column = columns.of(heading.area());
    var centre = heading.area().centre();
    var next = centre < centres[column] ? column - 1 : column + 1;
    var isBetween =
        next > 0
            && next < columns.count()
            && Math.abs(centre - centres[column]) > OFF_CENTRE * heading.size()
            && Math.abs((centres[column] + centres[next]) / 2 - centre)
                < OFF_CENTRE * heading.size()
            && places.get(next).isEmpty()
            && places.get(column).isEmpty();
    if (isBetween) {
      add(heading, Math.min(column, next), places);
      places.set(Math.max(column, next), Place.coveredFrom(0, 1));
    } else {
      add(heading, column, places);
      centres[column] = centre;
    }
  }

  /// Fewer headings than columns span the columns that they stand over the middle of.
  private boolean spread(List<Token> headings, List<Place> places) {
    var figures =
        IntStream.range(0, columns.count())
            .filter(column -> columns.get(column).left() >= columns.figuresStart())
            .boxed()
            .toList();
    if (headings.isEmpty() || headings.size() >= figures.size()) {
      return false;
    }
    var groups = new ArrayList<List<Integer>>();
    headings.forEach(_ -> groups.add(new ArrayList<>()));
    for (var column : figures) {
      groups.get(nearest(headings, centres[column])).add(column);
    }
    for (var i = 0; i < groups.size(); i++) {
      if (!isCentredOver(headings.get(i), groups.get(i))) {
        return false;
      }
    }
    for (var i = 0; i < groups.size(); i++) {
      var group = groups.get(i);
      add(headings.get(i), group.getFirst(), places);
      for (var column : group.subList(1, group.size())) {
        places.set(column, Place.coveredFrom(0, column - group.getFirst()));
      }
    }
    return true;
  }

  private static int nearest(List<Token> headings, double centre) {
    return IntStream.range(0, headings.size())
        .boxed()
        .min(
            Comparator.comparingDouble(
                heading -> Math.abs(headings.get(heading).area().centre() - centre)))
        .orElseThrow();
  }

  private boolean isCentredOver(Token heading, List<Integer> group) {
    if (group.isEmpty()) {
      return false;
    }
    var first = centres[group.getFirst()];
    var last = centres[group.getLast()];
    return Math.abs((first + last) / 2 - heading.area().centre())
        < OFF_CENTRE * heading.size() + OFF_CENTRE_SHARE * (last - first);
  }
}
