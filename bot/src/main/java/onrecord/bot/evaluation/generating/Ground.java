package onrecord.bot.evaluation.generating;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import onrecord.bot.evaluation.SuiteQuestion.GoldPlace;
import onrecord.bot.evaluation.SuiteQuestion.Spot;
import onrecord.corpus.Change;
import onrecord.corpus.Corpus;
import onrecord.corpus.Disclosure;
import onrecord.corpus.DisclosureId;
import onrecord.corpus.Figure;
import onrecord.corpus.Issuer;
import onrecord.corpus.Passage;
import onrecord.corpus.PassageId;
import onrecord.corpus.ReportingPeriod;
import onrecord.corpus.Speaker;
import onrecord.corpus.Unit;
import org.jspecify.annotations.Nullable;

/// What an issuer had disclosed by an instant: the ground that questions are made on.
final class Ground {

  /// A number so long stands for one thing wherever it stands.
  private static final int TELLING_DIGITS = 6;

  private static final Pattern NUMBER = Pattern.compile("\\d+(?:,\\d+)*(?:\\.\\d+)?");
  private static final Pattern NAME_LIKE =
      Pattern.compile("[\\p{IsHan}\\p{IsLatin} 、,()/&'’-]{2,24}");

  private final Issuer issuer;
  private final Instant asOf;
  private final ZoneId zone;
  private final Templates templates;
  private final Map<DisclosureId, Disclosure> disclosures = new LinkedHashMap<>();
  private final Map<PassageId, Passage> passages = new LinkedHashMap<>();
  private final List<Figure> figures;
  private final @Nullable ReportingPeriod horizon;
  private final Map<String, List<Mention>> mentions;
  private final Map<List<Figure.Restatement>, List<StatedFigure>> stated = new HashMap<>();

  /// A place where a number stands.
  private record Mention(Passage passage, int start) {}

  Ground(Corpus corpus, Issuer issuer, Instant asOf, ZoneId zone, Templates templates) {
    this.issuer = issuer;
    this.asOf = asOf;
    this.zone = zone;
    this.templates = templates;
    this.horizon = corpus.horizon(issuer.code(), asOf).filter(Ground::endsAQuarter).orElse(null);
    this.figures = corpus.figures(issuer.code(), asOf);
    for (var disclosure : corpus.inForce(asOf).reversed()) {
      if (disclosure.issuer().code().equals(issuer.code())) {
        disclosures.put(disclosure.id(), disclosure);
        corpus.passages(disclosure.id()).stream()
            .filter(passage -> passage.speaker() == Speaker.COMPANY)
            .filter(passage -> passage.endedAt() == null || passage.endedAt().isAfter(asOf))
            .forEach(passage -> passages.put(passage.id(), passage));
      }
    }
    this.mentions = mentions();
  }

  Issuer issuer() {
    return issuer;
  }

  Templates templates() {
    return templates;
  }

  /// When questions are asked, as suites write it.
  String asOf() {
    return OffsetDateTime.ofInstant(asOf, zone).toString();
  }

  LocalDate askedOn() {
    return LocalDate.ofInstant(asOf, zone);
  }

  PeriodNames periodNames() {
    return new PeriodNames(templates.periods(), askedOn());
  }

  /// What comes next is known by name only where fiscal years are those of the calendar.
  private static boolean endsAQuarter(ReportingPeriod period) {
    return period.end().getMonthValue() % 3 == 0;
  }

  /// The last period reported; empty where nothing is, or it does not end with a calendar quarter.
  Optional<ReportingPeriod> horizon() {
    return Optional.ofNullable(horizon);
  }

  /// The disclosures in force, oldest first.
  List<Disclosure> disclosures() {
    return List.copyOf(disclosures.values());
  }

  /// Whether any of these words stands in any passage, heading or investor's question.
  boolean mentions(List<String> words) {
    return passages.values().stream()
        .map(passage -> passage.text() + "\n" + passage.section() + "\n" + passage.question())
        .anyMatch(text -> words.stream().anyMatch(text::contains));
  }

  /// All figures that are stated without contradiction, in order of first statement.
  List<StatedFigure> stated() {
    return stated(Figure.Restatement.ORIGINAL, Figure.Restatement.RESTATED);
  }

