package onrecord.corpus.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import onrecord.corpus.Figure;
import onrecord.corpus.figures.TableText.Row;
import org.jspecify.annotations.Nullable;

/// Attaches what the columns of changes state to the figures of their row.
///
/// @param headings of the table
record RowChanges(Headings headings) {

  /// A figure and the column it stands in.
  ///
  /// @param figure null if the cell gave none
  record Placed(int column, @Nullable Figure figure) {}

  /// The figures of a row with the changes that it states of them.
  List<Figure> attach(Row row, List<Placed> placed) {
    var changed = new ArrayList<>(placed);
    for (var column = 0; column < headings.columns().size(); column++) {
      if (headings.column(column) instanceof Column.Changes changes) {
        var target = target(changes, column, changed);
        var change = ChangeWords.inCell(row.cell(column), changes.against(), changes.unit());
        var figure = target < 0 ? null : changed.get(target).figure();
        if (figure != null && change != null) {
          changed.set(target, new Placed(changed.get(target).column(), figure.changed(change)));
        }
      }
    }
    var figures = new ArrayList<Figure>();
    for (var one : changed) {
      if (one.figure() != null) {
        figures.add(one.figure());
      }
    }
    return figures;
  }

  private int target(Column.Changes changes, int column, List<Placed> placed) {
    return changes.metric().isEmpty()
        ? latestBefore(column, placed)
        : ofMetric(changes.metric(), placed);
  }

  /// The figure of the metric that the heading names; -1 if there is none.
  private int ofMetric(String metric, List<Placed> placed) {
    for (var i = 0; i < placed.size(); i++) {
      var isIt =
          headings.column(placed.get(i).column()) instanceof Column.Values values
              && values.metric().equals(metric);
      if (isIt) {
        return i;
      }
    }
    return -1;
  }

  /// The figure of the latest period since the changes before; -1 if there is none.
  private int latestBefore(int column, List<Placed> placed) {
    var from = column - 1;
    while (from >= 0 && !isNameless(headings.column(from))) {
      from--;
    }
    var best = -1;
    for (var i = 0; i < placed.size(); i++) {
      var at = placed.get(i).column();
      if (at > from && at < column && isLater(placed, i, best)) {
        best = i;
      }
    }
    return best;
  }

  private static boolean isNameless(Column column) {
    return column instanceof Column.Changes changes && changes.metric().isEmpty();
  }

  private static boolean isLater(List<Placed> placed, int one, int than) {
    var figure = placed.get(one).figure();
    if (figure == null || than < 0) {
      return figure != null;
    }
    var period = figure.period();
    var other = Objects.requireNonNull(placed.get(than).figure()).period();
    return period != null && other != null && period.end().isAfter(other.end());
  }
}
