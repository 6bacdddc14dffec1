package onrecord.bot.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import onrecord.corpus.Passage;

/// A place in a list that is ordered by size: the second largest shareholder.
///
/// @param rank from 1
/// @param kind of what: 股东, 客户, 供应商
public record Place(int rank, String kind) {

  /// A place named in Chinese, with the kind before or behind it.
  private static final Pattern IN_CHINESE =
      Pattern.compile(
          "(?:第(?<rank>[一二三四五六七八九十\\d]{1,2})(?:大|名|位|号)?|最大|头号)的?(?<kind>股东|客户|供应商)"
              + "|(?:前[一二三四五六七八九十\\d]+[大名])?(?<kind2>股东|客户|供应商)(?:的|中|里)?第(?<rank2>[一二三四五六七八九十\\d]{1,2})[名位]?");

  private static final Pattern IN_ENGLISH =
      Pattern.compile(
          "(?:(?<rank>second|third|fourth|fifth)[ -])?(?:largest|biggest) (?<kind>shareholder|customer|supplier)");
  private static final List<String> ENGLISH_RANKS =
      List.of("first", "second", "third", "fourth", "fifth");
  private static final Map<String, String> KINDS =
      Map.of("shareholder", "股东", "customer", "客户", "supplier", "供应商");
  private static final String DIGITS = "一二三四五六七八九十";

  /// Lists of some shareholders only.
  private static final Pattern LIMITED = Pattern.compile("限售|流通|融资融券|优先股");

  /// Whether a question names a place.
  public static boolean isNamedIn(String question) {
    return in(question).isPresent();
  }

  /// The place that a question names.
  static Optional<Place> in(String question) {
    var chinese = IN_CHINESE.matcher(question);
    if (chinese.find()) {
      return Optional.of(new Place(rank(chinese), either(chinese, "kind", "kind2")));
    }
    var english = IN_ENGLISH.matcher(question.toLowerCase(Locale.ROOT));
    return english.find()
        ? Optional.of(
            new Place(
                Math.max(1, ENGLISH_RANKS.indexOf("" + english.group("rank")) + 1),
                KINDS.getOrDefault(english.group("kind"), "")))
        : Optional.empty();
  }

  /// A question with the kind in place of the place: a list names shareholders, not the second
  /// largest.
  static String withoutRank(String question) {
    return IN_CHINESE
        .matcher(question)
        .replaceAll(place ->
            " " + Objects.requireNonNullElseGet(place.group("kind"), () -> place.group("kind2")));
  }

  private static int rank(Matcher chinese) {
    var words = either(chinese, "rank", "rank2");
    if (words.isEmpty()) {
      return 1;
    }
    int digit = DIGITS.indexOf(words);
    return digit >= 0 ? digit + 1 : Integer.parseInt(words.replaceAll("\\D", "0"));
  }

  private static String either(Matcher matcher, String group, String other) {
    var first = matcher.group(group);
    var second = matcher.group(other);
    return first != null ? first : second != null ? second : "";
  }

  /// The rows in this place, one for each list of the kind; a list that runs over several tables is
  /// counted through.
  List<Quote> rows(List<Statements.Source> sources) {
    var lists = new LinkedHashMap<String, List<Quote>>();
    sources.stream()
        .filter(source -> source.passage().form() == Passage.Form.TABLE)
        .sorted(Comparator.comparingInt(source -> source.passage().ordinal()))
        .forEach(source -> {
          var grid = Grid.of(source.passage());
          if (isListOfKind(source.passage(), grid)) {
            var name = source.disclosure().id() + source.passage().section() + grid.headings();
            lists.computeIfAbsent(name, _ -> new ArrayList<>()).addAll(entries(source, grid));
          }
        });
    return lists.values().stream()
        .filter(entries -> entries.size() >= rank)
        .map(entries -> entries.get(rank - 1))
        .toList();
  }

  private boolean isListOfKind(Passage passage, Grid grid) {
    boolean named =
        grid.headings().stream()
            .anyMatch(heading -> heading.matches(".*" + kind + ".*名称.*|" + kind + ".*|姓名"));
    var place = passage.section() + grid.caption();
    return named
        && place.contains(kind)
        && !LIMITED.matcher(grid.caption() + grid.headings().getFirst()).find();
  }

  /// The rows that name somebody and state a figure of him.
  private static List<Quote> entries(Statements.Source source, Grid grid) {
    return grid.rows().stream()
        .filter(row -> row.group().isEmpty() && !row.isTotal())
        .filter(row -> row.cells().stream().anyMatch(Grid::isNumber))
        .map(row -> new Quote(source.disclosure(), source.passage(), row.start(), row.end()))
        .toList();
  }
}
