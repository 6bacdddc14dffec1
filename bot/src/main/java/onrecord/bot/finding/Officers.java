package onrecord.bot.finding;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import onrecord.corpus.Corpus;
import onrecord.corpus.Disclosure;
import onrecord.corpus.Passage;
import onrecord.corpus.Speaker;
import org.jspecify.annotations.Nullable;

/// Who serves a company in which post, and what is said of their careers, by the tables in which
/// reports list directors and officers.
///
/// Whoever has left counts no more, though the tables still list him.
final class Officers {

  private static final Pattern NAME = Pattern.compile("姓名|[Nn]ame");
  private static final Pattern POST =
      Pattern.compile("(?:现任|担任的?)?职[务位](?:[（(].{1,4}[）)])?|[Tt]itle|[Pp]osition");

  /// Headings of tables that list something else of the same people: changes, posts elsewhere,
  /// grants.
  private static final Pattern OTHERWISE = Pattern.compile("单位名称|类型|变动情形|任免|授予|期权");

  private static final Pattern LIFE = Pattern.compile("主要?工作经历|简历|履历|个人经历|职业经历");
  private static final Pattern LEFT = Pattern.compile("离任|辞职|卸任|任期届满|resigned|retired");
  private static final Pattern TERM_ENDS = Pattern.compile("任期(?:终止|结束)|任职终止");
  private static final Pattern DAY = Pattern.compile("(\\d{4})年(\\d{1,2})月(\\d{1,2})日");
  private static final Pattern PERSON =
      Pattern.compile("[\\p{IsHan}·]{2,8}|[\\p{Alpha} .'-]{4,40}");
  private static final Pattern APART = Pattern.compile("[、,，/;；兼]|和(?=[\\p{IsHan}]{2})");
  private static final Pattern ASKS_POST = Pattern.compile("职务|职位|担任|是谁|什么人|谁是|哪个岗位|什么岗位");
  private static final Pattern ASKS_LIFE = Pattern.compile("履历|简历|经历|背景|以前|之前|从前|过去|曾经?|做过|干过|出身");

  private final PerDisclosure<List<Officer>> officers;

  Officers(Corpus corpus) {
    officers = new PerDisclosure<>(corpus, Officers::read);
  }

  /// Somebody whom a disclosure lists.
  ///
  /// @param name compact
  /// @param posts compact; empty for whoever is only described
  /// @param row where the posts stand; null for whoever is only described
  /// @param life where the career is described; null where it is not
  private record Officer(
      String name, List<String> posts, @Nullable Quote row, @Nullable Quote life) {}

