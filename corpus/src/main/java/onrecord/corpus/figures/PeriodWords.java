package onrecord.corpus.figures;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import onrecord.corpus.ReportingPeriod;
import org.jspecify.annotations.Nullable;

/// Finds the words of headings and sentences that name a period.
final class PeriodWords {

  /// Words that name a period.
  ///
  /// @param start offset in the plain text
  /// @param end offset after them
  /// @param period null if it is none that figures are stated for, such as a month
  record Mention(int start, int end, @Nullable ReportingPeriod period) {}

  private interface Meaning {
    @Nullable ReportingPeriod of(MatchResult words, FiscalCalendar calendar);
  }

  private record Rule(Pattern form, Meaning meaning) {}

  private static final String YEAR = "(?<![\\d,.])((?:19|20)\\d{2})";
  private static final String TO = "[-~—–至到]+";
  private static final String MONTH =
      "(january|february|march|april|may|june|july|august|september|october|november|december"
          + "|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\.?";
  private static final String DAY_OF_YEAR =
      "(?:"
          + MONTH
          + " (\\d{1,2}),? ?((?:19|20)\\d{2})|(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)? "
          + MONTH
          + ",? ((?:19|20)\\d{2}))";
  private static final String ENDED = " (?:ended|ending|to) (?:on )?";

  private static final Map<String, Integer> MONTHS_IN_WORDS =
      Map.ofEntries(
          Map.entry("three", 3),
          Map.entry("3", 3),
          Map.entry("thirteen", 3),
          Map.entry("13", 3),
          Map.entry("six", 6),
          Map.entry("6", 6),
          Map.entry("twenty-six", 6),
          Map.entry("26", 6),
          Map.entry("nine", 9),
          Map.entry("9", 9),
          Map.entry("thirty-nine", 9),
          Map.entry("39", 9),
          Map.entry("twelve", 12),
          Map.entry("12", 12),
          Map.entry("fifty-two", 12),
          Map.entry("52", 12),
          Map.entry("fifty-three", 12),
          Map.entry("53", 12));

