package onrecord.corpus.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import onrecord.corpus.Change;
import onrecord.corpus.Change.Against;
import onrecord.corpus.Disclosure;
import onrecord.corpus.DisclosureId;
import onrecord.corpus.DisclosureKind;
import onrecord.corpus.Figure;
import onrecord.corpus.Issuer;
import onrecord.corpus.Language;
import onrecord.corpus.Passage;
import onrecord.corpus.Passage.Form;
import onrecord.corpus.PassageId;
import onrecord.corpus.ReportingPeriod;
import onrecord.corpus.SecuritiesCode;
import onrecord.corpus.Speaker;
import org.jspecify.annotations.Nullable;

/// A report under construction, and its figures as lines of text.
final class Reports {

  private static final Issuer ISSUER =
      new Issuer(new SecuritiesCode("999999"), "星衡算力", "星衡算力股份有限公司", List.of("Xingheng Computing"));

  private final Disclosure disclosure;
  private final List<Passage> passages = new ArrayList<>();
  private List<String> headings = List.of();

  private Reports(Disclosure disclosure) {
    this.disclosure = disclosure;
  }

  static Reports annual(int year) {
    return of(DisclosureKind.ANNUAL_REPORT, ReportingPeriod.year(year), Language.ZH);
  }

  static Reports interim(int year) {
    return of(DisclosureKind.INTERIM_REPORT, ReportingPeriod.half(year, 1), Language.ZH);
  }

  static Reports thirdQuarter(int year) {
    return of(DisclosureKind.QUARTERLY_REPORT, ReportingPeriod.firstQuarters(year, 3), Language.ZH);
  }

  static Reports of(DisclosureKind kind, @Nullable ReportingPeriod period, Language language) {
    return new Reports(
        new Disclosure(
            new DisclosureId("999999-report"),
            ISSUER,
            null,
            kind,
            "报告",
            period,
            language,
            true,
            null,
            null,
            null,
            "report.pdf",
            "",
            0,
            1));
  }

  Reports under(String... path) {
    headings = List.of(path);
    return this;
  }

  /// A table whose cells are written with bars between them.
  Reports table(String text) {
    return passage(Form.TABLE, text.strip().replaceAll(" *\\| ?", "\t"));
  }

  Reports says(String text) {
    return passage(Form.PROSE, text);
  }

  private Reports passage(Form form, String text) {
    var ordinal = passages.size();
    passages.add(
        new Passage(
            PassageId.of(disclosure.id(), ordinal),
            ordinal,
            text,
            Speaker.COMPANY,
            form,
            headings,
            1,
            null,
            null,
            List.of(),
            null));
    return this;
  }

  List<Figure> read() {
    return new FigureReader().read(disclosure, passages);
  }

  /// One line a figure: `营业收入[算力服务] 2025-09 YEAR_TO_DATE 69,677.32 万元 CONSOLIDATED ORIGINAL yoy
  /// +69.76%`.
  String figures() {
    return read().stream().map(Reports::line).collect(Collectors.joining("\n", "", "\n"));
  }

  /// The words that support each figure.
  String quotes() {
    return read().stream()
        .map(figure ->
            passages
                .get(Integer.parseInt(figure.passage().value().replaceFirst(".*#", "")))
                .text()
                .substring(figure.start(), figure.end()))
        .distinct()
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String line(Figure figure) {
    var line = new StringBuilder(figure.metric());
    if (figure.segment() != null) {
      line.append('[').append(figure.segment()).append(']');
    }
    line.append(' ').append(figure.period() == null ? "-" : figure.period());
    line.append(' ').append(figure.printed()).append(' ').append(figure.unit().printed());
    line.append(' ').append(figure.scope()).append(' ').append(figure.restatement());
    for (var change : figure.changes()) {
      line.append(change.against() == Against.YEAR_BEFORE ? " yoy " : " qoq ").append(rate(change));
    }
    return line.toString();
  }

  private static String rate(Change change) {
    return (change.rate().signum() < 0 ? "" : "+") + change.rate() + change.unit().printed();
  }
}
