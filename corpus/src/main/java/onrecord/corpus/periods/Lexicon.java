package onrecord.corpus.periods;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import onrecord.corpus.PeriodMention.Span;
import onrecord.corpus.PeriodMention.Span.Away;
import onrecord.corpus.PeriodMention.Span.Closing;
import onrecord.corpus.PeriodMention.Span.Day;
import onrecord.corpus.PeriodMention.Span.Months;
import onrecord.corpus.PeriodMention.Span.Reported;
import onrecord.corpus.PeriodMention.Span.ReportedClosing;
import onrecord.corpus.PeriodMention.Span.ReportedQuarter;
import onrecord.corpus.PeriodMention.Span.SoFar;
import onrecord.corpus.PeriodMention.Year;
import onrecord.corpus.PeriodMention.Year.FromToday;
import onrecord.corpus.PeriodMention.Year.Named;
import onrecord.corpus.PeriodMention.Year.Unnamed;
import onrecord.corpus.periods.Token.EdgeToken;
import onrecord.corpus.periods.Token.NeighbourToken;
import onrecord.corpus.periods.Token.SameSpanToken;
import onrecord.corpus.periods.Token.SpanToken;
import onrecord.corpus.periods.Token.YearToken;
import onrecord.corpus.periods.Token.YearsToken;
import org.jspecify.annotations.Nullable;

/// The words that periods' names are made of, Chinese and English.
final class Lexicon {

  /// Makes a token of a match; null where the words do not mean a period after all.
  private interface Interpretation {
    @Nullable Token of(Matcher match);
  }

  private record Rule(Pattern pattern, Interpretation interpretation) {}

  private static final String NUMBER = "([一二两三四五六七八九十]{1,3}|\\d{1,2})";
  private static final String QUARTER = "([一二三四1-4])";
  private static final String TO = "\\s*(?:[-—–―~～至到]+|to|through)\\s*";
  private static final String ORDINAL = "(first|second|third|fourth|1st|2nd|3rd|4th)";
  private static final String COUNT =
      "(one|two|three|four|five|six|nine|ten|twelve|few|several|couple of|\\d{1,2})";
  private static final String MONTH =
      "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
          + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";

  /// How many years "a few" are taken to be.
  private static final int A_FEW = 3;

  private static final Map<String, Integer> WORDS_FOR_NUMBERS =
      Map.ofEntries(
          Map.entry("first", 1),
          Map.entry("1st", 1),
          Map.entry("one", 1),
          Map.entry("second", 2),
          Map.entry("2nd", 2),
          Map.entry("two", 2),
          Map.entry("couple of", 2),
          Map.entry("third", 3),
          Map.entry("3rd", 3),
          Map.entry("three", 3),
          Map.entry("fourth", 4),
          Map.entry("4th", 4),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("twelve", 12),
          Map.entry("few", A_FEW),
          Map.entry("several", A_FEW),
          Map.entry("几", A_FEW),
          Map.entry("数", A_FEW));

  private static final Map<String, Integer> RELATIVE_YEARS =
      Map.of("大前", -3, "前", -2, "去", -1, "今", 0, "本", 0, "明", 1, "来", 1, "下一", 1, "后", 2);

  private static final String BEGINNINGS =
      "国双五暑前首头第上下半年全整一二三四五六七八九十两〇零○今本去明来后大次未最过近往接以同期报告当昨这中末底终初";

  private static final List<Rule> RULES = rules();

  private Lexicon() {}

  /// The longest token that begins at an offset; null where none does.
  static @Nullable Token at(String text, int start) {
    if (!mayBegin(text, start)) {
      return null;
    }
    Token longest = null;
    for (var rule : RULES) {
      var match = rule.pattern.matcher(text);
      match.useTransparentBounds(true).useAnchoringBounds(false).region(start, text.length());
      if (match.lookingAt() && (longest == null || match.end() > longest.end())) {
        var token = rule.interpretation.of(match);
        longest = token == null ? longest : token;
      }
    }
    return longest;
  }

