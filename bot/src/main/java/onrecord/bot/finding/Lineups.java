package onrecord.bot.finding;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onrecord.bot.finding.Lineup.Leader;
import onrecord.corpus.Change;
import onrecord.corpus.Passage;
import onrecord.corpus.PassageId;
import onrecord.corpus.ReportingPeriod;
import onrecord.prompts.Glossary;
import onrecord.prompts.Metric;

/// Finds the figures of all lines of business, regions or people, where a question asks for each of
/// them or for the highest.
final class Lineups {

  private static final String REVENUE = "营业收入";

  /// What things are asked to be compared, and how tables call lists of them.
  private static final Map<Pattern, List<Pattern>> KINDS = new LinkedHashMap<>();

  static {
    kind("子公司|控股公司|参股公司", "公司名称|子公司|被投资单位|单位名称");
    kind("地区|区域|市场(?!占)|省份|region", "地区|区域|region");
    kind("行业|industry", "行业");
    kind(
        "产品|业务|板块|条线|品类|景区|segment|product|business",
        "产品|品种|product",
        "(?<!主营)业务|板块|分部|segment",
        "行业");
    kind("客户|customer", "客户");
    kind("供应商|supplier", "供应商");
    kind("高管|董事|监事|谁|人(?!数)", "姓名");
    kind("项目|project", "项目名称|工程名称");
  }

  private static final Pattern EACH =
      Pattern.compile("各(个|项|类|条|块)?|每(个|项|类|条)|分(?=产品|地区|行业|业务)|[三四五六七八九两几\\d](条|块|大|个|项|类)|分别");
  private static final Pattern WHICH = Pattern.compile("哪|谁|什么(产品|业务|地区)|which|what");
  private static final Pattern HIGHEST =
      Pattern.compile("最[高多大快好强]|第一|居首|贡献最|highest|largest|most|biggest|fastest");
  private static final Pattern LOWEST =
      Pattern.compile("最[低少小慢差弱]|垫底|lowest|smallest|least|slowest");
  private static final Pattern GROWTH =
      Pattern.compile(
          "最快|最慢|(增长|增速|增幅|涨幅|下降|降幅|下滑)[^，。？]{0,4}最|最[^，。？]{0,4}(增长|增速)|fastest|slowest");

  private static final Pattern TOTAL = Pattern.compile(".*(合计|总计|小计|抵销|抵消)|total.*");

  private final FigureBook book;
  private final Glossary glossary;

  Lineups(FigureBook book, Glossary glossary) {
    this.book = book;
    this.glossary = glossary;
  }

  private static void kind(String asked, String... printed) {
    KINDS.put(Pattern.compile(asked), Arrays.stream(printed).map(Pattern::compile).toList());
  }

  /// A list of figures that belong together: of one table or sentence, one metric, one period.
  private record Key(
      String disclosure, String place, String group, String metric, ReportingPeriod period) {}

  /// What is asked to be set side by side; empty where nothing is or nothing is disclosed.
  Optional<Lineup> find(Asked asked) {
    var text = asked.text();
    boolean ranks = ranks(text);
    boolean each = EACH.matcher(text).find();
    if (!ranks && !each) {
      return Optional.empty();
    }
    return KINDS.entrySet().stream()
        .filter(kind -> kind.getKey().matcher(text).find())
        .findFirst()
        .flatMap(kind ->
            kind.getValue().stream()
                .map(printed -> find(asked, printed, ranks))
                .flatMap(Optional::stream)
                .findFirst());
  }

  private static boolean ranks(String text) {
    return WHICH.matcher(text).find()
        && (HIGHEST.matcher(text).find() || LOWEST.matcher(text).find());
  }

  private Optional<Lineup> find(Asked asked, Pattern kind, boolean ranks) {
    return lists(asked, names(asked), kind)
        .filter(list -> list.size() > 1)
        .max(
            Comparator.comparing((List<FoundFigure> list) -> end(list))
                .thenComparing(list -> !list.getFirst().isInProse())
                .thenComparingInt(List::size))
        .map(list -> lineup(list, asked.text(), ranks));
  }

  /// The names of what is to be compared: those of a metric, else the labels that say what is
  /// asked.
  private Set<String> names(Asked asked) {
    return metric(asked)
        .map(metric -> Set.copyOf(FigureFinder.Wanted.of(metric, "?", asked.part()).names()))
        .orElseGet(() -> labels(asked));
  }

  private Set<String> labels(Asked asked) {
    return book.all(asked.issuer(), asked.asOf()).stream()
        .filter(Lineups::isPart)
        .map(FigureBook.Entry::metric)
        .distinct()
        .filter(label -> asked.gist().names(label))
        .collect(Collectors.toSet());
  }