  /// The most exact first: what a rule has taken, those after it leave.
  private static final List<Rule> ANYWHERE =
      List.of(
          rule(
              YEAR
                  + "年(\\d{1,2})月(\\d{1,2})日"
                  + TO
                  + "(?:((?:19|20)\\d{2})年)?(\\d{1,2})月(\\d{1,2})日",
              (m, c) -> chineseSpan(m)),
          rule(
              YEAR + "年(\\d{1,2})月(\\d{1,2})日",
              (m, c) -> day(number(m, 1), number(m, 2), number(m, 3))),
          rule(YEAR + "年?" + TO + "(?:19|20)\\d{2}年?", (m, c) -> null),
          rule(
              YEAR + "年度?(\\d{1,2})月?" + TO + "(\\d{1,2})月份?",
              (m, c) -> c.months(number(m, 1), number(m, 2), number(m, 3))),
          rule(
              YEAR + "年度?(?:前|1-|一至)(?:三|3)个?季度(?:\\(1-9月(?:份)?\\))?",
              (m, c) -> c.months(number(m, 1), 1, 9)),
          rule(
              YEAR + "年度?第?([一二三四1234])季度(?:\\(\\d+-\\d+月(?:份)?\\))?",
              (m, c) -> c.quarter(number(m, 1), quarter(m.group(2)))),
          rule(YEAR + "年度?(?:上半年|半年度|中期)(?:\\(1-6月\\))?", (m, c) -> c.months(number(m, 1), 1, 6)),
          rule(YEAR + "年度?下半年", (m, c) -> c.months(number(m, 1), 7, 12)),
          rule(YEAR + "年(?:度|年)?(?:末|底|期末)", (m, c) -> closing(c.year(number(m, 1)))),
          rule(YEAR + "年(?:度|年)?(?:初|期初)", (m, c) -> closing(c.year(number(m, 1) - 1))),
          rule(YEAR + "年(\\d{1,2})月(?:末|底)", (m, c) -> endOfMonth(number(m, 1), number(m, 2))),
          rule(YEAR + "年(\\d{1,2})月", (m, c) -> null),
          rule(YEAR + "年(?:度|全年|同期)?", (m, c) -> c.year(number(m, 1))),
          rule(
              YEAR + "([-/.])(\\d{1,2})\\2(\\d{1,2})(?![\\d,])",
              (m, c) -> day(number(m, 1), number(m, 3), number(m, 4))),
          rule("(?:本年)?年初(?:至|到)(?:本?报告期|本?期)期?末", (m, c) -> c.yearToDate()),
          rule("上年(?:年)?初(?:至|到)上年(?:报告期|同期|期)期?末", (m, c) -> back(c.yearToDate())),
          rule("(?:本?报告期|本期|本年度?|本年度?年)期?末|(?<![上前初]|上期|上年)(?:期末|年末)", (m, c) -> c.closing()),
          rule("上年(?:度|年)?期?末|上期期?末|上年年末|(?:本报告期|报告期|本年|本期)?(?:期初|年初)", (m, c) -> c.opening()),
          rule("(?:上年度?|去年|上一年度?)(?:的)?同期", (m, c) -> c.before(1)),
          rule("本报告期(?:内)?", (m, c) -> c.reportedQuarterOrPeriod()),
          rule("报告期(?:内)?|本期|本年度?|当期|当年|今年|今年以来", (m, c) -> c.current()),
          rule("上期|上年度?|去年|上一年度?", (m, c) -> c.before(1)),
          rule("(?:前|一至)三个?季度(?:\\(1-9月(?:份)?\\))?", (m, c) -> monthsOfCurrentYear(c, 1, 9)),
          rule(
              "第?([一二三四])季度(?:\\(\\d+-\\d+月(?:份)?\\))?",
              (m, c) ->
                  c.currentYear() == null ? null : c.quarter(c.currentYear(), quarter(m.group(1)))),
          rule("上半年|半年度", (m, c) -> monthsOfCurrentYear(c, 1, 6)),
          rule("下半年", (m, c) -> monthsOfCurrentYear(c, 7, 12)),
          rule(
              "(?<!\\d)(\\d{1,2})月?" + TO + "(\\d{1,2})月份?",
              (m, c) -> monthsOfCurrentYear(c, number(m, 1), number(m, 2))),
          rule(
              "(three|six|nine|twelve|3|6|9|12)[- ]months?" + ENDED + DAY_OF_YEAR,
              (m, c) -> monthsTo(m, 1, 2)),
          rule(
              "(thirteen|twenty-six|thirty-nine|fifty-two|fifty-three|13|26|39|52|53)[- ]weeks?"
                  + ENDED
                  + DAY_OF_YEAR,
              (m, c) -> monthsTo(m, 1, 2)),
          rule("quarters?" + ENDED + DAY_OF_YEAR, (m, c) -> monthsTo(3, englishDay(m, 1))),
          rule(
              "(?:fiscal )?years?" + ENDED + DAY_OF_YEAR, (m, c) -> monthsTo(12, englishDay(m, 1))),
          rule(
              "(?:\\bat |\\bas of |\\bas at )?" + DAY_OF_YEAR, (m, c) -> instant(englishDay(m, 1))),
          rule(
              "\\bfirst (three|six|nine) months of (?:fiscal )?(?:year )?((?:19|20)\\d{2})",
              (m, c) -> firstMonths(m, c)),
          rule(
              "\\b(first|second|third|fourth) quarter (?:of )?(?:fiscal )?(?:year )?((?:19|20)\\d{2})",
              (m, c) -> c.quarter(number(m, 2), quarter(m.group(1)))),
          rule(
              "\\bQ([1-4])[ ,]*((?:19|20)\\d{2})", (m, c) -> c.quarter(number(m, 2), number(m, 1))),
          rule(
              "(?:\\bfiscal(?: year)?|\\bfinancial year|\\bFY|\\bfull[- ]year) ?((?:19|20)\\d{2})\\b",
              (m, c) -> c.year(number(m, 1))),
          rule("\\bFY ?'?(\\d{2})\\b(?![.,]\\d)", (m, c) -> c.year(2000 + number(m, 1))),
          rule("\\b(?:in|during|for)( (?:19|20)\\d{2})\\b", (m, c) -> c.year(number(m, 1))));

  /// In a heading a year may stand alone.
  private static final Rule YEAR_ALONE = rule(YEAR + "(?!\\d)", (m, c) -> c.year(number(m, 1)));

  private static final Pattern MAY_NAME_A_PERIOD =
      Pattern.compile("\\d|期|年|季|月", Pattern.CASE_INSENSITIVE);

  private PeriodWords() {}

  /// The periods that a sentence names, in order.
  ///
  /// @param plain in the form of [PlainText]
  static List<Mention> inSentence(String plain, FiscalCalendar calendar) {
    return find(plain, calendar, ANYWHERE);
  }