  /// Most characters begin no period; to try every rule at each would take long.
  private static boolean mayBegin(String text, int at) {
    var character = Character.toLowerCase(text.charAt(at));
    if (character >= 'a' && character <= 'z') {
      return at == 0 || text.charAt(at - 1) > 0x7f || !Character.isLetter(text.charAt(at - 1));
    }
    return character < 0x80
        ? Character.isDigit(character) || "'-/.".indexOf(character) >= 0
        : BEGINNINGS.indexOf(character) >= 0;
  }

  private static List<Rule> rules() {
    var rules = new ArrayList<Rule>();
    addYears(rules);
    addStretchesOfYears(rules);
    addPlans(rules);
    addDays(rules);
    addChineseSpans(rules);
    addEnglishSpans(rules);
    addNeighbours(rules);
    return List.copyOf(rules);
  }

  private static void addYears(List<Rule> rules) {
    // A bare number is a year unless it counts something or is part of a longer number.
    rule(
        rules,
        "(?<![\\d.]|\\d,)((?:19|20)\\d{2})"
            + "(?![\\d.,]*\\d|\\s*[%万亿元人家股名吨台张个户米倍]|[-—]\\d{1,3}(?![\\d-]))",
        match -> year(match, new Named(number(match.group(1)))));
    rule(
        rules,
        "(?<![\\d.]|\\d,)((?:19|20)\\d{2})\\s*(?:财政年度|会计年度|财年|年度|年)(?!期)",
        match -> year(match, new Named(number(match.group(1)))));
    rule(
        rules,
        "([二一][〇零○一二三四五六七八九]{3})\\s*(?:年度|年)",
        match -> year(match, new Named(digits(match.group(1)))));
    // 10年 after 近, 第 or 前 counts years.
    rule(
        rules,
        "(?<![\\d.近第前过去来满长达约])(9\\d|[0-3]\\d)(?:财年|年度|年)(?![期内来以多间前后的]|之|左右)",
        match -> year(match, new Named(century(number(match.group(1))))));
    rule(
        rules,
        "(?:fy|fiscal(?: year)?|financial year)\\s*'?((?:19|20)?\\d{2})(?!\\d)",
        match -> year(match, new Named(century(number(match.group(1))))));
    // 20250930: the year of a date without signs between.
    rule(
        rules,
        "(?<!\\d)((?:19|20)\\d{2})(?=(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?!\\d))",
        match -> year(match, new Named(number(match.group(1)))));
    // 24Q3, FY24Q3: the year is written onto its part.
    plainRule(
        rules,
        "(?<![\\d.a-z])(?:fy)?'?(\\d{2})(?=[qh][1-4])",
        match -> year(match, new Named(century(number(match.group(1))))));
    rule(
        rules,
        "(大前|前|去|今|本|明|(?<!后)来(?!年报)|下一|(?<![产售投]|之|以|前)后)年(?:度(?!报))?(?![产均])",
        match -> year(match, new FromToday(relative(match.group(1)))));
    rule(
        rules,
        "(this|current|last|next|coming) (?:fiscal |financial )?year(?!-end)(?:'s)?",
        match -> year(match, new FromToday(relativeEnglish(match.group(1)))));
    rule(rules, "(?:the )?year after next", match -> year(match, new FromToday(2)));
  }

  private static void addStretchesOfYears(List<Rule> rules) {
    rule(
        rules,
        "(?:未来|今后|往后|接下来|后面|以后)(?:的)?(" + NUMBER + "|几|数)(?:个)?(?:财年|年)",
        match -> years(match, new FromToday(1), number(match.group(1))));
    rule(
        rules,
        "(?:最近|过去|近|前)(?:的)?(" + NUMBER + "|几|数)(?:个)?(?:会计年度|完整年度|财年|年度|年)",
        match -> backYears(match, number(match.group(1))));
    rule(
        rules,
        "next " + COUNT + " years",
        match -> years(match, new FromToday(1), number(match.group(1))));
    rule(
        rules,
        "(?:past|last|previous) " + COUNT + " (?:fiscal |financial )?years",
        match -> backYears(match, number(match.group(1))));
    rule(
        rules,
        "(?<![\\d.]|\\d,)((?:19|20)\\d{2})(?:年度?)?"
            + TO
            + "((?:19|20)\\d{2}|\\d{2}(?=年))(?:年度?)?(?!\\d)",
        match -> range(match, number(match.group(1)), number(match.group(2))));
  }

