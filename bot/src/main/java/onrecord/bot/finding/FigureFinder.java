package onrecord.bot.finding;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onrecord.bot.Reading;
import onrecord.bot.Reading.AskedPeriod;
import onrecord.corpus.Basis;
import onrecord.corpus.DisclosureKind;
import onrecord.corpus.Figure;
import onrecord.corpus.Language;
import onrecord.corpus.ReportingPeriod;
import onrecord.corpus.SecuritiesCode;
import onrecord.prompts.Metric;
import org.jspecify.annotations.Nullable;

/// Finds the figure that a question asks for: the metric by its printed names, the segment by name,
/// the period exactly.
///
/// Nothing near is taken for it: another segment, another basis or the parent company's figure is
/// another figure.
public final class FigureFinder {

  private static final Pattern KEY_DATA =
      Pattern.compile("主要会计数据|主要财务(指标|数据)|会计数据和财务指标|财务摘要|financial highlights|selected financial");
  private static final Pattern STATEMENT =
      Pattern.compile(
          "利润表|资产负债表|现金流量表|statements? of (income|operations|earnings|cash flows|financial position)|balance sheets?");
  private static final Pattern DISCUSSION =
      Pattern.compile("主营业务|经营情况|收入(和|与)成本|费用|研发|分季度|员工|股东|md&a|discussion");
  private static final Pattern FILLER =
      Pattern.compile(
          "(?:按照?|依照?)?(?:母公司|合并|个别|单体)(?:财务)?(?:报表|口径|层面|数据)*|报表口径|(?:追溯)?(?:调整|重述|更正)(?:之|以)?[前后]的?|"
              + "(?:全资|控股|参股)?[子孙]公司|[四各每分]个?季度|客户$|业务线|业务板块|业务|板块|分部|实现|公司|的|全年|本期|各|项|地区|产品|账面价值|账面余额|账面|帐面|账上|帐上|"
              + "母公司|追溯调整前|减去|扣除|和|与|及|调整前|调整后|追溯|重述|更正前后?|更正后|数字|员工|人数|今天|期间|定义|含义|原因|构成|明细|计算|口径|合并报表|合并|余额|期末|年末|年底|期初|金额|规模|净额|总额");

  private static final Pattern PARENT_ALONE =
      Pattern.compile(
          "(?<!归属于?)母公司(?!所有者|股东|普通股)|(?:个别|单体)(?:财务)?报表|\\bparent[- ](?:company[- ])?(?:only|alone|level)\\b|\\bparent company's\\b");

  private static final Pattern BEFORE_RESTATEMENT =
      Pattern.compile(
          "(?:调整|更正|重述)(?:之|以)?前|before (?:the )?(?:restatement|adjustment)|(?:as )?(?:originally|first) (?:disclosed|reported|stated)");

  private static final Pattern AFTER_RESTATEMENT =
      Pattern.compile(
          "(?:调整|更正|重述)(?:(?:之|以)?后|前后)|after (?:the )?(?:restatement|adjustment)|\\b(?:as )?restated\\b");

  private static final Pattern VERSION =
      Pattern.compile("(?:追溯)?(?:调整|重述|更正)(?:之|以)?[前后]的?|追溯(?:调整|重述)");

  private static final Pattern COMPANY = Pattern.compile("公司$|集团$");

  /// A company is known by no fewer characters of its name.
  private static final int SHORTEST_NAME = 2;

  private static final int DAYS_OFF = 7;

  private static final String MAIN_BUSINESS = "主营业务";

  private final FigureBook book;

  public FigureFinder(FigureBook book) {
    this.book = book;
  }