  /// The same of some versions only.
  List<StatedFigure> stated(Figure.Restatement... versions) {
    return stated.computeIfAbsent(List.of(versions), this::found);
  }

  private List<StatedFigure> found(List<Figure.Restatement> wanted) {
    var groups = new LinkedHashMap<String, List<Figure>>();
    var names = new HashMap<String, FigureName>();
    for (var figure : figures) {
      if (wanted.contains(figure.restatement()) && isUsable(figure)) {
        name(figure)
            .filter(name -> name.fits(Objects.requireNonNull(figure.period())))
            .ifPresent(name -> {
              var key =
                  name.printed()
                      + "|"
                      + figure.segment()
                      + "|"
                      + figure.period()
                      + "|"
                      + figure.scope();
              names.put(key, name);
              groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(figure);
            });
      }
    }
    var stated = new ArrayList<StatedFigure>();
    groups.forEach(
        (key, same) -> agreed(Objects.requireNonNull(names.get(key)), same).ifPresent(stated::add));
    return withoutMistaken(stated);
  }

  /// One long number of one name cannot be of two days or periods that end on different ones: where
  /// the catalogue says so, the statement that more cells make is kept.
  private static List<StatedFigure> withoutMistaken(List<StatedFigure> stated) {
    var kept = new LinkedHashMap<String, StatedFigure>();
    stated.forEach(figure ->
        kept.merge(
            claim(figure), figure, (one, other) -> other.cells() > one.cells() ? other : one));
    return List.copyOf(kept.values());
  }

  private static String claim(StatedFigure figure) {
    var digits = figure.cell().printed().replaceAll("\\D", "");
    return digits.length() < TELLING_DIGITS
        ? figure.key()
        : String.join(
            "|",
            figure.name().printed(),
            String.valueOf(figure.part()),
            figure.scope().name(),
            digits);
  }

  private boolean isUsable(Figure figure) {
    return figure.period() != null
        && isPossible(figure)
        && PeriodNames.isNamed(figure.period())
        && figure.value().signum() != 0
        && figure.unit().dimension() != Unit.Dimension.PERCENTAGE_POINT
        && passages.containsKey(figure.passage());
  }

  /// There is no half a person and no hundredth of a share.
  private static boolean isPossible(Figure figure) {
    var dimension = figure.unit().dimension();
    boolean counted = dimension == Unit.Dimension.COUNT || dimension == Unit.Dimension.SHARES;
    return !counted || figure.inBaseUnits().stripTrailingZeros().scale() <= 0;
  }

  /// What people call it; empty if no one could tell from its name what it is.
  private Optional<FigureName> name(Figure figure) {
    if (templates.ambiguous().contains(figure.metric())) {
      return Optional.empty();
    }
    if (figure.segment() != null) {
      return isPart(figure.segment()) ? known(templates.parts(), figure) : Optional.empty();
    }
    return known(templates.names(), figure).or(() -> rowName(figure));
  }

  private static Optional<FigureName> known(List<FigureName> names, Figure figure) {
    return names.stream().filter(name -> name.isPrintedAs(figure.metric())).findFirst();
  }

  /// A row that the templates do not know, if its heading says all that its name does.
  private Optional<FigureName> rowName(Figure figure) {
    boolean isRow =
        figure.row() != null
            && figure.row().replaceAll("\\s", "").endsWith(figure.metric().replaceAll("\\s", ""))
            && NAME_LIKE.matcher(figure.metric()).matches();
    return isRow ? Optional.of(FigureName.ofRow(figure.metric())) : Optional.empty();
  }

  private boolean isPart(String segment) {
    return segment.length() <= templates.longestPart()
        && !templates.noParts().contains(segment)
        && !templates.remainder().matcher(segment).matches()
        && templates.names().stream().noneMatch(name -> name.isPrintedAs(segment))
        && segment.codePoints().noneMatch(Character::isDigit);
  }