  /// The years of a five-year plan: 十四五 begins in 2021.
  private static Token plan(Matcher match) {
    return years(match, new Named(1951 + 5 * (number("十" + match.group(1)))), 5);
  }

  private static @Nullable Token range(Matcher match, int first, int last) {
    var lastYear = last < 100 ? first / 100 * 100 + last : last;
    var count = lastYear - first + 1;
    return count < 1 ? null : years(match, new Named(first), count);
  }

  private static Token backYears(Matcher match, int count) {
    return years(match, new Unnamed(1 - count), count);
  }

  private static void addPlans(List<Rule> rules) {
    rule(rules, "[“\"]?十([二三四五六])五[”\"]?(?:规划)?(?:期间|时期)?", Lexicon::plan);
    rule(
        rules,
        "(?<![\\d.])(1[5-9]|2\\d)年?" + TO + "(1[5-9]|[23]\\d)年(?![内期以左后前间])",
        match -> range(match, century(number(match.group(1))), century(number(match.group(2)))));
  }

  private static void addDays(List<Rule> rules) {
    rule(
        rules,
        "(?<!\\d)" + NUMBER + "月" + NUMBER + "[日号]",
        match -> day(match, number(match.group(1)), number(match.group(2))));
    rule(
        rules,
        MONTH + " (\\d{1,2})(?:st|nd|rd|th)?(?![\\d%])",
        match -> day(match, month(match.group(1)), number(match.group(2))));
    rule(
        rules,
        "(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)? (?:of )?" + MONTH,
        match -> day(match, month(match.group(2)), number(match.group(1))));
    rule(
        rules,
        "(?<=(?:19|20)\\d{2})[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)",
        match -> day(match, number(match.group(1)), number(match.group(2))));
    rule(
        rules,
        "(?<=(?:19|20)\\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])(?!\\d)",
        match -> day(match, number(match.group(1)), number(match.group(2))));
    rule(rules, "明天|明日|tomorrow", match -> span(match, new Away(0, 1)));
    rule(rules, "后天", match -> span(match, new Away(0, 2)));
    rule(rules, "昨天|昨日|yesterday", match -> span(match, new Away(0, -1)));
    rule(rules, "下周|下星期|下礼拜|next week", match -> span(match, new Away(0, 7)));
    rule(rules, "上周|上星期|上礼拜|last week", match -> span(match, new Away(0, -7)));
  }