  /// What to look for.
  ///
  /// @param names the names the metric may be printed under, compact, the most exact first
  /// @param labels the same as they are written
  /// @param nature how the metric relates to time; null where that is not known
  /// @param segment the segment asked for, compact; empty for the whole
  /// @param periods any of these; empty for the newest
  /// @param parent whether the parent company alone is asked for
  public record Wanted(
      List<String> names,
      List<String> labels,
      Metric.@Nullable Nature nature,
      String segment,
      List<ReportingPeriod> periods,
      boolean parent) {

    public Wanted {
      names = names.stream().map(Words::compact).distinct().toList();
      labels = List.copyOf(labels);
      periods = List.copyOf(periods);
    }

    public Wanted(
        List<String> names,
        Metric.@Nullable Nature nature,
        String segment,
        List<ReportingPeriod> periods,
        boolean parent) {
      this(names, names, nature, segment, periods, parent);
    }

    /// A metric of the glossary. What people ask for in English is often a common word, which a
    /// statement prints for something else.
    public static Wanted of(Metric metric, String segment, Reading.Part part) {
      var names = new LinkedHashSet<String>();
      names.add(metric.id());
      names.addAll(metric.printed());
      metric.asked().stream().filter(name -> !EnglishLabel.is(name)).forEach(names::add);
      if (!segment.isEmpty() && metric.id().startsWith(MAIN_BUSINESS)) {
        // Tables of the main business by segment head their columns without repeating the word.
        names.add(metric.id().substring("主营".length()).replaceFirst("^业务", "营业"));
      }
      return new Wanted(
          List.copyOf(names),
          metric.nature(),
          segment,
          part.periods().stream().map(AskedPeriod::period).toList(),
          asksForParent(part.text()));
    }

    /// The same in other periods.
    public Wanted in(List<ReportingPeriod> others) {
      return new Wanted(names, labels, nature, segment, others, parent);
    }
  }

  /// The figures that answer, the most authoritative first; one list for each period asked for, or
  /// one list for the newest period where none was.
  public List<List<FoundFigure>> find(Wanted wanted, SecuritiesCode issuer, Instant asOf) {
    var matching = matching(wanted, issuer, asOf);
    if (wanted.periods().isEmpty()) {
      var newest = newest(matching);
      return newest.isEmpty() ? List.of() : List.of(authoritative(newest));
    }
    var found = new ArrayList<List<FoundFigure>>();
    for (var period : wanted.periods()) {
      var ofPeriod =
          matching.stream().filter(figure -> isOf(figure, period, wanted.nature())).toList();
      if (!ofPeriod.isEmpty()) {
        found.add(authoritative(ofPeriod));
      }
    }
    return found;
  }

  /// The current value is the newest that was stated; of the places that state it the audited
  /// report of its own period comes before later ones.
  private static List<FoundFigure> authoritative(List<FoundFigure> newestFirst) {
    var current = newestFirst.getFirst();
    return newestFirst.stream()
        .sorted(
            Comparator.comparing((FoundFigure found) -> !Agreement.agree(found, current))
                .thenComparing(found -> !isReportOfItsPeriod(found))
                .thenComparing(found -> !Boolean.TRUE.equals(found.figure().audited())))
        .toList();
  }

  private static boolean isReportOfItsPeriod(FoundFigure found) {
    var period = periodOf(found);
    var reported = found.disclosure().period();
    return period != null
        && reported != null
        && found.disclosure().kind().isPeriodicReport()
        && period.end().equals(reported.end());
  }

  /// Whether a question asks for what was stated before a restatement.
  static boolean asksForFormerVersion(String question) {
    return BEFORE_RESTATEMENT.matcher(question).find();
  }

  /// Whether a question asks for the parent company alone.
  static boolean asksForParent(String question) {
    return PARENT_ALONE.matcher(question).find();
  }

  /// Words without those that name a version of a figure.
  static String withoutVersion(String words) {
    return VERSION.matcher(words).replaceAll("");
  }

  /// The versions of a past figure that a question asks for by name: 调整前, 调整后, or both.
  static boolean isAskedVersion(FoundFigure found, String question) {
    boolean before = BEFORE_RESTATEMENT.matcher(question).find();
    boolean after = AFTER_RESTATEMENT.matcher(question).find();
    return switch (found.figure().restatement()) {
      case BEFORE_RESTATEMENT -> before;
      case RESTATED, ORIGINAL -> !before || after;
    };
  }

