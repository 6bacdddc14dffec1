package onrecord.bot.finding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import onrecord.bot.Reading;
import onrecord.bot.Reading.Aspect;
import onrecord.corpus.Passage;
import onrecord.corpus.Speaker;
import onrecord.prompts.Policy.Kind;

/// Chooses what to quote: the sentence, row or section that says what is asked, and no more.
final class Excerpts {

  /// The share of what is asked about that must stand with a sentence for it to answer.
  private static final double ANSWERS = 0.62;

  /// The same where question and disclosure are of different languages.
  private static final double ANSWERS_ACROSS = 0.45;

  /// The share that must stand in the sentence itself.
  private static final double OWN = 0.3;

  /// From here on a sentence says so much itself that its section need not be quoted.
  private static final double STRONG = 0.6;

  /// From here on a label is what is asked for, and what stands behind it answers.
  private static final double LABELLED = 0.9;

  /// From this nearness on a section is about what is asked.
  private static final double HEADED = 0.6;

  /// From this nearness on a section is about what is asked and nothing else.
  private static final double SOLELY = 0.8;

  /// How much a sentence of a section speaks for it, beside its heading.
  private static final double SAYS = 0.3;

  /// What asks for a matter as such, which a whole section may be about.
  private static final Set<Aspect> MATTER = Set.of(Aspect.LIST, Aspect.DEFINITION);

  /// How many characters of a section are quoted at most.
  private static final int LENGTH = 600;

  /// How many rows of a table are quoted at most.
  private static final int ROWS = 12;

  private static final Pattern ENUMERATES =
      Pattern.compile("分为|(主要)?(包括|包含|涵盖)|主要有|如下|以下|[一二三四五六七八九十两]+(种|类|个方面|项|大)");
  private static final Pattern LEADS_NOWHERE =
      Pattern.compile(".{0,40}(详见|参见|请见|见本报告|请查阅).*|.{0,24}[^。；;！？!?.]");

  private final Reading.Part part;
  private final List<Candidate> candidates;
  private final List<SectionFinder.Near> sections;

  /// The aspects asked for that only a certain form of unit can answer.
  private final Set<Aspect> formal;

  Excerpts(Reading.Part part, List<Candidate> candidates, List<SectionFinder.Near> sections) {
    this.part = part;
    this.candidates = candidates;
    this.sections = sections;
    this.formal = Forms.formal(part);
  }

  /// What answers in the disclosures' own words; empty where nothing says enough.
  List<Quote> answering() {
    var best = candidates.stream().filter(this::answers).findFirst();
    boolean asksForMatter = Forms.aspects(part).stream().allMatch(MATTER::contains);
    boolean asksWhether = part.aspects().contains(Aspect.YES_NO);
    boolean says = best.isPresent() && best.get().own() >= (asksWhether ? STRONG : OWN);
    boolean labelled = best.isPresent() && best.get().closeness() >= LABELLED;
    if (asksWhether && !labelled) {
      var boxes = boxes();
      if (!boxes.isEmpty()) {
        return boxes;
      }
    }
    if (asksForMatter && !labelled || !says) {
      var section = section();
      boolean worth =
          best.isEmpty() || asksWhether || !section.stream().allMatch(Excerpts::isTicks);
      if (!section.isEmpty() && worth && (asksForMatter || formal.isEmpty())) {
        return section;
      }
    }
    return best.map(this::gathered).map(Excerpts::joined).orElse(List.of());
  }

  /// What the section says that the prescribed form gives to nothing but the matter asked about:
  /// its boxes, and what little stands beside them.
  private List<Quote> boxes() {
    return sections.stream()
        .filter(near -> near.nearness() >= SOLELY)
        .max(Comparator.comparingDouble(SectionFinder.Near::nearness))
        .map(SectionFinder.Near::section)
        .filter(section -> !ticks(section, section.all().toList()).isEmpty())
        .map(Excerpts::reading)
        .map(Excerpts::joined)
        .orElse(List.of());
  }

  private static boolean isTicks(Quote quote) {
    return Ticks.isForm(quote.words());
  }

