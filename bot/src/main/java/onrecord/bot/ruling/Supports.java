package onrecord.bot.ruling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import onrecord.bot.Reading;
import onrecord.bot.Reading.Aspect;
import onrecord.bot.finding.Candidate;
import onrecord.bot.finding.Findings;
import onrecord.bot.finding.Forward;
import onrecord.bot.finding.Quote;
import onrecord.bot.finding.Statements;
import onrecord.bot.finding.Words;
import onrecord.corpus.Passage;
import onrecord.prompts.Metric;
import onrecord.prompts.Policy.Kind;

/// What of all that was found answers a part of a question.
final class Supports {

  /// The share that must stand with a sentence where question and disclosure are of different
  /// languages.
  private static final double ANSWERS_ACROSS = 0.45;

  /// What asks for a matter as such, which a whole section may be about.
  private static final Set<Aspect> MATTER = Set.of(Aspect.LIST, Aspect.DEFINITION);

  /// From here on a heading is about what is asked.
  private static final double HEADED = 0.75;

  /// The share that a row and its headings must say together.
  private static final double ROW = 0.85;

  /// How many characters of a section are quoted at most.
  private static final int SECTION = 600;

  private Supports() {}

  /// What answers a part; empty where nothing that was found does.
  static Optional<Support> answering(Reading.Part part, Findings findings) {
    if (part.calculation() != null && !isStatedAnyway(part, findings)) {
      var computed = findings.computation().map(Support.Computed::new);
      if (computed.isPresent() || !asksForRate(part)) {
        return computed.map(support -> support);
      }
    }
    if (!part.metrics().isEmpty() && asksForFigure(part)) {
      return figures(part, findings).or(() -> row(part, findings));
    }
    if (findings.isComplete() && asksForFigure(part)) {
      return Optional.of(new Support.Stated(findings.figures()));
    }
    return statements(part, findings).map(Support.Quoted::new);
  }

  /// What could be computed need not be where the company states it.
  private static boolean isStatedAnyway(Reading.Part part, Findings findings) {
    return findings.isComplete()
        && switch (Objects.requireNonNull(part.calculation()).operation()) {
          case FORMULA, SINGLE_QUARTER -> true;
          case SHARE -> asksForRate(part);
          case SUM, DIFFERENCE, RATIO, CHANGE, GROWTH, COMPOUND_GROWTH, CONVERT -> false;
        };
  }

  /// Whether a metric that is itself a share or rate is asked for.
  private static boolean asksForRate(Reading.Part part) {
    return part.metrics().stream().anyMatch(metric -> metric.nature() == Metric.Nature.RATIO);
  }

  private static boolean asksForFigure(Reading.Part part) {
    if (part.aspects().contains(Aspect.WHO)) {
      return false;
    }
    return part.aspects().isEmpty()
        || part.aspects().contains(Aspect.VALUE)
        || part.aspects().contains(Aspect.YEAR_ON_YEAR)
        || part.aspects().contains(Aspect.PERIOD_ON_PERIOD)
        || part.aspects().contains(Aspect.RANKING);
  }

  private static Optional<Support> figures(Reading.Part part, Findings findings) {
    if (findings.figures().isEmpty()) {
      return findings
          .computation()
          .<Support>map(Support.Computed::new)
          .or(() -> unreadFigure(part, findings));
    }
    if (!findings.isComplete()) {
      return findings.computation().isPresent()
          ? Optional.of(
              new Support.StatedAndComputed(findings.figures(), findings.computation().get()))
          : Optional.of(new Support.Stated(findings.figures()));
    }
    boolean saysMore =
        part.aspects().contains(Aspect.REASON) || part.aspects().contains(Aspect.DEFINITION);
    if (saysMore) {
      var quotes = statements(part, findings).orElse(List.of());
      return Optional.of(new Support.StatedAndQuoted(findings.figures(), quotes));
    }
    return Optional.of(new Support.Stated(findings.figures()));
  }

  /// A row of a table whose label and headings together say nearly all that is asked about: 折旧年限 of
  /// 房屋及建筑物.
  private static Optional<Support> row(Reading.Part part, Findings findings) {
    return findings.candidates().stream()
        .filter(candidate -> candidate.quote().passage().form() == Passage.Form.TABLE)
        .filter(candidate -> candidate.own() >= Ruler.OWN && candidate.coverage() >= ROW)
        .filter(candidate -> hasForm(part, candidate) && isOfPeriodAsked(part, candidate))
        .findFirst()
        .map(candidate -> new Support.Quoted(List.of(candidate.quote())));
  }

  /// A number in a sentence or row from which no figure was read, if its metric was read from
  /// nowhere.
  private static Optional<Support> unreadFigure(Reading.Part part, Findings findings) {
    if (!findings.nearest().isEmpty()) {
      return Optional.empty();
    }
    return findings.candidates().stream()
        .filter(candidate -> candidate.own() >= 0.75 && hasForm(part, candidate))
        .filter(candidate -> isOfPeriodAsked(part, candidate))
        .filter(candidate -> statesNumberOf(part, candidate))
        .findFirst()
        .map(candidate -> new Support.Quoted(List.of(candidate.quote())));
  }

