package onrecord.bot.composing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onrecord.bot.Answer.NextReport;
import onrecord.bot.Reading;
import onrecord.bot.finding.Computation;
import onrecord.bot.finding.Contact;
import onrecord.bot.finding.Figures;
import onrecord.bot.finding.FoundFigure;
import onrecord.bot.finding.Limitation;
import onrecord.bot.finding.Orders;
import onrecord.bot.finding.Words;
import onrecord.corpus.Basis;
import onrecord.corpus.Change;
import onrecord.corpus.Disclosure;
import onrecord.corpus.DisclosureKind;
import onrecord.corpus.Figure;
import onrecord.corpus.Language;
import onrecord.corpus.ReportingPeriod;
import onrecord.corpus.Unit;
import onrecord.prompts.Metric;
import onrecord.prompts.Phrasebook;
import org.jspecify.annotations.Nullable;

/// What things are called in the language of the reply.
final class Names {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final Phrasebook phrases;
  private final Language language;

  Names(Phrasebook phrases, Language language) {
    this.phrases = phrases;
    this.language = language;
  }

  /// A disclosure as a source: periodic reports by title, others with their date.
  String source(Disclosure disclosure) {
    var title = bareTitle(disclosure);
    var published = disclosure.publishedAt();
    return disclosure.kind().isPeriodicReport() || published == null
        ? phrases.label("source.titled", Map.of("title", title))
        : phrases.label("source.dated", Map.of("title", title, "date", day(published)));
  }

  /// A disclosure by its title alone.
  String title(Disclosure disclosure) {
    return phrases.label("source.titled", Map.of("title", bareTitle(disclosure)));
  }

  /// The company's contact: who, telephone, e-mail, as far as they are given.
  String contact(Contact contact) {
    return Stream.of(contact.person(), contact.telephone(), contact.email())
        .filter(given -> !given.isEmpty())
        .collect(Collectors.joining(phrases.label("note.listSeparator")));
  }

  /// The title without the issuer's own name before it.
  private static String bareTitle(Disclosure disclosure) {
    var title = Orders.cutFrom(disclosure.title()).replaceAll("[《》]", "").strip();
    if (title.isEmpty()) {
      return Objects.requireNonNullElse(disclosure.announcementNumber(), disclosure.id().value());
    }
    var company = disclosure.issuer().companyName();
    return title.startsWith(company) && title.length() > company.length()
        ? title.substring(company.length()).replaceFirst("^[:：\\s]*(关于)?", "$1")
        : title;
  }

  String day(Instant instant) {
    return day(instant.atZone(CHINA).toLocalDate());
  }

  String day(LocalDate day) {
    return phrases.label(
        "date.day",
        Map.of(
            "year", String.valueOf(day.getYear()),
            "month", phrases.label("month." + day.getMonthValue()),
            "day", String.valueOf(day.getDayOfMonth())));
  }

  String period(@Nullable ReportingPeriod period) {
    if (period == null) {
      return phrases.label("period.unstated");
    }
    return switch (period.basis()) {
      case FULL_YEAR -> fullYear(period);
      case SINGLE_QUARTER -> quarter(period);
      case HALF -> half(period);
      case YEAR_TO_DATE -> yearToDate(period);
      case INSTANT -> day(period.end());
    };
  }

  private String fullYear(ReportingPeriod period) {
    return startsYear(period) ? phrases.label("period.year", year(period)) : span(period);
  }

  private String quarter(ReportingPeriod period) {
    int month = period.end().getMonthValue();
    boolean calendar = month % 3 == 0 && period.start().getMonthValue() == month - 2;
    if (!calendar) {
      return span(period);
    }
    return phrases.label(
        "period.quarter",
        Map.of(
            "year", String.valueOf(period.end().getYear()),
            "quarter", phrases.label("quarter." + month / 3)));
  }

  private String half(ReportingPeriod period) {
    return switch (period.start().getMonthValue()) {
      case 1 -> phrases.label("period.half1", year(period));
      case 7 -> phrases.label("period.half2", year(period));
      default -> span(period);
    };
  }

  private String yearToDate(ReportingPeriod period) {
    boolean nineMonths = startsYear(period) && period.end().getMonthValue() == 9;
    return nineMonths ? phrases.label("period.ytd3", year(period)) : span(period);
  }