  /// The rows and paragraphs that answer who holds a post, or what somebody's post or career is;
  /// empty for other questions, and where no list tells.
  List<Quote> answering(Asked asked) {
    if (!asked.part().metrics().isEmpty() || asked.part().calculation() != null) {
      return List.of();
    }
    return officers.inForce(asked.issuer(), asked.asOf()).stream()
        .sorted(Comparator.comparing(listed -> !isOfPeriodAsked(listed, asked)))
        .map(listed -> answering(asked, listed))
        .filter(quotes -> !quotes.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static boolean isOfPeriodAsked(List<Officer> listed, Asked asked) {
    return listed.stream()
        .flatMap(officer -> Stream.ofNullable(officer.row()))
        .findFirst()
        .map(row -> row.disclosure().period())
        .filter(period -> asked.periods().stream().anyMatch(one -> one.end().equals(period.end())))
        .isPresent();
  }

  private static List<Quote> answering(Asked asked, List<Officer> listed) {
    var text = Words.compact(asked.text());
    var named = listed.stream().filter(officer -> text.contains(officer.name())).toList();
    if (!named.isEmpty()) {
      return ASKS_LIFE.matcher(text).find()
          ? quotes(named.stream().map(Officer::life))
          : ASKS_POST.matcher(text).find() ? quotes(named.stream().map(Officer::row)) : List.of();
    }
    var posts = asked.gist().concepts().stream().filter(concept -> isAskedFor(concept, text));
    var names = posts.flatMap(concept -> concept.names().stream()).collect(Collectors.toSet());
    return quotes(
        listed.stream()
            .filter(officer -> officer.posts().stream().anyMatch(names::contains))
            .map(Officer::row));
  }

  /// Whether a question asks who somebody is by a name of his post: 财务总监是谁, 谁是财务总监.
  private static boolean isAskedFor(Gist.Concept concept, String text) {
    var name = Pattern.quote(concept.names().getFirst());
    return Pattern.compile(
            name
                + "(?:现在|目前|都|分别|一共)?(?:是|有|为|由)?(?:谁|哪|什么人|叫什么|姓甚)|(?:谁|哪位|哪些人|who)(?:是|任|担任|当|is(?:the)?)"
                + name)
        .matcher(text)
        .find();
  }

  private static List<Quote> quotes(Stream<@Nullable Quote> quotes) {
    return quotes.flatMap(quote -> Optional.ofNullable(quote).stream()).distinct().toList();
  }

  private static List<Officer> read(Corpus corpus, Disclosure disclosure) {
    var listed = new LinkedHashMap<String, Officer>();
    for (var passage : corpus.passages(disclosure.id())) {
      if (passage.form() == Passage.Form.TABLE && passage.speaker() == Speaker.COMPANY) {
        for (var officer : read(disclosure, passage)) {
          listed.merge(officer.name(), officer, Officers::together);
        }
      }
    }
    return listed.values().stream().toList();
  }

  /// The first list of posts is the one that says who is in office; a career may stand elsewhere.
  private static Officer together(Officer first, Officer other) {
    return new Officer(
        first.name(),
        first.row() == null ? other.posts() : first.posts(),
        first.row() == null ? other.row() : first.row(),
        first.life() == null ? other.life() : first.life());
  }

  private static List<Officer> read(Disclosure disclosure, Passage passage) {
    var grid = Grid.of(passage);
    int name = column(grid, NAME);
    int post = column(grid, POST);
    int life = column(grid, LIFE);
    boolean otherwise = grid.headings().stream().anyMatch(OTHERWISE.asPredicate());
    if (name < 0 || otherwise || post < 0 && life < 0) {
      return List.of();
    }
    var listed = new ArrayList<Officer>();
    for (var row : grid.rows()) {
      var person = cell(row, name);
      if (PERSON.matcher(person).matches()) {
        var quote = new Quote(disclosure, passage, row.start(), row.end());
        listed.add(
            post < 0
                ? new Officer(person, List.of(), null, quote)
                : new Officer(person, posts(disclosure, grid, row, cell(row, post)), quote, null));
      }
    }
    return listed;
  }

  private static List<String> posts(
      Disclosure disclosure, Grid grid, Grid.Row row, String printed) {
    return hasLeft(disclosure, grid, row)
        ? List.of()
        : Arrays.stream(APART.split(printed)).filter(post -> !post.isEmpty()).toList();
  }

  private static boolean hasLeft(Disclosure disclosure, Grid grid, Grid.Row row) {
    if (row.cells().stream().anyMatch(cell -> LEFT.matcher(cell).find())) {
      return true;
    }
    int term = column(grid, TERM_ENDS);
    var period = disclosure.period();
    return term >= 0
        && period != null
        && day(cell(row, term)).filter(end -> end.isBefore(period.end())).isPresent();
  }

  private static Optional<LocalDate> day(String printed) {
    var day = DAY.matcher(printed);
    if (!day.find()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(day.group(1)),
              Integer.parseInt(day.group(2)),
              Integer.parseInt(day.group(3))));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  /// The first column headed so; -1 where there is none.
  private static int column(Grid grid, Pattern heading) {
    var headings = grid.headings();
    return IntStream.range(0, headings.size())
        .filter(i ->
            heading.matcher(Words.compact(headings.get(i))).find() && !isElsewhere(headings.get(i)))
        .findFirst()
        .orElse(-1);
  }

  private static boolean isElsewhere(String heading) {
    return Set.of("单位", "机构").stream().anyMatch(heading::contains);
  }

  private static String cell(Grid.Row row, int column) {
    return column < row.cells().size() ? Words.compact(row.cells().get(column)) : "";
  }
}