  private static void addChineseSpans(List<Rule> rules) {
    rule(
        rules,
        "[前首头]" + NUMBER + "个?季度?",
        match -> months(match, 1, 3 * number(match.group(1)), false));
    rule(rules, "[前首头]" + NUMBER + "个月", match -> months(match, 1, number(match.group(1)), false));
    rule(
        rules,
        "(?<!\\d)" + NUMBER + "月?份?" + TO + NUMBER + "月份?",
        match -> months(match, number(match.group(1)), number(match.group(2)), false));
    rule(
        rules,
        "(?<!\\d)" + NUMBER + "月(?:份|底|末)?(?!\\d|内)",
        match -> months(match, number(match.group(1)), number(match.group(1)), false));
    rule(
        rules,
        "(?<![前首头两个每]|\\d)第?" + QUARTER + "季度?(?!度?报|[沐青常如花豆春]|分明|酒店)|第" + QUARTER + "(?:个季度?|财季)",
        match -> quarter(match, number(match.group(match.group(1) == null ? 2 : 1))));
    rule(
        rules,
        "第?" + QUARTER + "(?:个?季度?)?" + TO + "第?" + QUARTER + "个?季度?(?!度?报)",
        match -> quarters(match, number(match.group(1)), number(match.group(2))));
    rule(rules, "一[、,]?二[、,]?三季度?(?!度?报)", match -> quarters(match, 1, 3));
    rule(
        rules,
        "(?<![近每续第\\d]|过去)([二两三2-3])个季度",
        match -> months(match, 1, 3 * number(match.group(1)), false));
    rule(
        rules,
        "第?" + QUARTER + "季度?报告?",
        match -> months(match, 1, 3 * number(match.group(1)), true));
    rule(rules, "上半年度?", match -> months(match, 1, 6, false));
    rule(rules, "国庆(?:长假|假期|黄金周|小长假|节|期间)+|十一(?:长假|假期|黄金周)", match -> months(match, 10, 10, false));
    rule(rules, "双十一|双11(?!\\d)", match -> months(match, 11, 11, false));
    rule(rules, "五一(?:长假|假期|黄金周|期间)", match -> months(match, 5, 5, false));
    rule(rules, "暑[期假](?:档|期间)?", match -> months(match, 7, 8, false));
    rule(rules, "(?<!一)下半年度?", match -> months(match, 7, 12, false));
    rule(rules, "(?<![上下])半年度(?!报)", match -> months(match, 1, 6, false));
    rule(rules, "半年度?报告?|中报|中期报告", match -> months(match, 1, 6, true));
    rule(rules, "年度报告?|年报", match -> months(match, 1, 12, true));
    rule(rules, "全年度?|整年|一整年", match -> months(match, 1, 12, false));
    rule(rules, "年度?(?:末|底|终(?!奖))", match -> span(match, new Closing(12)));
    rule(rules, "年初(?!至|到|以来)|(?:本?报告|本)?期初", match -> span(match, new Closing(0)));
    rule(
        rules,
        "(?:今年)?年初(?:至|到)(?:今|现在|目前)|(?:今年)?年初以来|[今本]年以来|[今本]年至今",
        match -> span(match, new SoFar()));
    rule(rules, "年初(?:至|到)(?:报告期末|本期末)|本年累计", match -> span(match, new Reported()));
    rule(
        rules,
        "(?:最近|最新|上)(?:的)?一个?(?:单)?季度?(?:报告期)?(?!报)",
        match -> match.group().startsWith("上") ? null : span(match, new ReportedQuarter()));
    rule(rules, "上上个?季度?", match -> span(match, new Away(3, -2)));
    rule(rules, "上上个?月", match -> span(match, new Away(1, -2)));
    rule(rules, "(?:本?报告期|本期|当期|最近一期|最新一期)内?", match -> span(match, new Reported()));
    rule(rules, "(?:本?报告|本|最近一|当)?期(?:期)?末", match -> span(match, new ReportedClosing()));
    rule(
        rules,
        "(?<=[年度季月期])(?:末|底|终(?!端|止|奖|于))",
        match -> new EdgeToken(match.start(), match.end(), true));
    rule(
        rules,
        "(?<=[年度季月期\\d])初(?!步|期|始|级|创|衷|代|心|中|次)",
        match -> new EdgeToken(match.start(), match.end(), false));
    rule(rules, "上一?个?季度?", match -> span(match, new Away(3, -1)));
    rule(rules, "[本这]一?个?季度", match -> span(match, new Away(3, 0)));
    rule(rules, "下一?个?季度?", match -> span(match, new Away(3, 1)));
    rule(rules, "(?:最近|近|过去)[一1]个月", match -> span(match, new Away(1, -1)));
    rule(
        rules,
        "(?<!前|近|过去|未来|今后|后|每|满|第|个月?|至|到|-|超过|不超过|不少于)(?:十二|(?<!\\d)12)个月(?=呢|的?(?:收入|营收|利润|业绩|净利)|$|[,，?？])",
        match -> months(match, 1, 12, false));
    rule(rules, "上个?月", match -> span(match, new Away(1, -1)));
    rule(rules, "[本这]个?月", match -> span(match, new Away(1, 0)));
    rule(rules, "下个?月", match -> span(match, new Away(1, 1)));
  }

