package onrecord.bot.finding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onrecord.bot.Reading;
import onrecord.bot.Reading.AskedPeriod;
import onrecord.bot.Reading.Aspect;
import onrecord.bot.finding.FigureFinder.Wanted;
import onrecord.corpus.Basis;
import onrecord.corpus.Issuer;
import onrecord.corpus.Language;
import onrecord.corpus.ReportingPeriod;
import onrecord.corpus.SecuritiesCode;
import onrecord.prompts.Glossary;
import onrecord.prompts.Metric;
import onrecord.retrieval.Evidence;
import onrecord.retrieval.Query;
import onrecord.retrieval.Retriever;

/// Finds what the disclosures hold on a part of a question: figures by name and period, statements
/// by search.
public final class Finder {

  private static final int DEPTH = 24;
  private static final Pattern BARE_PROFIT = Pattern.compile("净利润");
  private static final Pattern WHOSE_PROFIT = Pattern.compile("归母|归属|扣非|扣除|母公司|少数股东|持续经营");

  private final Retriever retriever;
  private final Glossary glossary;
  private final FigureBook book;
  private final FigureFinder figures;
  private final Calculator calculator;
  private final Rarities rarities;

  public Finder(Retriever retriever, Glossary glossary, FigureBook book, Rarities rarities) {
    this.retriever = retriever;
    this.glossary = glossary;
    this.book = book;
    this.rarities = rarities;
    this.figures = new FigureFinder(book);
    this.calculator = new Calculator(figures, glossary);
  }

  /// What the disclosures of an issuer that are in force hold on a part.
  public Findings find(Reading.Part part, Language language, Issuer company, Instant asOf) {
    return find(part, language, company, asOf, List.of());
  }

  /// The same, searching with further words for what is asked about.
  public Findings find(
      Reading.Part part,
      Language language,
      Issuer company,
      Instant asOf,
      List<String> furtherWords) {
    var issuer = company.code();
    var gist = Gist.of(part, names(company), glossary);
    var evidence = search(part, language, issuer, asOf, furtherWords);
    var rarity = rarities.of(issuer);
    var candidates = Statements.rank(part, gist, evidence, rarity);
    var segment = segment(part, issuer, asOf);
    var wanted = wanted(part, segment, issuer, asOf);
    var found = new ArrayList<List<FoundFigure>>();
    boolean complete = !wanted.isEmpty();
    for (var one : wanted) {
      var lists = figures.find(one, issuer, asOf);
      lists.forEach(list -> found.addAll(versions(list, part)));
      complete &= lists.size() >= Math.max(1, one.periods().size());
    }
    wholeProfit(part, segment, found, issuer, asOf).ifPresent(found::add);
    return new Findings(
        gist,
        found,
        complete,
        computation(part, segment, found, issuer, asOf),
        nearest(wanted, issuer, asOf),
        candidates,
        evidence);
  }

  /// Where a question asks for versions of a restated figure, a list for each; else the list as it
  /// is.
  private static List<List<FoundFigure>> versions(List<FoundFigure> list, Reading.Part part) {
    var asked =
        list.stream().filter(found -> FigureFinder.isAskedVersion(found, part.text())).toList();
    if (asked.isEmpty()) {
      return List.of(list);
    }
    var byVersion =
        asked.stream().collect(Collectors.groupingBy(found -> found.figure().restatement()));
    return part.text().contains("调整前") ? List.copyOf(byVersion.values()) : List.of(asked);
  }

  private static List<String> names(Issuer company) {
    return Stream.concat(
            Stream.of(company.shortName(), company.companyName()), company.aliases().stream())
        .toList();
  }

  /// Asked for profit without whose, people get the shareholders' part, which is what they mostly
  /// mean; where the income statement prints another figure under the bare name, they get that
  /// beside it.
  private Optional<List<FoundFigure>> wholeProfit(
      Reading.Part part,
      String segment,
      List<List<FoundFigure>> found,
      SecuritiesCode issuer,
      Instant asOf) {
    boolean bare =
        BARE_PROFIT.matcher(part.text()).find() && !WHOSE_PROFIT.matcher(part.text()).find();
    if (!bare || found.size() != 1 || part.calculation() != null) {
      return Optional.empty();
    }
    var shareholders = found.getFirst().getFirst();
    var period = FigureFinder.periodOf(shareholders);
    return glossary
        .metric("净利润")
        .filter(_ -> period != null)
        .map(metric -> Wanted.of(metric, segment, part))
        .flatMap(wanted ->
            figures.find(wanted.in(List.of(period)), issuer, asOf).stream()
                .filter(list -> !isSameValue(list.getFirst(), shareholders))
                .findFirst());
  }

  private static boolean isSameValue(FoundFigure one, FoundFigure other) {
    return one.figure().inBaseUnits().compareTo(other.figure().inBaseUnits()) == 0;
  }