  /// The figures of the wanted metric and segment in any period, the most authoritative first.
  public List<FoundFigure> matching(Wanted wanted, SecuritiesCode issuer, Instant asOf) {
    var entries =
        wanted.segment().isEmpty()
            ? ofTheWhole(wanted, issuer, asOf)
            : ofSegment(wanted, issuer, asOf);
    var ofOthers =
        entries.stream()
            .map(FigureBook.Entry::found)
            .filter(found -> isOfParent(found) != wanted.parent())
            .map(FigureFinder::periodOf)
            .collect(Collectors.toSet());
    return entries.stream()
        .filter(entry -> isOfParent(entry.found()) == wanted.parent())
        .sorted(byAuthority(wanted.names()))
        .map(FigureBook.Entry::found)
        .map(found -> ofOthers.contains(periodOf(found)) ? found.withTwin() : found)
        .toList();
  }

  private static boolean isOfParent(FoundFigure found) {
    return found.figure().scope() == Figure.Scope.PARENT;
  }

  private List<FigureBook.Entry> ofTheWhole(Wanted wanted, SecuritiesCode issuer, Instant asOf) {
    return Stream.concat(
            book.under(Set.copyOf(wanted.names()), issuer, asOf).stream(),
            book.labelledLike(wanted.labels(), issuer, asOf).stream())
        .filter(entry -> entry.segment().isEmpty())
        .distinct()
        .toList();
  }

  private List<FigureBook.Entry> ofSegment(Wanted wanted, SecuritiesCode issuer, Instant asOf) {
    var all = book.all(issuer, asOf);
    var named = all.stream().filter(entry -> isOfSegment(entry, wanted)).toList();
    return named.isEmpty() ? ofCompany(wanted, all) : named;
  }

  /// The figures of a company of the group, by a part of its name; none where several bear it.
  private static List<FigureBook.Entry> ofCompany(Wanted wanted, List<FigureBook.Entry> all) {
    var asked = bare(wanted.segment());
    if (asked.length() < SHORTEST_NAME) {
      return List.of();
    }
    var found =
        all.stream()
            .filter(entry -> wanted.names().contains(entry.metric()))
            .filter(
                entry -> COMPANY.matcher(entry.segment()).find() && entry.segment().contains(asked))
            .toList();
    return found.stream().map(FigureBook.Entry::segment).distinct().count() == 1
        ? found
        : List.of();
  }

  /// Whether segment and metric together name what is wanted: `智算云业务线` + `营业收入` for 智算云, or
  /// `算力服务收入` alone for 算力服务.
  private static boolean isOfSegment(FigureBook.Entry entry, Wanted wanted) {
    if (!entry.segment().isEmpty()) {
      return wanted.names().contains(entry.metric())
          && isSameSegment(entry.segment(), wanted.segment());
    }
    int at = entry.metric().indexOf(wanted.segment());
    if (at < 0) {
      return false;
    }
    var rest =
        entry.metric().substring(0, at) + entry.metric().substring(at + wanted.segment().length());
    return wanted.names().contains(FILLER.matcher(rest).replaceAll(""));
  }

  private static boolean isSameSegment(String printed, String asked) {
    return bare(printed).equals(bare(asked))
        || printed.contains(asked) && bare(printed.replace(asked, "")).isEmpty();
  }

  /// A segment's name without the words that any segment may bear.
  static String bare(String segment) {
    return FILLER.matcher(segment).replaceAll("");
  }

  private static List<FoundFigure> newest(List<FoundFigure> figures) {
    return figures.stream()
        .filter(found -> periodOf(found) != null)
        .max(
            Comparator.<FoundFigure, LocalDate>comparing(found -> end(found))
                .thenComparing(found -> span(found)))
        .map(best ->
            figures.stream()
                .filter(found -> Objects.equals(periodOf(found), periodOf(best)))
                .toList())
        .orElse(figures);
  }

  private static LocalDate end(FoundFigure found) {
    var period = periodOf(found);
    return period == null ? LocalDate.MIN : period.end();
  }

  /// The longer of two periods that end on the same day counts as the newer: the year before its
  /// last quarter.
  private static long span(FoundFigure found) {
    var period = periodOf(found);
    return period == null ? 0 : period.end().toEpochDay() - period.start().toEpochDay();
  }