  private static void addEnglishSpans(List<Rule> rules) {
    rule(
        rules,
        "q([1-4])" + TO + "q([1-4])",
        match -> quarters(match, number(match.group(1)), number(match.group(2))));
    rule(
        rules,
        "([369]|12)m(?=\\s?'?(?:20)?\\d{2}(?!\\d))",
        match -> months(match, 1, number(match.group(1)), false));
    rule(rules, "q([1-4])", match -> quarter(match, number(match.group(1))));
    // 4Q25 carries its year, which is read as a word of its own.
    rule(rules, "(?<!\\d)([1-4])q", match -> quarter(match, number(match.group(1))));
    rule(
        rules,
        "(?<=[1-4]q|[12]h|[369]m|12m)\\s?'?(\\d{2})(?!\\d)",
        match -> year(match, new Named(century(number(match.group(1))))));
    rule(rules, "h([12])(?!\\d)|(?<!\\d)([12])h", match -> half(match));
    rule(
        rules, ORDINAL + "[- ]quarter(?! report)", match -> quarter(match, number(match.group(1))));
    rule(
        rules,
        ORDINAL + "[- ]quarter(?:ly)? report",
        match -> months(match, 1, 3 * number(match.group(1)), true));
    rule(
        rules,
        "(?:first )?" + COUNT + " (?:quarters|months)",
        match -> firstOf(match, number(match.group(1))));
    rule(
        rules,
        ORDINAL + "[- ]half",
        match -> months(match, 6 * number(match.group(1)) - 5, 6 * number(match.group(1)), false));
    rule(
        rules,
        "(?:full|whole|entire)[- ]year|the year as a whole|(?<=for )the year(?=,? then|\\s*[?,.!]|$)",
        match -> months(match, 1, 12, false));
    rule(rules, "annual report|10-k", match -> months(match, 1, 12, true));
    rule(
        rules,
        "(?:interim|half-year(?:ly)?|semi-?annual) report",
        match -> months(match, 1, 6, true));
    rule(
        rules,
        "(?:fiscal )?year[- ]end|(?:the )?end of (?:the )?(?:fiscal |financial )?year",
        match -> span(match, new Closing(12)));
    rule(
        rules,
        "(?:the )?end of(?= (?:fy|fiscal|financial|the (?:first|second|third|fourth))?\\s*(?:year )?(?:\\d|quarter|half))",
        match -> span(match, new Closing(12)));
    rule(
        rules,
        "(?:the )?end of " + MONTH + "(?=,? (?:of )?(?:19|20)\\d{2}(?!\\d))",
        match -> span(match, new Closing(month(match.group(1)))));
    rule(rules, "(?:the )?reporting period|latest period", match -> span(match, new Reported()));
    rule(rules, "year[- ]to[- ]date|so far this year", match -> span(match, new SoFar()));
    rule(
        rules,
        "(?:the )?(?:latest|most recent) quarter",
        match -> span(match, new ReportedQuarter()));
    rule(rules, "(?:last|previous|prior) quarter", match -> span(match, new Away(3, -1)));
    rule(rules, "(?:this|current) quarter", match -> span(match, new Away(3, 0)));
    rule(rules, "next quarter", match -> span(match, new Away(3, 1)));
    // March 2026, in October; not the end of a longer stretch: the year ended December 2024.
    rule(
        rules,
        "(?<!(?:ended|ending|end|at|of|to|through|until|till|from|and|by|[-–—/]) ?)"
            + MONTH
            + "(?=,? (?:of )?(?:19|20)\\d{2}(?!\\d))",
        match -> months(match, month(match.group(1)), month(match.group(1)), false));
    rule(
        rules,
        "(?<=(?:in|during|since|did|has) )" + MONTH + "(?! ?\\d)",
        match -> months(match, month(match.group(1)), month(match.group(1)), false));
    rule(rules, "last month", match -> span(match, new Away(1, -1)));
    rule(rules, "next month", match -> span(match, new Away(1, 1)));
  }

  private static void addNeighbours(List<Rule> rules) {
    rule(
        rules,
        "上一?年(?:度(?!报))?|前一年度?|(?:the )?(?:prior|previous|preceding) (?:fiscal |financial )?year|the year before",
        match -> new NeighbourToken(match.start(), match.end(), -1));
    rule(
        rules,
        "次年|后一年度?|(?:the )?(?:following|subsequent) (?:fiscal |financial )?year",
        match -> new NeighbourToken(match.start(), match.end(), 1));
    rule(rules, "同期", match -> new SameSpanToken(match.start(), match.end()));
    rule(
        rules,
        "(?:the )?(?:same|corresponding) (?:period|quarter)(?: (?:of|in))?(?: the)?"
            + "|(?:a )?year[- ](?:ago|earlier)(?: (?:period|quarter))?",
        match -> new SameSpanToken(match.start(), match.end()));
  }