  private static boolean startsYear(ReportingPeriod period) {
    return period.start().getDayOfYear() == 1;
  }

  private String span(ReportingPeriod period) {
    return phrases.label(
        "period.span", Map.of("from", day(period.start()), "to", day(period.end())));
  }

  private static Map<String, String> year(ReportingPeriod period) {
    return Map.of("year", String.valueOf(period.end().getYear()));
  }

  /// The metric of a figure with its segment: as printed in Chinese, by its English name in
  /// English.
  String metric(FoundFigure found, @Nullable Metric asked) {
    return metricOf(found, asked) + qualified(found);
  }

  /// The same whichever version it is.
  String metricOf(FoundFigure found, @Nullable Metric asked) {
    var figure = found.figure();
    var metric = bareMetric(found, asked);
    return figure.segment() == null
        ? metric
        : phrases.label("operation.segment", Map.of("segment", figure.segment(), "metric", metric));
  }

  /// Which version of a restated figure it is, and whether it is the group's or the parent
  /// company's where both are disclosed, in brackets; empty where neither has to be said.
  String qualified(FoundFigure found) {
    var figure = found.figure();
    var said = new ArrayList<String>();
    if (figure.restatement() != Figure.Restatement.ORIGINAL) {
      said.add(phrases.label("restatement." + figure.restatement()));
    }
    if (found.hasTwin() || figure.scope() == Figure.Scope.PARENT) {
      said.add(phrases.label("scope." + figure.scope()));
    }
    return said.isEmpty() ? "" : "（" + String.join(phrases.label("note.listSeparator"), said) + "）";
  }

  /// The metric of a figure, whatever its segment.
  String bareMetric(FoundFigure found, @Nullable Metric asked) {
    var metric = found.figure().metric();
    return language == Language.EN && asked != null && isChinese(metric) ? asked.english() : metric;
  }

  /// What a computation is called; a metric by its name in the language of the answer.
  String calledSo(String what, Reading.Part part) {
    return part.metrics().stream()
        .filter(metric -> metric.id().equals(what) && language == Language.EN && isChinese(what))
        .findFirst()
        .map(Metric::english)
        .orElse(what);
  }

  private static boolean isChinese(String text) {
    return text.chars().anyMatch(c -> Words.isHan((char) c));
  }

  /// A figure's value in its unit: the digits as printed, a minus sign for brackets.
  String value(Figure figure) {
    return value(figure.value(), figure.unit());
  }

  /// A computed value, in the unit of what it was computed from where that is its own.
  String value(Computation computation) {
    var own = computation.operands().getFirst().figure().unit();
    if (computation.unit().equals(own.printed())) {
      return value(computation.value(), own);
    }
    return Figures.grouped(computation.value()) + unit(computation.unit());
  }

  /// A figure's digits as a formula holds them: as printed, in English without sign.
  String digits(Figure figure) {
    return isLatin(figure) ? Figures.grouped(figure.value().abs()) : figure.printed();
  }

  /// The same with its unit behind it.
  String printed(Figure figure) {
    return isLatin(figure)
        ? digits(figure) + (figure.unit().isMoney() ? scale(figure.unit()) : "")
        : figure.printed() + figure.unit().printed();
  }

  private boolean isLatin(Figure figure) {
    return language == Language.EN && !isChinese(figure.metric());
  }

  /// A metric for a period.
  String of(String metric, String period) {
    return language == Language.EN
        ? phrases.label("operation.of", Map.of("metric", metric, "period", period))
        : period + metric;
  }

  /// In English a ratio is a plain number.
  private String unit(String unit) {
    return language == Language.EN ? spaced(unit.replace("倍", "")) : unit;
  }

  private String value(BigDecimal value, Unit unit) {
    var digits = Figures.grouped(value);
    return switch (unit.dimension()) {
      case USD ->
          value.signum() < 0
              ? "-$" + digits.substring(1) + scale(unit)
              : "$" + digits + scale(unit);
      case CNY -> language == Language.EN ? rmb(digits, unit) : digits + unit.printed();
      case PER_SHARE,
          PERCENT,
          PERCENTAGE_POINT,
          SHARES,
          COUNT,
          RATIO,
          MEASURE,
          HKD,
          EUR,
          GBP,
          OTHER_CURRENCY ->
          digits + spaced(unit.printed());
    };
  }

