package onrecord.corpus.figures;

import java.util.ArrayList;
import java.util.List;
import onrecord.corpus.Figure.Restatement;
import org.jspecify.annotations.Nullable;

/// The headings of a table's columns, as printed and as read.
///
/// @param texts as printed, without a title that spans all
/// @param columns what they say
record Headings(List<String> texts, List<Column> columns) {

  static final Headings NONE = new Headings(List.of(), List.of());

  boolean isEmpty() {
    return texts.isEmpty();
  }

  Column column(int index) {
    return index < columns.size() ? columns.get(index) : new Column.Blank("");
  }

  /// Whether any column says that it holds figures.
  boolean nameFigures() {
    return columns.stream().anyMatch(Column.Values.class::isInstance);
  }

  /// Whether any column names the period of its figures.
  boolean namePeriods() {
    return columns.stream()
        .anyMatch(column -> column instanceof Column.Values values && values.period() != null);
  }

  /// The heading of a value: where headings exist, a column without one tells nothing.
  Column.@Nullable Values values(int index) {
    return switch (column(index)) {
      case Column.Values values -> values;
      case Column.Blank blank when !nameFigures() ->
          new Column.Values(blank.printed(), "", null, null, null, Restatement.ORIGINAL);
      case Column.Blank _, Column.Ignored _, Column.Units _, Column.Changes _ -> null;
    };
  }

  /// The heading of the labels: of the first column that is no number of order.
  String ofLabels() {
    for (var i = 0; i < columns.size(); i++) {
      if (!(columns.get(i) instanceof Column.Ignored)) {
        return PlainText.fold(texts.get(i));
      }
    }
    return "";
  }

  /// The texts of these headings with those of a second row of headings below them.
  List<String> above(List<String> lower) {
    var joined = new ArrayList<String>();
    for (var i = 0; i < Math.max(texts.size(), lower.size()); i++) {
      var upper = i < texts.size() ? texts.get(i) : "";
      var below = i < lower.size() ? lower.get(i) : "";
      joined.add(upper.equals(below) ? upper : (upper + " " + below).strip());
    }
    return joined;
  }
}