  /// Whether a number follows on the metric's name within its clause.
  private static boolean statesNumberOf(Reading.Part part, Candidate candidate) {
    var words = Words.compact(words(candidate));
    return part.metrics().stream()
        .flatMap(metric -> Stream.concat(metric.printed().stream(), metric.asked().stream()))
        .map(Words::compact)
        .filter(words::contains)
        .anyMatch(name ->
            Pattern.compile(Pattern.quote(name) + "[^，。；,;]{0,12}\\d").matcher(words).find());
  }

  private static boolean isOfPeriodAsked(Reading.Part part, Candidate candidate) {
    return part.periods().isEmpty()
        || part.periods().stream()
            .anyMatch(asked ->
                asked.period().equals(candidate.quote().disclosure().period())
                    || words(candidate).contains(asked.words()));
  }

  /// The sentences that together say most of what is asked about, or empty if they say too little.
  private static Optional<List<Quote>> statements(Reading.Part part, Findings findings) {
    var best =
        findings.candidates().stream().filter(candidate -> answers(part, candidate)).findFirst();
    boolean asksForMatter = part.aspects().stream().allMatch(MATTER::contains);
    if (asksForMatter || best.isPresent() && best.get().own() < Ruler.OWN) {
      var section = section(findings);
      if (section.isPresent()) {
        return section;
      }
    }
    return best.map(candidate -> gathered(candidate, part, findings));
  }

  /// The section that is headed by what is asked about, if one is.
  static Optional<List<Quote>> section(Findings findings) {
    return findings.candidates().stream()
        .filter(candidate -> candidate.headed() >= HEADED)
        .filter(candidate -> candidate.quote().passage().form() == Passage.Form.PROSE)
        .filter(candidate -> candidate.quote().passage().item() == null)
        .findFirst()
        .map(candidate -> opening(candidate, findings));
  }

  /// What a reader will read of a section: all of a short one, of a long one the sentence that
  /// opens each paragraph.
  private static List<Quote> opening(Candidate headed, Findings findings) {
    var headings = headed.quote().passage().headings();
    var inOrder =
        findings.candidates().stream()
            .map(Candidate::quote)
            .filter(quote -> quote.disclosure().equals(headed.quote().disclosure()))
            .filter(quote -> startsWith(quote.passage().headings(), headings))
            .filter(quote -> quote.passage().form() == Passage.Form.PROSE)
            .sorted(
                Comparator.comparingInt((Quote quote) -> quote.passage().ordinal())
                    .thenComparingInt(Quote::start))
            .toList();
    boolean isLong = inOrder.stream().mapToInt(quote -> quote.words().length()).sum() > SECTION;
    return upTo(
        SECTION, isLong ? inOrder.stream().filter(Quote::opensParagraph).toList() : inOrder);
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

  private static boolean startsWith(List<String> headings, List<String> beginning) {
    return headings.size() >= beginning.size()
        && headings.subList(0, beginning.size()).equals(beginning);
  }

  private static boolean answers(Reading.Part part, Candidate candidate) {
    var formal = Statements.formal(part);
    boolean form = formal.isEmpty() || candidate.fits().stream().anyMatch(formal::contains);
    boolean boilerplate = Forward.disclaims(words(candidate)) && !part.hasCue(Kind.PAST_STATEMENT);
    return form && !boilerplate && candidate.coverage() >= enough(part, candidate);
  }

  /// Across languages fewer names meet, since only those of the glossary do.
  private static double enough(Reading.Part part, Candidate candidate) {
    boolean across =
        part.text().chars().noneMatch(c -> Words.isHan((char) c))
            && words(candidate).chars().anyMatch(c -> Words.isHan((char) c));
    return across ? ANSWERS_ACROSS : Ruler.ANSWERS;
  }

  /// The best unit, the best ones for the aspects that it leaves open, and near equals beside it.
  private static List<Quote> gathered(Candidate best, Reading.Part part, Findings findings) {
    var quotes = new LinkedHashSet<Quote>();
    quotes.add(best.quote());
    for (var aspect : Statements.formal(part)) {
      if (!best.fits().contains(aspect)) {
        findings.candidates().stream()
            .filter(candidate -> candidate.fits().contains(aspect) && answers(part, candidate))
            .findFirst()
            .ifPresent(candidate -> quotes.add(candidate.quote()));
      }
    }
    findings.candidates().stream()
        .filter(candidate -> isNextTo(best, candidate) && candidate.isNamed())
        .limit(4)
        .forEach(candidate -> quotes.add(candidate.quote()));
    findings.candidates().stream()
        .filter(candidate -> isNextTo(best, candidate))
        .filter(candidate -> candidate.own() >= 0.85 * best.own())
        .filter(candidate -> candidate.own() > 0 && candidate.fits().containsAll(best.fits()))
        .limit(3)
        .forEach(candidate -> quotes.add(candidate.quote()));
    return quotes.stream()
        .sorted(
            Comparator.comparing((Quote quote) -> quote.passage().id().value())
                .thenComparingInt(Quote::start))
        .toList();
  }

  private static boolean isNextTo(Candidate best, Candidate other) {
    return best.quote().passage().id().equals(other.quote().passage().id());
  }

  /// Whether a candidate is of the form that each aspect asks for.
  static boolean hasForm(Reading.Part part, Candidate candidate) {
    return candidate.fits().containsAll(Statements.formal(part));
  }

  private static String words(Candidate candidate) {
    return candidate.quote().words();
  }
}