  private static @Nullable Token quarter(Matcher match, int quarter) {
    return months(match, 3 * quarter - 2, 3 * quarter, false);
  }

  private static @Nullable Token quarters(Matcher match, int first, int last) {
    return months(match, 3 * first - 2, 3 * last, false);
  }

  private static @Nullable Token half(Matcher match) {
    var half = number(match.group(1) == null ? match.group(2) : match.group(1));
    return months(match, 6 * half - 5, 6 * half, false);
  }

  /// Nine months, or three quarters.
  private static @Nullable Token firstOf(Matcher match, int count) {
    var months = match.group().toLowerCase(Locale.ROOT).endsWith("quarters") ? 3 * count : count;
    var counted = match.group().toLowerCase(Locale.ROOT).startsWith("first ");
    var isEnded = match.hitEnd() || counted;
    return months > 12 || (!isEnded && months % 3 != 0) ? null : months(match, 1, months, false);
  }

  private static @Nullable Token months(Matcher match, int first, int last, boolean report) {
    if (first < 1 || first > last || last > 12) {
      return null;
    }
    var isMonthEnd = !report && match.group().matches(".*月[底末]");
    return new SpanToken(
        match.start(),
        match.end(),
        isMonthEnd ? new Closing(last) : new Months(first, last),
        report);
  }

  private static @Nullable Token day(Matcher match, int month, int day) {
    return month < 1 || month > 12 || day < 1 || day > 31 ? null : span(match, new Day(month, day));
  }

  private static Token span(Matcher match, Span span) {
    return new SpanToken(match.start(), match.end(), span, false);
  }

  private static Token year(Matcher match, Year year) {
    return new YearToken(match.start(), match.end(), year);
  }

  private static Token years(Matcher match, Year first, int count) {
    return new YearsToken(match.start(), match.end(), first, count);
  }

  private static int relative(String words) {
    return RELATIVE_YEARS.getOrDefault(words, 0);
  }

  private static int relativeEnglish(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "last" -> -1;
      case "next", "coming" -> 1;
      default -> 0;
    };
  }

  private static int century(int year) {
    if (year >= 100) {
      return year;
    }
    return year >= 90 ? 1900 + year : 2000 + year;
  }

  private static int month(String name) {
    var prefix = name.substring(0, 3).toUpperCase(Locale.ROOT);
    for (var month : Month.values()) {
      if (month.name().startsWith(prefix)) {
        return month.getValue();
      }
    }
    throw new IllegalArgumentException("Not a month: '" + name + "'");
  }

  private static int digits(String chinese) {
    var value = 0;
    for (var character : chinese.toCharArray()) {
      value = value * 10 + Math.max(0, "〇一二三四五六七八九".indexOf(character));
    }
    return value;
  }

  private static int number(String words) {
    if (words.chars().allMatch(Character::isDigit)) {
      return Integer.parseInt(words);
    }
    var named = WORDS_FOR_NUMBERS.get(words.toLowerCase(Locale.ROOT));
    return named == null ? chineseNumber(words) : named;
  }

  private static int chineseNumber(String words) {
    var ten = words.indexOf('十');
    if (ten < 0) {
      return digits(words.replace('两', '二'));
    }
    var tens = ten == 0 ? 1 : digits(words.substring(0, ten));
    return 10 * tens + digits(words.substring(ten + 1));
  }

  private static void plainRule(List<Rule> rules, String pattern, Interpretation interpretation) {
    rules.add(new Rule(Pattern.compile(pattern, CASE_INSENSITIVE), interpretation));
  }

  private static void rule(List<Rule> rules, String pattern, Interpretation interpretation) {
    // A Latin word begins and ends where no letter goes on.
    var bounded =
        pattern.matches("(?s).*[a-z]{2,}.*|.*[qh]\\(.*|.*\\)[qh].*")
            ? "(?<![a-z])(?:" + pattern + ")(?![a-z])"
            : "(?:" + pattern + ")";
    rules.add(new Rule(Pattern.compile(bounded, CASE_INSENSITIVE), interpretation));
  }
}
