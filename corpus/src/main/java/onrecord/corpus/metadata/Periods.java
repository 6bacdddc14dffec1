package onrecord.corpus.metadata;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import onrecord.corpus.Basis;
import onrecord.corpus.DisclosureKind;
import onrecord.corpus.ReportingPeriod;

/// The reporting period that a title or a cover names.
final class Periods {

  private static final Pattern CHINESE =
      Pattern.compile(
          "(\\d{4}|[二〇○零一九八七六五四三]{4})\\s*年?\\s*(?:第)?(?<span>[一二三四1-4]\\s*季度?|半年度?|上半年|中期|前三季度|三季报|一季报|年度|年报|年\\s*年度|度)");

  private static final Pattern QUARTERLY =
      Pattern.compile(
          "quarter(?:ly)?\\s+(?:period\\s+)?ended:?\\s+(.{4,24})", Pattern.CASE_INSENSITIVE);
  private static final Pattern YEARLY =
      Pattern.compile("year\\s+ended:?\\s+(.{4,24})", Pattern.CASE_INSENSITIVE);
  private static final Pattern HALF_YEARLY =
      Pattern.compile(
          "(?:six months|half[- ]year)\\s+ended:?\\s+(.{4,24})", Pattern.CASE_INSENSITIVE);
  private static final Pattern ENGLISH_YEAR =
      Pattern.compile(
          "\\b(20\\d{2})\\s+(?:Integrated\\s+)?Annual\\s+Report|Annual\\s+Report(?:\\s+(?:and|&)\\s+(?:Financial\\s+)?(?:Accounts|Statements))?\\s+(?:for\\s+)?(20\\d{2})(?:/(\\d{2}))?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern SIX_MONTHS =
      Pattern.compile("six\\s+months\\s+ended|26\\s+weeks\\s+ended", Pattern.CASE_INSENSITIVE);
  private static final Pattern NINE_MONTHS =
      Pattern.compile("nine\\s+months\\s+ended|39\\s+weeks\\s+ended", Pattern.CASE_INSENSITIVE);

  private Periods() {}

  /// The last period that a Chinese title names: 2024年年度暨2025年第一季度 is a first quarter's.
  static Optional<ReportingPeriod> inTitle(String title) {
    var matcher = CHINESE.matcher(title.replaceAll("\\s", ""));
    Optional<ReportingPeriod> last = Optional.empty();
    while (matcher.find()) {
      last = Optional.of(period(Dates.year(matcher.group(1)), matcher.group("span")));
    }
    return last;
  }

  private static ReportingPeriod period(int year, String span) {
    if (span.startsWith("半") || span.startsWith("上半") || span.startsWith("中期")) {
      return ReportingPeriod.half(year, 1);
    }
    return switch (span.charAt(0)) {
      case '一', '1' -> ReportingPeriod.quarter(year, 1);
      case '二', '2' -> ReportingPeriod.half(year, 1);
      case '三', '3', '前' -> ReportingPeriod.firstQuarters(year, 3);
      default -> ReportingPeriod.year(year);
    };
  }

  /// The period that an English report covers: as its cover states it, or else the year that it
  /// speaks of most often, or else the one in its title.
  static Optional<ReportingPeriod> ofEnglishReport(Excerpts excerpts) {
    var cover = String.join(" ", excerpts.head().subList(0, Math.min(60, excerpts.head().size())));
    return firstEnd(QUARTERLY, cover)
        .map(end -> to(end, monthsCounted(excerpts)))
        .or(() -> firstEnd(YEARLY, cover).map(end -> to(end, 12)))
        .or(() -> firstEnd(HALF_YEARLY, cover).map(end -> to(end, 6)))
        .or(() -> mostNamedYearEnd(excerpts).map(end -> to(end, 12)))
        .or(() -> Excerpts.firstIn(excerpts.head(), ENGLISH_YEAR).map(Periods::englishYear));
  }

  private static ReportingPeriod englishYear(MatchResult found) {
    var year = Integer.parseInt(found.group(1) == null ? found.group(2) : found.group(1));
    return ReportingPeriod.year(year);
  }

  private static ReportingPeriod to(LocalDate end, int months) {
    return new ReportingPeriod(Dates.startOfMonthsTo(end, months), end, basis(months));
  }

  private static Optional<LocalDate> firstEnd(Pattern pattern, String text) {
    var matcher = pattern.matcher(text);
    while (matcher.find()) {
      var end = Dates.first(matcher.group(1));
      if (end.isPresent()) {
        return end;
      }
    }
    return Optional.empty();
  }

  private static Optional<LocalDate> mostNamedYearEnd(Excerpts excerpts) {
    var counts = new HashMap<LocalDate, Integer>();
    for (var line : excerpts.all()) {
      firstEnd(YEARLY, line).ifPresent(end -> counts.merge(end, 1, Integer::sum));
    }
    return counts.entrySet().stream()
        .max(
            Map.Entry.<LocalDate, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey);
  }

  private static int monthsCounted(Excerpts excerpts) {
    if (excerpts.mentions(NINE_MONTHS)) {
      return 9;
    }
    return excerpts.mentions(SIX_MONTHS) ? 6 : 3;
  }

  /// The basis on which so many months from the beginning of a year count.
  static Basis basis(int months) {
    return switch (months) {
      case 3 -> Basis.SINGLE_QUARTER;
      case 6 -> Basis.HALF;
      case 12 -> Basis.FULL_YEAR;
      default -> Basis.YEAR_TO_DATE;
    };
  }

  /// The period of a kind of report that ends with a month.
  static ReportingPeriod endingWith(YearMonth month, DisclosureKind kind) {
    var months =
        switch (kind) {
          case ANNUAL_REPORT -> 12;
          case INTERIM_REPORT -> 6;
          case QUARTERLY_REPORT,
              PERFORMANCE_FORECAST,
              PRELIMINARY_RESULTS,
              INVESTOR_RELATIONS_RECORD,
              ANNOUNCEMENT,
              CORRECTION,
              PROSPECTUS,
              OTHER ->
              month.getMonthValue();
        };
    var end = month.atEndOfMonth();
    return new ReportingPeriod(Dates.startOfMonthsTo(end, months), end, basis(months));
  }
}
