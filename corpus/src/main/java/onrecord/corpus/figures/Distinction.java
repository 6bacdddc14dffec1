package onrecord.corpus.figures;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import onrecord.corpus.Figure;
import onrecord.corpus.Figure.Restatement;
import onrecord.corpus.Figure.Scope;
import onrecord.corpus.Passage;
import onrecord.corpus.ReportingPeriod;
import onrecord.corpus.Unit.Dimension;
import org.jspecify.annotations.Nullable;

/// Tells figures apart that are printed under the same name with different values, as in the
/// sections of a report that discuss one line of business each.
///
/// The one of the statements or key figures is the whole; where there is none, the first is. The
/// others are limited to what the heading above them names.
final class Distinction {

  private static final Pattern WHOLE =
      Pattern.compile(
          "主要会计数据|主要财务指标|财务报表|(?:资产负债|利润|损益|现金流量)表|statements? of (?:income|earnings|operations|cash flows?|financial position)|balance sheets?|selected financial data|financial highlights",
          Pattern.CASE_INSENSITIVE);

  private record Key(
      String metric,
      @Nullable ReportingPeriod period,
      Dimension dimension,
      Scope scope,
      Restatement restatement) {

    static Key of(Figure figure) {
      return new Key(
          figure.metric(),
          figure.period(),
          figure.unit().dimension(),
          figure.scope(),
          figure.restatement());
    }
  }

  private final Map<Key, Figure> wholes = new HashMap<>();
  private final Map<String, Passage> passages = new HashMap<>();

  private Distinction(List<Passage> passages) {
    passages.forEach(passage -> this.passages.put(passage.id().value(), passage));
  }

  static List<Figure> among(List<Figure> figures, List<Passage> passages) {
    var distinction = new Distinction(passages);
    figures.stream().filter(distinction::isOfStatements).forEach(distinction::note);
    figures.forEach(distinction::note);
    var told = new ArrayList<Figure>();
    figures.forEach(figure -> told.add(distinction.tell(figure)));
    return told;
  }

  private void note(Figure figure) {
    if (figure.segment() == null) {
      wholes.putIfAbsent(Key.of(figure), figure);
    }
  }

  private Figure tell(Figure figure) {
    var whole = wholes.get(Key.of(figure));
    var headings = passage(figure).headings();
    return figure.segment() != null || whole == null || isSame(whole, figure) || headings.isEmpty()
        ? figure
        : figure.limitedTo(RowLabel.of(headings.getLast()).name());
  }

  /// Rounding to a coarser unit makes no other figure, neither does the sign of a deduction.
  private static boolean isSame(Figure one, Figure other) {
    var a = one.inBaseUnits().abs();
    var b = other.inBaseUnits().abs();
    var coarser = one.unit().scale().max(other.unit().scale());
    return a.subtract(b).abs().compareTo(coarser) <= 0;
  }

  private boolean isOfStatements(Figure figure) {
    var passage = passage(figure);
    return figure.row() != null
        && (WHOLE.matcher(passage.section()).find()
            || WHOLE.matcher(TableText.of(passage.text()).caption()).find());
  }

  private Passage passage(Figure figure) {
    var passage = passages.get(figure.passage().value());
    if (passage == null) {
      throw new IllegalStateException("A figure of no passage: " + figure.passage());
    }
    return passage;
  }
}
