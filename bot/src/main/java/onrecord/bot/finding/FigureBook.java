package onrecord.bot.finding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import onrecord.corpus.Corpus;
import onrecord.corpus.Disclosure;
import onrecord.corpus.Figure;
import onrecord.corpus.Issuer;
import onrecord.corpus.Passage;
import onrecord.corpus.PassageId;
import onrecord.corpus.SecuritiesCode;

/// The figures of an issuer, looked up by the names they are printed under.
///
/// Pages are kept by disclosure and revision, since a disclosure's figures change only with its
/// revision.
public final class FigureBook {

  /// Column headings that only say that something is counted: the row says what.
  private static final Pattern COUNTS =
      Pattern.compile("(期末|期初|年末|.{0,4}构成)?(数量|人数|金额|余额|合计|小计|数)(\\(.{1,3}\\))?");

  private final PerDisclosure<Page> pages;

  public FigureBook(Corpus corpus) {
    pages = new PerDisclosure<>(corpus, FigureBook::read);
  }

  /// A figure under the names by which it is looked up.
  ///
  /// @param metric its metric's name, compact
  /// @param segment its segment's name, compact; empty for the whole
  /// @param place how authoritative the place is that states it; lower is more so
  public record Entry(String metric, String segment, FoundFigure found, int place) {}

  private record Page(
      Issuer issuer,
      List<Entry> entries,
      Map<String, List<Entry>> byMetric,
      Map<String, List<Entry>> byEnglishLabel) {}

  /// The figures in force at an instant whose metric is printed under one of the names, compact.
  public List<Entry> under(Set<String> names, SecuritiesCode issuer, Instant asOf) {
    return listed(Page::byMetric, _ -> names, issuer, asOf);
  }

  /// The figures in force at an instant whose English label comes down to the same as one of the
  /// names, as printed.
  public List<Entry> labelledLike(List<String> names, SecuritiesCode issuer, Instant asOf) {
    return listed(
        Page::byEnglishLabel,
        company ->
            names.stream()
                .filter(EnglishLabel::is)
                .map(name -> EnglishLabel.key(name, company))
                .filter(key -> !key.isEmpty())
                .collect(Collectors.toSet()),
        issuer,
        asOf);
  }

  private List<Entry> listed(
      Function<Page, Map<String, List<Entry>>> index,
      Function<Issuer, Set<String>> names,
      SecuritiesCode issuer,
      Instant asOf) {
    var found = new ArrayList<Entry>();
    // Nearly all pages are of one company.
    var named = new HashMap<Issuer, Set<String>>();
    for (var page : pages.inForce(issuer, asOf)) {
      var entries = index.apply(page);
      if (entries.isEmpty()) {
        continue;
      }
      for (var name : named.computeIfAbsent(page.issuer(), names)) {
        entries.getOrDefault(name, List.of()).stream()
            .filter(entry -> isInForce(entry, asOf))
            .forEach(found::add);
      }
    }
    return found;
  }

  /// All figures in force at an instant.
  public List<Entry> all(SecuritiesCode issuer, Instant asOf) {
    return pages.inForce(issuer, asOf).stream()
        .flatMap(page -> page.entries().stream())
        .filter(entry -> isInForce(entry, asOf))
        .toList();
  }

  /// The figures that stand in a passage.
  public List<Figure> of(Passage passage, Disclosure disclosure) {
    return pages.of(disclosure).entries().stream()
        .map(entry -> entry.found().figure())
        .filter(figure -> figure.passage().equals(passage.id()))
        .toList();
  }

  private static boolean isInForce(Entry entry, Instant asOf) {
    return entry.found().passage().countsAt(asOf);
  }

  private static Page read(Corpus corpus, Disclosure disclosure) {
    Map<PassageId, Passage> passages = new HashMap<>();
    corpus.passages(disclosure.id()).forEach(passage -> passages.put(passage.id(), passage));
    var entries = new ArrayList<Entry>();
    for (var figure : corpus.figures(disclosure.id())) {
      var passage = passages.get(figure.passage());
      if (passage != null && !isOrdered(figure, passage)) {
        entries.add(entry(figure, passage, disclosure));
      }
    }
    return new Page(
        disclosure.issuer(),
        List.copyOf(entries),
        entries.stream().collect(Collectors.groupingBy(Entry::metric)),
        entries.stream()
            .filter(entry -> EnglishLabel.is(entry.metric()))
            .collect(
                Collectors.groupingBy(entry ->
                    EnglishLabel.key(entry.found().figure().metric(), disclosure.issuer()))));
  }

  private static boolean isOrdered(Figure figure, Passage passage) {
    return Orders.areIn(passage.text().substring(figure.start(), figure.end()));
  }

  private static Entry entry(Figure figure, Passage passage, Disclosure disclosure) {
    var segment = figure.segment() == null ? "" : Words.compact(figure.segment());
    var metric = Words.compact(figure.metric());
    var found = new FoundFigure(figure, passage, disclosure);
    int place = FigureFinder.placeRank(found);
    return !segment.isEmpty() && COUNTS.matcher(metric).matches()
        ? new Entry(segment, "", found, place)
        : new Entry(metric, segment, found, place);
  }
}
