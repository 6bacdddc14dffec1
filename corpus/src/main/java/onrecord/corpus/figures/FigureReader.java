package onrecord.corpus.figures;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import onrecord.corpus.Disclosure;
import onrecord.corpus.DisclosureKind;
import onrecord.corpus.Figure;
import onrecord.corpus.Language;
import onrecord.corpus.Passage;
import onrecord.corpus.Speaker;

/// Reads all figures that a disclosure states, from its tables and its sentences.
///
/// A figure whose unit cannot be told is left out, and one whose period cannot be told has none:
/// fewer figures are better than wrong ones. Statements about the future are no figures; neither is
/// anything that a performance forecast says.
public final class FigureReader {

  /// The figures in reading order.
  ///
  /// @param passages of the disclosure, in reading order
  public List<Figure> read(Disclosure disclosure, List<Passage> passages) {
    if (disclosure.kind() == DisclosureKind.PERFORMANCE_FORECAST) {
      return List.of();
    }
    var figures = new ArrayList<Figure>();
    var setting = Setting.of(disclosure, passages);
    for (var passage : passages) {
      setting = setting.before(passage);
      if (passage.speaker() == Speaker.COMPANY) {
        figures.addAll(read(passage, setting));
      }
    }
    figures.removeIf(figure -> isYetToCome(figure, disclosure));
    return Distinction.among(figures, passages);
  }

  private static List<Figure> read(Passage passage, Setting setting) {
    return switch (passage.form()) {
      case TABLE -> new TableFigures(passage, setting).read();
      case PROSE ->
          setting.disclosure().language() == Language.EN
              ? new EnglishSentences(passage, setting).read()
              : new SentenceFigures(passage, setting).read();
    };
  }

  /// Numbers for a period that had not ended when the disclosure was published are plans.
  private static boolean isYetToCome(Figure figure, Disclosure disclosure) {
    var period = figure.period();
    var published = disclosure.publishedAt();
    if (period == null) {
      return false;
    }
    if (published != null) {
      return period.end().isAfter(published.atZone(ZoneId.of("Asia/Shanghai")).toLocalDate());
    }
    var reported = disclosure.period();
    return reported != null && period.start().isAfter(reported.end().plusMonths(6));
  }
}