  private List<Evidence> search(
      Reading.Part part,
      Language language,
      SecuritiesCode issuer,
      Instant asOf,
      List<String> furtherWords) {
    var expansions = new LinkedHashSet<String>();
    part.metrics()
        .forEach(metric -> expansions.addAll(metric.printed().stream().limit(3).toList()));
    expansions.addAll(glossary.synonyms(part.text()));
    expansions.addAll(furtherWords);
    var period = part.periods().stream().map(AskedPeriod::period).findFirst().orElse(null);
    return retriever.retrieve(
        new Query(
            part.text(),
            List.copyOf(expansions),
            language == Language.EN ? Language.EN : Language.ZH,
            asOf,
            Set.of(issuer),
            Set.of(),
            period,
            DEPTH));
  }

  private List<Wanted> wanted(
      Reading.Part part, String segment, SecuritiesCode issuer, Instant asOf) {
    var named =
        part.metrics().stream()
            .map(metric -> Wanted.of(metric, segment, part))
            .map(one -> one.in(askedPeriods(part)))
            .toList();
    boolean anyDisclosed =
        named.stream().anyMatch(one -> !figures.matching(one, issuer, asOf).isEmpty());
    return anyDisclosed
        ? named
        : labelled(part, issuer, asOf)
            .filter(label -> !isWithinAMetric(label, part))
            .map(List::of)
            .orElse(named);
  }

  /// The periods whose figures are wanted: where a single quarter is asked for beside those it
  /// could be computed from, it alone.
  private static List<ReportingPeriod> askedPeriods(Reading.Part part) {
    var periods = part.periods().stream().map(AskedPeriod::period).toList();
    var quarters =
        periods.stream().filter(period -> period.basis() == Basis.SINGLE_QUARTER).toList();
    var calculation = part.calculation();
    boolean quarterAlone =
        calculation != null
            && calculation.operation() == Reading.Calculation.Operation.SINGLE_QUARTER
            && !quarters.isEmpty();
    return quarterAlone ? quarters : periods;
  }

  /// Whether a label is but a part of the name of a metric that is asked for: 管理费用 in 管理费用率.
  private boolean isWithinAMetric(Wanted label, Reading.Part part) {
    var text = Words.compact(part.text());
    return glossary.mentions(text).stream()
        .map(mention -> text.substring(mention.start(), mention.end()))
        .anyMatch(name -> name.contains(label.names().getFirst()));
  }

  /// The segment that is asked for: the longest that the issuer's figures know and the question
  /// names, else whatever the question is limited to.
  private String segment(Reading.Part part, SecuritiesCode issuer, Instant asOf) {
    var subject = Words.compact(Gist.content(part.subject()));
    if (subject.isEmpty()) {
      return "";
    }
    return book.all(issuer, asOf).stream()
        .map(FigureBook.Entry::segment)
        .filter(known -> known.length() > 1 && subject.contains(known))
        .max(Comparator.comparingInt(String::length))
        .filter(known -> FigureFinder.bare(subject.replace(known, "")).length() < 2)
        .orElseGet(() -> FigureFinder.bare(subject));
  }

  /// A figure that the glossary has no metric for, named in the question as the disclosure prints
  /// it.
  private Optional<Wanted> labelled(Reading.Part part, SecuritiesCode issuer, Instant asOf) {
    if (!asksForNumber(part)) {
      return Optional.empty();
    }
    var text = Words.compact(part.text());
    var subject = Words.compact(part.subject());
    return book.all(issuer, asOf).stream()
        .filter(entry -> entry.metric().length() > 2 && text.contains(entry.metric()))
        .filter(entry -> entry.segment().isEmpty() || text.contains(entry.segment()))
        .filter(entry -> isWholly(entry, subject))
        .max(
            Comparator.comparingInt(
                (FigureBook.Entry entry) -> entry.metric().length() + entry.segment().length()))
        .map(entry ->
            new Wanted(
                List.of(entry.metric()),
                Metric.Nature.RATIO,
                entry.segment(),
                part.periods().stream().map(AskedPeriod::period).toList(),
                false));
  }

  /// In English, where a label is often a common word, it must be all that is asked about.
  private static boolean isWholly(FigureBook.Entry entry, String subject) {
    return entry.metric().chars().anyMatch(c -> Words.isHan((char) c))
        || subject
            .replaceFirst("^(?:total|net)", "")
            .equals((entry.segment() + entry.metric()).replaceFirst("^(?:total|net)", ""));
  }

  private static boolean asksForNumber(Reading.Part part) {
    return part.aspects().contains(Aspect.VALUE)
        || part.aspects().contains(Aspect.YEAR_ON_YEAR)
        || part.aspects().contains(Aspect.PERIOD_ON_PERIOD);
  }

  private Optional<Computation> computation(
      Reading.Part part,
      String segment,
      List<List<FoundFigure>> found,
      SecuritiesCode issuer,
      Instant asOf) {
    if (part.calculation() != null) {
      return calculator.compute(part, segment, issuer, asOf);
    }
    if (!found.isEmpty() || part.metrics().isEmpty()) {
      return Optional.empty();
    }
    return calculator
        .formula(part, segment, issuer, asOf)
        .or(() -> calculator.split(part, segment, issuer, asOf));
  }

  private List<FoundFigure> nearest(List<Wanted> wanted, SecuritiesCode issuer, Instant asOf) {
    return wanted.stream()
        .flatMap(one -> figures.find(one.in(List.of()), issuer, asOf).stream())
        .flatMap(list -> list.stream().limit(1))
        .toList();
  }
}