  /// The cause that is given for what is asked about.
  List<Quote> reasons() {
    return candidates.stream()
        .filter(candidate -> candidate.fits().contains(Aspect.REASON))
        .filter(candidate -> candidate.own() >= OWN && candidate.coverage() >= enough(candidate))
        .findFirst()
        .map(this::gathered)
        .map(Excerpts::joined)
        .orElse(List.of());
  }

  /// What a reader will read of the section that is headed by what is asked about.
  List<Quote> section() {
    return sections.stream()
        .filter(near -> near.nearness() >= HEADED)
        .map(near -> new Read(reading(near.section()), near.nearness() + SAYS * said(near)))
        .filter(read -> !read.quotes().isEmpty())
        .min(Comparator.comparing(Read::form).thenComparingDouble(read -> -read.worth()))
        .map(Read::quotes)
        .map(Excerpts::joined)
        .orElse(List.of());
  }

  /// What is to be read of a section, and how much speaks for it.
  private record Read(List<Quote> quotes, double worth) {

    /// Sentences before rows, and rows before ticked boxes.
    int form() {
      var first = quotes.getFirst();
      return Ticks.isForm(first.words()) ? 2 : first.passage().form() == Passage.Form.TABLE ? 1 : 0;
    }
  }

  /// How much of what is asked about the best sentence of a section names itself.
  private double said(SectionFinder.Near near) {
    return candidates.stream()
        .filter(candidate -> near.section().holds(candidate.quote().passage()))
        .mapToDouble(Candidate::own)
        .max()
        .orElse(0);
  }

  /// Of a section with parts the sentence that enumerates them, else how each begins; of a short
  /// one all, of a long one the sentence that opens each paragraph.
  private static List<Quote> reading(Section section) {
    var own = sentences(section, section.own());
    if (section.parts().size() > 1) {
      var enumerating =
          own.stream().filter(quote -> ENUMERATES.matcher(quote.words()).find()).findFirst();
      return upTo(LENGTH, enumerating.map(List::of).orElseGet(() -> openings(section)));
    }
    if (section.parts().size() == 1 && own.isEmpty()) {
      return reading(section.parts().getFirst());
    }
    return upTo(LENGTH, length(own) > LENGTH ? openingParagraphs(own) : own);
  }

  private static List<Quote> openings(Section section) {
    return section.parts().stream()
        .map(Excerpts::reading)
        .filter(quotes -> !quotes.isEmpty())
        .map(List::getFirst)
        .toList();
  }

  private static List<Quote> openingParagraphs(List<Quote> quotes) {
    return quotes.stream().filter(Quote::opensParagraph).toList();
  }

  /// What passages of a section say, without boxes and references; the ticked boxes where they say
  /// nothing else; of a table its rows.
  private static List<Quote> sentences(Section section, List<Passage> passages) {
    var said = new LinkedHashMap<String, Quote>();
    for (var passage : passages) {
      if (passage.form() == Passage.Form.PROSE && passage.speaker() == Speaker.COMPANY) {
        units(section, passage)
            .filter(quote -> !Ticks.isForm(quote.words()) && !Sentences.isTitle(quote.words()))
            .forEach(quote -> said.putIfAbsent(Words.compact(quote.words()), quote));
      }
    }
    boolean refersOnly =
        said.values().stream().allMatch(quote -> LEADS_NOWHERE.matcher(quote.words()).matches());
    if (!refersOnly) {
      return List.copyOf(said.values());
    }
    var rows = rows(section, passages);
    return rows.isEmpty() ? ticks(section, passages) : rows;
  }

  private static List<Quote> rows(Section section, List<Passage> passages) {
    return passages.stream()
        .filter(passage -> passage.form() == Passage.Form.TABLE)
        .flatMap(passage ->
            Grid.of(passage).rows().stream()
                .filter(Grid.Row::statesSomething)
                .map(row -> new Quote(section.disclosure(), passage, row.start(), row.end())))
        .filter(quote -> !Orders.areIn(quote.words()))
        .limit(ROWS)
        .toList();
  }

  private static List<Quote> ticks(Section section, List<Passage> passages) {
    return passages.stream()
        .flatMap(passage -> units(section, passage))
        .filter(quote -> Ticks.isTicked(quote.words()))
        .limit(1)
        .toList();
  }