  /// The metric to compare; revenue where only growth is spoken of.
  private Optional<Metric> metric(Asked asked) {
    return asked.part().metrics().stream()
        .findFirst()
        .or(() ->
            GROWTH.matcher(asked.text()).find() ? glossary.metric(REVENUE) : Optional.empty());
  }

  private Stream<List<FoundFigure>> lists(Asked asked, Set<String> names, Pattern kind) {
    var places = new Places(new HashMap<>());
    var lists = new LinkedHashMap<Key, List<FoundFigure>>();
    for (var entry : book.under(names, asked.issuer(), asked.asOf())) {
      var period = FigureFinder.periodOf(entry.found());
      if (period != null && isAsked(period, asked) && isPart(entry)) {
        if (places.isOfKind(entry.found(), kind)) {
          var key = places.key(entry, period);
          lists.computeIfAbsent(key, _ -> new ArrayList<>()).add(entry.found());
        }
      }
    }
    return lists.values().stream();
  }

  /// Where figures stand; tables are read once.
  private record Places(Map<PassageId, Grid> grids) {

    Key key(FigureBook.Entry entry, ReportingPeriod period) {
      var found = entry.found();
      return new Key(
          found.disclosure().id().value(), place(found), group(found), entry.metric(), period);
    }

    /// A table, that of the passages before it that it goes on with, or a sentence.
    private String place(FoundFigure found) {
      var passage = found.passage();
      if (!found.isInProse()) {
        return passage.section() + Statements.headOf(passage.text());
      }
      return Sentences.of(passage).stream()
          .filter(
              span -> span.start() <= found.figure().start() && found.figure().start() < span.end())
          .findFirst()
          .map(span -> passage.id().value() + span.start())
          .orElse(passage.id().value());
    }

    /// Whether a figure stands in a list of the kind; a sentence that enumerates need not say
    /// which.
    boolean isOfKind(FoundFigure found, Pattern kind) {
      if (found.isInProse()) {
        return true;
      }
      var group = group(found);
      return kind.matcher(group.isEmpty() ? heading(found.passage()) : group).find();
    }

    /// The first heading and the caption of a table, which say what its rows are.
    private String heading(Passage table) {
      var grid = grid(table);
      var heading = grid.headings().stream().filter(cell -> !cell.isBlank()).findFirst();
      return heading.orElse("") + "\n" + grid.caption();
    }

    private String group(FoundFigure found) {
      return found.isInProse()
          ? ""
          : grid(found.passage()).rows().stream()
              .filter(row -> row.start() == found.figure().start())
              .findFirst()
              .map(Grid.Row::group)
              .orElse("");
    }

    private Grid grid(Passage table) {
      return grids.computeIfAbsent(table.id(), _ -> Grid.of(table));
    }
  }

  private static boolean isAsked(ReportingPeriod period, Asked asked) {
    return asked.periods().isEmpty() || asked.periods().contains(period);
  }

  private static boolean isPart(FigureBook.Entry entry) {
    return !entry.segment().isEmpty() && !TOTAL.matcher(entry.segment()).matches();
  }

  private static LocalDate end(List<FoundFigure> list) {
    var period = FigureFinder.periodOf(list.getFirst());
    return period == null ? LocalDate.MIN : period.end();
  }

  private static Lineup lineup(List<FoundFigure> list, String text, boolean ranks) {
    var metric = list.getFirst().figure().metric();
    return new Lineup(metric, list, ranks ? leaders(list, text) : List.of());
  }

  private static List<Leader> leaders(List<FoundFigure> list, String text) {
    boolean growth = GROWTH.matcher(text).find();
    var order = Comparator.comparing((FoundFigure found) -> growth ? rate(found) : value(found));
    var ranked =
        list.stream()
            .filter(found -> !growth || changeOf(found).isPresent())
            .sorted(order.reversed())
            .toList();
    var leaders = new ArrayList<Leader>();
    if (!ranked.isEmpty() && HIGHEST.matcher(text).find()) {
      leaders.add(new Leader(ranked.getFirst(), true, growth));
    }
    if (!ranked.isEmpty() && LOWEST.matcher(text).find()) {
      leaders.add(new Leader(ranked.getLast(), false, growth));
    }
    return leaders;
  }

  private static BigDecimal value(FoundFigure found) {
    return found.figure().inBaseUnits();
  }

  private static BigDecimal rate(FoundFigure found) {
    return changeOf(found).map(Change::rate).orElse(BigDecimal.ZERO);
  }

  private static Optional<Change> changeOf(FoundFigure found) {
    return found.figure().changes().stream()
        .filter(change -> change.against() == Change.Against.YEAR_BEFORE)
        .findFirst();
  }
}