  private static String spaced(String unit) {
    boolean latin = !unit.isEmpty() && unit.charAt(0) < 128 && Character.isLetter(unit.charAt(0));
    return latin ? " " + unit : unit;
  }

  private static String scale(Unit unit) {
    return switch (unit.scale().stripTrailingZeros().toPlainString()) {
      case "1000" -> " thousand";
      case "1000000" -> " million";
      case "1000000000" -> " billion";
      default -> "";
    };
  }

  /// Yuan as RMB; Chinese units, which count in ten thousands, as printed, with what they mean.
  private static String rmb(String digits, Unit unit) {
    if (unit.scale().compareTo(BigDecimal.ONE) == 0) {
      return "RMB " + digits;
    }
    return digits
        + unit.printed()
        + " (in units of RMB "
        + Figures.grouped(unit.scale().stripTrailingZeros())
        + ")";
  }

  /// A disclosed change: 同比增长69.25%. Of a rate it is one in percentage points, however the column
  /// is headed.
  String change(Figure figure, Change change) {
    var points =
        change.unit().dimension() == Unit.Dimension.PERCENTAGE_POINT
            || figure.unit().dimension() == Unit.Dimension.PERCENT;
    var rate =
        Figures.grouped(change.rate().abs())
            + (points ? phrases.label("unit.percentagePoint") : "%");
    var up = change.rate().signum() >= 0;
    var key = "change." + (up ? "up" : "down") + (points ? "Points" : "");
    var against =
        change.against() == Change.Against.YEAR_BEFORE
            ? "change.yearOnYear"
            : "change.periodOnPeriod";
    return phrases.label(against, Map.of("change", phrases.label(key, Map.of("rate", rate))));
  }

  String nextReport(NextReport next) {
    var quarter = next.period().end().getMonthValue() == 3 ? "FIRST_QUARTER" : "THIRD_QUARTER";
    var key = next.kind() == DisclosureKind.QUARTERLY_REPORT ? quarter : next.kind().name();
    return phrases.label("report." + key, year(next.period()));
  }

  /// What is deferred: the metric and the period yet to be reported, and no word more, since around
  /// them stand the words of a forecast (势头, 超过一亿), which name nothing.
  ///
  /// @param awaited null where none is asked about
  String awaited(Reading.Part part, @Nullable ReportingPeriod awaited) {
    if (part.metrics().isEmpty()) {
      return awaited == null || !isReportedOn(awaited)
          ? phrases.label("topic.future")
          : phrases.label("topic.resultsAndLater", Map.of("period", period(awaited)));
    }
    var metric = part.metrics().getFirst();
    var name = language == Language.EN ? metric.english() : metric.id();
    return awaited == null
        ? phrases.label("topic.futureMetric", Map.of("metric", name))
        : phrases.label("topic.metric", Map.of("period", period(awaited), "metric", name));
  }

  /// Whether results are reported on a period: whole quarters, not a day or a month.
  private static boolean isReportedOn(ReportingPeriod period) {
    return period.basis() != Basis.INSTANT
        && period.start().getMonthValue() % 3 == 1
        && period.end().getMonthValue() % 3 == 0;
  }

  /// What is not found: the period and the metric, as far as the question names them.
  String topic(Reading.Part part) {
    var period = part.periods().isEmpty() ? "" : period(part.periods().getFirst().period());
    if (!part.metrics().isEmpty()) {
      var metric = part.metrics().getFirst();
      var name = language == Language.EN ? metric.english() : metric.id();
      var limitation = Limitation.of(part);
      var whole = limitation.isBlank() ? name : segmented(limitation, name);
      return period.isEmpty()
          ? phrases.spell(whole)
          : phrases.label("topic.metric", Map.of("period", period, "metric", whole));
    }
    return phrases.label("topic.matter");
  }

  private String segmented(String segment, String metric) {
    return phrases.label("operation.segment", Map.of("segment", segment, "metric", metric));
  }

  /// Whether a basis counts from the beginning of the year.
  static boolean isYearToDate(@Nullable ReportingPeriod period) {
    return period != null && period.basis() == Basis.YEAR_TO_DATE;
  }
}