  private static Stream<Quote> units(Section section, Passage passage) {
    return Sentences.of(passage).stream()
        .map(span -> new Quote(section.disclosure(), passage, span.start(), span.end()))
        .filter(quote -> !Orders.areIn(quote.words()));
  }

  private static int length(Collection<Quote> quotes) {
    return quotes.stream().mapToInt(quote -> quote.words().length()).sum();
  }

  private static List<Quote> upTo(int length, List<Quote> quotes) {
    var kept = new ArrayList<Quote>();
    int sum = 0;
    for (var quote : quotes) {
      sum += quote.words().length();
      if (sum > length && !kept.isEmpty()) {
        break;
      }
      kept.add(quote);
    }
    return kept;
  }

  private boolean answers(Candidate candidate) {
    return candidate.coverage() >= enough(candidate)
        && isOfForm(candidate)
        && !isBoilerplate(candidate);
  }

  private boolean isOfForm(Candidate candidate) {
    return formal.isEmpty() || candidate.fits().stream().anyMatch(formal::contains);
  }

  private boolean isBoilerplate(Candidate candidate) {
    return Forward.disclaims(candidate.quote().words()) && !part.hasCue(Kind.PAST_STATEMENT);
  }

  /// Across languages fewer names meet, since only those of the glossary do.
  private double enough(Candidate candidate) {
    boolean across =
        part.text().chars().noneMatch(c -> Words.isHan((char) c))
            && candidate.quote().words().chars().anyMatch(c -> Words.isHan((char) c));
    return across ? ANSWERS_ACROSS : ANSWERS;
  }

  /// The best unit, the best ones for the aspects that it leaves open, and near equals beside it.
  private List<Quote> gathered(Candidate best) {
    var quotes = new LinkedHashSet<Quote>();
    quotes.add(best.quote());
    for (var aspect : formal) {
      if (!best.fits().contains(aspect)) {
        candidates.stream()
            .filter(candidate -> candidate.fits().contains(aspect) && answers(candidate))
            .findFirst()
            .ifPresent(candidate -> quotes.add(candidate.quote()));
      }
    }
    Stream.concat(
            beside(best)
                .filter(other -> other.isNamed() && other.coverage() >= 0.85 * best.coverage())
                .limit(4),
            beside(best).filter(other -> isNearlyAsGood(other, best)).limit(3))
        .forEach(candidate -> quotes.add(candidate.quote()));
    return List.copyOf(quotes);
  }

  private Stream<Candidate> beside(Candidate best) {
    return candidates.stream()
        .filter(other -> other.quote().passage().id().equals(best.quote().passage().id()));
  }

  private static boolean isNearlyAsGood(Candidate other, Candidate best) {
    return other.own() > 0
        && other.coverage() >= 0.85 * best.coverage()
        && other.own() >= 0.85 * best.own()
        && other.fits().containsAll(best.fits());
  }

  /// In reading order; sentences that follow one another become one quotation.
  private static List<Quote> joined(List<Quote> quotes) {
    var disclosures = quotes.stream().map(Quote::disclosure).distinct().toList();
    var inOrder =
        quotes.stream()
            .sorted(
                Comparator.comparingInt((Quote quote) -> disclosures.indexOf(quote.disclosure()))
                    .thenComparingInt(quote -> quote.passage().ordinal())
                    .thenComparingInt(Quote::start))
            .toList();
    var joined = new ArrayList<Quote>();
    for (var quote : inOrder) {
      var before = joined.isEmpty() ? Optional.<Quote>empty() : Optional.of(joined.getLast());
      if (before.filter(last -> follows(last, quote)).isPresent()) {
        var last = joined.removeLast();
        joined.add(new Quote(last.disclosure(), last.passage(), last.start(), quote.end()));
      } else {
        joined.add(quote);
      }
    }
    return joined;
  }

  private static boolean follows(Quote last, Quote quote) {
    return last.passage().id().equals(quote.passage().id())
        && last.passage().form() == Passage.Form.PROSE
        && last.passage().text().substring(last.end(), quote.start()).isBlank();
  }
}