  /// The periods that a heading names, in order.
  ///
  /// @param plain in the form of [PlainText]
  static List<Mention> inHeading(String plain, FiscalCalendar calendar) {
    var rules = new ArrayList<>(ANYWHERE);
    rules.add(YEAR_ALONE);
    return find(plain, calendar, rules);
  }

  /// The first period that a heading names.
  static @Nullable ReportingPeriod ofHeading(String plain, FiscalCalendar calendar) {
    for (var mention : inHeading(plain, calendar)) {
      if (mention.period() != null) {
        return mention.period();
      }
    }
    return null;
  }

  private static List<Mention> find(String plain, FiscalCalendar calendar, List<Rule> rules) {
    if (!MAY_NAME_A_PERIOD.matcher(plain).find()) {
      return List.of();
    }
    var mentions = new ArrayList<Mention>();
    for (var rule : rules) {
      var matcher = rule.form().matcher(plain);
      while (matcher.find()) {
        var start = matcher.start();
        var end = matcher.end();
        if (mentions.stream().noneMatch(m -> m.start() < end && start < m.end())) {
          mentions.add(new Mention(start, end, meaning(rule, matcher, calendar)));
        }
      }
    }
    mentions.sort(Comparator.comparingInt(Mention::start));
    return mentions;
  }

  private static @Nullable ReportingPeriod meaning(
      Rule rule, MatchResult words, FiscalCalendar calendar) {
    try {
      return rule.meaning().of(words, calendar);
    } catch (DateTimeException | IllegalArgumentException impossible) {
      // 2020年13月40日 is a misprint or no date at all: it names no period.
      return null;
    }
  }

  private static Rule rule(String form, Meaning meaning) {
    return new Rule(Pattern.compile(form, Pattern.CASE_INSENSITIVE), meaning);
  }

  private static @Nullable ReportingPeriod chineseSpan(MatchResult m) {
    var start = LocalDate.of(number(m, 1), number(m, 2), number(m, 3));
    var endYear = m.group(4) == null ? start.getYear() : number(m, 4);
    return FiscalCalendar.span(start, LocalDate.of(endYear, number(m, 5), number(m, 6)));
  }

  private static @Nullable ReportingPeriod monthsOfCurrentYear(
      FiscalCalendar calendar, int first, int last) {
    var year = calendar.currentYear();
    return year == null ? null : calendar.months(year, first, last);
  }

  private static @Nullable ReportingPeriod firstMonths(MatchResult m, FiscalCalendar calendar) {
    var year = calendar.year(number(m, 2));
    var months = MONTHS_IN_WORDS.get(m.group(1).toLowerCase(Locale.ROOT));
    return year == null || months == null
        ? null
        : FiscalCalendar.span(year.start(), year.start().plusMonths(months).minusDays(1));
  }

  private static @Nullable ReportingPeriod monthsTo(MatchResult m, int count, int date) {
    var months = MONTHS_IN_WORDS.get(m.group(count).toLowerCase(Locale.ROOT));
    return months == null ? null : monthsTo(months, englishDay(m, date));
  }

  private static @Nullable ReportingPeriod monthsTo(int months, LocalDate end) {
    return FiscalCalendar.monthsTo(months, end);
  }

  private static @Nullable ReportingPeriod back(@Nullable ReportingPeriod period) {
    return period == null ? null : period.plusYears(-1);
  }

  private static @Nullable ReportingPeriod closing(@Nullable ReportingPeriod period) {
    return period == null ? null : period.closing();
  }

  private static ReportingPeriod day(int year, int month, int day) {
    return instant(LocalDate.of(year, month, day));
  }

  private static ReportingPeriod instant(LocalDate day) {
    return ReportingPeriod.at(day);
  }

  private static ReportingPeriod endOfMonth(int year, int month) {
    return instant(LocalDate.of(year, month, 1).plusMonths(1).minusDays(1));
  }

  private static LocalDate englishDay(MatchResult m, int group) {
    return m.group(group) == null
        ? LocalDate.of(number(m, group + 5), month(m, group + 4), number(m, group + 3))
        : LocalDate.of(number(m, group + 2), month(m, group), number(m, group + 1));
  }

  private static int month(MatchResult m, int group) {
    var month = m.group(group).substring(0, 3).toLowerCase(Locale.ROOT);
    return "janfebmaraprmayjunjulaugsepoctnovdec".indexOf(month) / 3 + 1;
  }

  private static int quarter(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "一", "1", "first" -> 1;
      case "二", "2", "second" -> 2;
      case "三", "3", "third" -> 3;
      default -> 4;
    };
  }

  private static int number(MatchResult m, int group) {
    return Integer.parseInt(m.group(group).strip());
  }
}
