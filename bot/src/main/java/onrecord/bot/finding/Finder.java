package onrecord.bot.finding;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import onrecord.bot.Reading;
import onrecord.bot.Reading.AskedPeriod;
import onrecord.corpus.Issuer;
import onrecord.corpus.Language;
import onrecord.corpus.Passage;
import onrecord.corpus.PassageId;
import onrecord.corpus.Speaker;
import onrecord.prompts.Glossary;
import onrecord.retrieval.Evidence;
import onrecord.retrieval.Query;
import onrecord.retrieval.Retriever;

/// Finds what the disclosures hold on a part of a question: figures by name and period, statements
/// by search and by the headings they stand under.
public final class Finder {

  private static final int DEPTH = 24;

  /// How many passages of a section are looked into.
  private static final int SECTION_DEPTH = 30;

  /// What speaks for a passage that was found: its rank, and how much of the question stands in it.
  private static final double RANK = 0.4;

  private static final double COVERAGE = 0.6;

  /// What speaks for a passage that only stands in a section near.
  private static final double UNRANKED = 0.3;

  private final Retriever retriever;
  private final Glossary glossary;
  private final Roles roles;
  private final SectionFinder sections;
  private final AskedFigures figures;
  private final Lineups lineups;
  private final Calculator calculator;
  private final Rarities rarities;

  public Finder(
      Retriever retriever,
      Glossary glossary,
      FigureBook book,
      SectionBook outlines,
      Roles roles,
      Rarities rarities) {
    this.retriever = retriever;
    this.glossary = glossary;
    this.roles = roles;
    this.rarities = rarities;
    this.sections = new SectionFinder(outlines);
    var finder = new FigureFinder(book);
    this.figures = new AskedFigures(finder, book, glossary, roles);
    this.lineups = new Lineups(book, glossary);
    this.calculator = new Calculator(finder, glossary);
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
    var asked = asked(part, company, asOf);
    var evidence = search(asked, language, furtherWords);
    var near = sections.find(asked);
    var candidates = Statements.rank(asked, sources(evidence, near, asOf));
    var excerpts = new Excerpts(part, candidates, near);
    var found = figures.find(asked);
    var officers = roles.officers(asked);
    var computation = computation(asked, found);
    return new Findings(
        asked.gist(),
        found.lists(),
        found.isComplete(),
        computation,
        computation.isPresent()
            ? List.of()
            : calculator.lacking(part, found.segment(), asked.issuer(), asOf),
        lineups.find(asked),
        found.nearest(),
        candidates,
        officers.isEmpty() ? excerpts.answering() : officers,
        excerpts.reasons(),
        excerpts.section(),
        evidence);
  }

  private Asked asked(Reading.Part part, Issuer company, Instant asOf) {
    var gist =
        Gist.of(part, names(company), glossary)
            .named(name -> roles.holders(name, company.code(), asOf));
    return new Asked(
        part,
        gist,
        AskedPeriods.of(part),
        Measure.of(part.text()),
        company,
        asOf,
        rarities.of(company.code()));
  }

  private static List<String> names(Issuer company) {
    return Stream.concat(
            Stream.of(company.shortName(), company.companyName()), company.aliases().stream())
        .toList();
  }

  private List<Evidence> search(Asked asked, Language language, List<String> furtherWords) {
    var part = asked.part();
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
            asked.asOf(),
            Set.of(asked.issuer()),
            Set.of(),
            period,
            DEPTH));
  }

  /// The passages found and those of the sections near, each once.
  private static List<Statements.Source> sources(
      List<Evidence> evidence, List<SectionFinder.Near> near, Instant asOf) {
    var sources = new LinkedHashMap<PassageId, Statements.Source>();
    for (var found : evidence) {
      double prior = RANK / found.rank() + COVERAGE * found.coverage();
      var passage = found.passage();
      sources.put(
          passage.id(),
          new Statements.Source(found.disclosure(), passage, prior, nearness(passage, near)));
    }
    for (var one : near) {
      one.section()
          .all()
          .filter(passage -> isInForce(passage, asOf))
          .limit(SECTION_DEPTH)
          .forEach(passage ->
              sources.putIfAbsent(
                  passage.id(),
                  new Statements.Source(
                      one.section().disclosure(), passage, UNRANKED, one.nearness())));
    }
    return List.copyOf(sources.values());
  }

  private static double nearness(Passage passage, List<SectionFinder.Near> near) {
    return near.stream()
        .filter(one -> one.section().holds(passage))
        .mapToDouble(SectionFinder.Near::nearness)
        .max()
        .orElse(0);
  }

  private static boolean isInForce(Passage passage, Instant asOf) {
    return passage.speaker() == Speaker.COMPANY
        && (passage.endedAt() == null || passage.endedAt().isAfter(asOf));
  }

  /// What is asked to be computed; where a figure is not disclosed by itself, what it follows from.
  private Optional<Computation> computation(Asked asked, AskedFigures.Found found) {
    var part = asked.part();
    if (part.calculation() != null) {
      return calculator.compute(part, found.segment(), asked.issuer(), asked.asOf());
    }
    if (!found.lists().isEmpty() || part.metrics().isEmpty()) {
      return Optional.empty();
    }
    return calculator
        .formula(part, found.segment(), asked.issuer(), asked.asOf())
        .or(() -> calculator.split(part, found.segment(), asked.issuer(), asked.asOf()));
  }
}