  private Optional<StatedFigure> agreed(FigureName name, List<Figure> same) {
    var cell = same.stream().min(Comparator.comparing(Ground::precision)).orElseThrow();
    if (cell.row() == null || !same.stream().allMatch(other -> agree(cell, other))) {
      return Optional.empty();
    }
    return Optional.of(
        new StatedFigure(
            name,
            cell.segment(),
            Objects.requireNonNull(cell.period()),
            cell.scope(),
            cell,
            new GoldPlace(spots(cell, same)),
            same.size(),
            changes(same)));
  }

  /// Half of what the last printed digit counts, in base units.
  private static BigDecimal precision(Figure figure) {
    return figure.unit().scale().movePointLeft(figure.value().scale());
  }

  private static boolean agree(Figure exact, Figure other) {
    return exact.unit().dimension() == other.unit().dimension()
        && exact
                .inBaseUnits()
                .subtract(other.inBaseUnits())
                .abs()
                .compareTo(precision(other).max(precision(exact)))
            <= 0;
  }

  private static List<BigDecimal> changes(List<Figure> same) {
    var rates =
        same.stream()
            .flatMap(figure -> figure.changes().stream())
            .filter(change ->
                change.against() == Change.Against.YEAR_BEFORE
                    && change.unit().dimension() == Unit.Dimension.PERCENT)
            .map(change -> change.rate().stripTrailingZeros())
            .distinct()
            .toList();
    return rates.size() == 1 ? rates : List.of();
  }

  /// The cells themselves, and wherever else in the same documents the number stands, if it is long
  /// enough to tell.
  private List<Spot> spots(Figure exact, List<Figure> same) {
    var pages = new LinkedHashMap<DisclosureId, TreeSet<Integer>>();
    var items = new LinkedHashMap<DisclosureId, Passage>();
    for (var figure : same) {
      var passage = Objects.requireNonNull(passages.get(figure.passage()));
      add(pages, items, passage, passage.pageAt(figure.start()));
    }
    same.stream()
        .map(Figure::printed)
        .filter(printed -> printed.replaceAll("\\D", "").length() >= TELLING_DIGITS)
        .distinct()
        .forEach(printed -> addMentions(printed, pages, items));
    var spots = new ArrayList<Spot>();
    pages.forEach((id, found) -> spots.add(spot(id, found, items.get(id), exact)));
    return spots;
  }

  private void addMentions(
      String printed, Map<DisclosureId, TreeSet<Integer>> pages, Map<DisclosureId, Passage> items) {
    var number = NUMBER.matcher(printed);
    if (number.find()) {
      for (var mention : mentions.getOrDefault(number.group(), List.of())) {
        var passage = mention.passage();
        if (pages.containsKey(passage.id().disclosure())) {
          add(pages, items, passage, passage.pageAt(mention.start()));
        }
      }
    }
  }

  /// Where each number that is long enough to tell stands.
  private Map<String, List<Mention>> mentions() {
    var found = new HashMap<String, List<Mention>>();
    for (var passage : passages.values()) {
      var number = NUMBER.matcher(passage.text());
      while (number.find()) {
        if (number.group().replaceAll("\\D", "").length() >= TELLING_DIGITS) {
          found
              .computeIfAbsent(number.group(), _ -> new ArrayList<>())
              .add(new Mention(passage, number.start()));
        }
      }
    }
    return found;
  }

  private static void add(
      Map<DisclosureId, TreeSet<Integer>> pages,
      Map<DisclosureId, Passage> items,
      Passage passage,
      @Nullable Integer page) {
    var id = passage.id().disclosure();
    items.putIfAbsent(id, passage);
    var found = pages.computeIfAbsent(id, _ -> new TreeSet<>());
    if (page != null) {
      found.add(page);
    }
  }

  private Spot spot(
      DisclosureId id, TreeSet<Integer> pages, @Nullable Passage passage, Figure exact) {
    var disclosure = Objects.requireNonNull(disclosures.get(id));
    boolean isCell = exact.passage().disclosure().equals(id);
    boolean isRecord = passage != null && passage.item() != null && pages.isEmpty();
    return new Spot(
        disclosure.announcementNumber(),
        disclosure.announcementNumber() == null ? disclosure.file() : null,
        isRecord && passage != null ? passage.item() : null,
        List.copyOf(pages),
        isCell ? exact.row() : null,
        isCell ? exact.column() : null);
  }
}