  /// The period of a figure; that of its report where the figure names none.
  public static @Nullable ReportingPeriod periodOf(FoundFigure found) {
    return found.figure().period() != null ? found.figure().period() : found.disclosure().period();
  }

  private static boolean isOf(
      FoundFigure found, ReportingPeriod asked, Metric.@Nullable Nature nature) {
    var period = periodOf(found);
    if (period == null || isChangeOfBalance(found, nature)) {
      return false;
    }
    if (isSameDay(found, period.start(), asked.start())
        && isSameDay(found, period.end(), asked.end())) {
      return true;
    }
    if (isOpening(found) && period.end().equals(asked.start().minusDays(1))) {
      return true;
    }
    boolean mayBeInstant = nature != Metric.Nature.FLOW;
    boolean oneIsInstant = period.basis() == Basis.INSTANT || asked.basis() == Basis.INSTANT;
    return isSameDay(found, period.end(), asked.end())
        && oneIsInstant
        && (mayBeInstant || asked.basis() == Basis.INSTANT);
  }

  /// Financial years of 52 or 53 weeks end on the same weekday, and so on another day each year.
  private static boolean isSameDay(FoundFigure found, LocalDate stated, LocalDate asked) {
    return found.disclosure().language() == Language.EN
        ? Math.abs(ChronoUnit.DAYS.between(stated, asked)) <= DAYS_OFF
        : stated.equals(asked);
  }

  /// A statement of cash flows in English prints by how much a balance changed under the balance's
  /// own name.
  private static boolean isChangeOfBalance(FoundFigure found, Metric.@Nullable Nature nature) {
    var period = found.figure().period();
    return nature == Metric.Nature.BALANCE
        && found.disclosure().language() == Language.EN
        && period != null
        && period.basis() != Basis.INSTANT;
  }

  /// A balance at the beginning of a period, printed under a name that says so, belongs to the
  /// period that it opens.
  private static boolean isOpening(FoundFigure found) {
    return found.figure().metric().startsWith("期初") || found.figure().metric().startsWith("年初");
  }

  private static Comparator<FigureBook.Entry> byAuthority(List<String> names) {
    var byDisclosure =
        Comparator.<FoundFigure>comparingInt(found -> kindRank(found.disclosure().kind()))
            .thenComparing(
                found -> found.disclosure().publishedAt(),
                Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparingInt(found ->
                found.figure().restatement() == Figure.Restatement.BEFORE_RESTATEMENT ? 1 : 0);
    var byName =
        Comparator.<FoundFigure>comparingInt(found -> exactness(found, names))
            .thenComparingInt(found -> found.passage().ordinal())
            .thenComparingInt(found -> found.figure().start());
    return Comparator.comparing(FigureBook.Entry::found, byDisclosure)
        .thenComparingInt(FigureBook.Entry::place)
        .thenComparing(FigureBook.Entry::found, byName);
  }

  /// The place among the names of the one it is printed under; after them all for one that only
  /// comes down to the same.
  private static int exactness(FoundFigure found, List<String> names) {
    int at = names.indexOf(Words.compact(found.figure().metric()));
    return at < 0 ? names.size() : at;
  }

  private static int kindRank(DisclosureKind kind) {
    return switch (kind) {
      case CORRECTION -> 0;
      case ANNUAL_REPORT, INTERIM_REPORT, QUARTERLY_REPORT -> 0;
      case PROSPECTUS, PRELIMINARY_RESULTS -> 1;
      case INVESTOR_RELATIONS_RECORD, ANNOUNCEMENT, OTHER -> 2;
      case PERFORMANCE_FORECAST -> 3;
    };
  }

  /// How authoritative the place is that states a figure: key data, then a statement, then where it
  /// is discussed; lower is more so.
  static int placeRank(FoundFigure found) {
    var place =
        (found.passage().section() + " " + Statements.headOf(found.passage().text()))
            .toLowerCase(Locale.ROOT);
    if (found.isInProse()) {
      return 3;
    }
    if (KEY_DATA.matcher(place).find()) {
      return 0;
    }
    if (STATEMENT.matcher(place).find()) {
      return 1;
    }
    return DISCUSSION.matcher(place).find() ? 2 : 4;
  }
}
