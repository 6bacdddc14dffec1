package onrecord.bot.verifying;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onrecord.bot.finding.Forward;
import onrecord.bot.finding.Orders;
import onrecord.bot.finding.Quote;
import onrecord.bot.finding.Sentences;
import onrecord.bot.finding.Words;
import onrecord.corpus.Disclosure;
import onrecord.corpus.Figure;
import onrecord.corpus.Issuer;
import onrecord.corpus.Passage;
import onrecord.corpus.PeriodMention;
import onrecord.corpus.ReportingCalendar;
import onrecord.corpus.Speaker;
import onrecord.prompts.Policy;
import onrecord.prompts.Prompts;

/// Finds what a sentence in anybody's words rests on, in the passages that it cites alone.
///
/// It passes if one cited passage says the same: each amount with its unit, for the same period, of
/// the same thing, in the same direction; each 'not', condition and limit; no word that stands not
/// there; in the same order. What speaks of the future passes word for word only.
public final class Grounds {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final int LONGEST = 400;
  private static final Pattern MARKUP =
      Pattern.compile("[<>{}\\[\\]|`\\\\#*_~\\n\\r\\t〔〕【】]|://|www\\.|\\S@\\S");
  private static final Pattern TITLES = Pattern.compile("《[^》]*》");
  private static final Pattern LAST_STOP = Pattern.compile("[。.！!；;\\s”’\"]+$|^[“‘\"\\s]+");
  private static final Set<Policy.Kind> NO_STATEMENTS =
      Set.of(Policy.Kind.ADVICE, Policy.Kind.PRICE, Policy.Kind.INSTRUCTION);

  private final Policy policy;
  private final FigureSource figures;
  private final Tokens tokens;
  private final double enough;

  public Grounds(Prompts prompts, FigureSource figures) {
    this(prompts, figures, Support.ENOUGH);
  }

  /// @param enough the support that a sentence needs, 0 to 1
  Grounds(Prompts prompts, FigureSource figures, double enough) {
    this.policy = prompts.policy();
    this.figures = figures;
    this.tokens = new Tokens(prompts.glossary());
    this.enough = enough;
  }

  /// The figures that stand in a passage.
  public interface FigureSource {
    List<Figure> of(Passage passage, Disclosure disclosure);
  }

  /// A passage and the disclosure that it stands in.
  public record Source(Disclosure disclosure, Passage passage) {

    /// The company's own words, in force.
    public boolean isCitable(Instant asOf) {
      var endedAt = passage.endedAt();
      return passage.speaker() == Speaker.COMPANY
          && disclosure.isInForce(asOf)
          && (endedAt == null || endedAt.isAfter(asOf));
    }
  }

  /// What a sentence rests on among the passages that it cites.
  public Grounding of(String sentence, List<Source> cited, Instant asOf) {
    if (sentence.isBlank() || sentence.length() > LONGEST || MARKUP.matcher(sentence).find()) {
      return new Grounding.Unborne(Fault.FORM);
    }
    if (isNoStatement(sentence)) {
      return new Grounding.Unborne(Fault.NOT_A_STATEMENT);
    }
    var quotes = new ArrayList<Quote>();
    var fault = Fault.CITATION;
    boolean verbatim = false;
    double support = 1;
    for (var source : cited.stream().filter(one -> one.isCitable(asOf)).toList()) {
      switch (against(sentence, source, asOf)) {
        case Grounding.Borne borne -> {
          quotes.addAll(borne.quotes());
          verbatim |= borne.verbatim();
          support = Math.min(support, borne.support());
        }
        case Grounding.Unborne unborne -> fault = unborne.fault();
      }
    }
    return quotes.isEmpty()
        ? new Grounding.Unborne(fault)
        : new Grounding.Borne(quotes, verbatim, support);
  }

  /// Advice, share prices, and orders to the assistant are none of what disclosures state.
  private boolean isNoStatement(String text) {
    return policy.cues(text).stream().anyMatch(cue -> NO_STATEMENTS.contains(cue.kind()));
  }

  private Grounding against(String sentence, Source source, Instant asOf) {
    if (Orders.areIn(source.passage().text())) {
      return new Grounding.Unborne(Fault.NOT_A_STATEMENT);
    }
    var whole = verbatim(sentence, source);
    if (whole.isPresent()) {
      return new Grounding.Borne(List.of(whole.get()), true, 1);
    }
    return namesOtherTitles(sentence, source)
        ? new Grounding.Unborne(Fault.NAME)
        : new Reading(source, asOf).ground(TITLES.matcher(sentence).replaceAll(""));
  }

  private static Optional<Quote> verbatim(String sentence, Source source) {
    var said = core(sentence);
    return Sentences.of(source.passage()).stream()
        .map(span -> quote(source, span.start(), span.end()))
        .filter(quote -> core(quote.words()).equals(said))
        .findFirst();
  }

  private static String core(String sentence) {
    return Words.compact(LAST_STOP.matcher(sentence).replaceAll(""));
  }

  private static Quote quote(Source source, int start, int end) {
    return new Quote(source.disclosure(), source.passage(), start, end);
  }

  /// Whether it names a document that is neither the one cited nor named there.
  private static boolean namesOtherTitles(String sentence, Source source) {
    var known = Words.compact(source.disclosure().title() + "\n" + source.passage().text());
    return TITLES
        .matcher(sentence)
        .results()
        .map(title -> Words.compact(title.group().replaceAll("[《》]", "")))
        .anyMatch(title -> !known.contains(title));
  }

  /// A passage being read from the point of view of its document.
  private final class Reading {

    private final Source source;
    private final Instant asOf;
    private final ReportingCalendar calendar;
    private final Pattern issuer;

    Reading(Source source, Instant asOf) {
      this.source = source;
      this.asOf = asOf;
      var disclosure = source.disclosure();
      var published = disclosure.publishedAt() == null ? asOf : disclosure.publishedAt();
      this.calendar =
          new ReportingCalendar(published.atZone(CHINA).toLocalDate(), disclosure.period());
      this.issuer = names(disclosure.issuer());
    }

    /// The issuer's names, the longest first; the company goes without saying.
    private static Pattern names(Issuer issuer) {
      var names =
          Stream.concat(
              Stream.of(issuer.shortName(), issuer.companyName()), issuer.aliases().stream());
      return Pattern.compile(
          names
              .map(Tokens::plain)
              .filter(name -> name.length() > 1)
              .sorted(Comparator.comparingInt(String::length).reversed())
              .map(Pattern::quote)
              .collect(Collectors.joining("|")),
          Pattern.CASE_INSENSITIVE);
    }

    private List<Token> tokens(List<String> texts) {
      return texts.stream().flatMap(text -> tokens(text).stream()).toList();
    }

    private List<Token> tokens(String text) {
      var plain = issuer.matcher(Tokens.plain(text)).replaceAll("公司");
      return Grounds.this.tokens.of(plain, calendar);
    }

    private Statement statement(String text) {
      return new Statement(tokens(text), !Tokens.isHan(text));
    }

    Grounding ground(String sentence) {
      var claim = statement(sentence);
      if (looksAhead(sentence, claim)) {
        return new Grounding.Unborne(Fault.OUTLOOK);
      }
      if (isRelativeToToday(claim)) {
        return new Grounding.Unborne(Fault.PERIOD);
      }
      boolean inCells = source.passage().form() == Passage.Form.TABLE && !claim.amounts().isEmpty();
      return inCells ? inTable(sentence, claim) : inSentences(claim);
    }

    private boolean looksAhead(String sentence, Statement claim) {
      var today = asOf.atZone(CHINA).toLocalDate();
      return Forward.looksAhead(sentence)
          || claim.periods().stream().anyMatch(period -> period.end().isAfter(today));
    }

    /// 今年, 上个月: a document's today is not the reader's.
    private static boolean isRelativeToToday(Statement claim) {
      return Tokens.periods(claim.tokens().stream())
          .map(Token.Period::mention)
          .anyMatch(mention ->
              mention.year() instanceof PeriodMention.Year.FromToday
                  || mention.span() instanceof PeriodMention.Span.Away);
    }

    private Grounding inTable(String sentence, Statement claim) {
      var passage = source.passage();
      var cells =
          figures.of(passage, source.disclosure()).stream()
              .map(figure -> cell(figure, sentence))
              .flatMap(Optional::stream)
              .toList();
      var about =
          Stream.of(
                  Stream.of(source.disclosure().title()),
                  passage.headings().stream(),
                  passage.text().lines().limit(2))
              .flatMap(texts -> texts)
              .toList();
      return new TableCheck(cells, tokens(about))
          .stated(claim)
          .<Grounding>map(stated -> new Grounding.Borne(rows(stated), false, 1))
          .orElseGet(() -> new Grounding.Unborne(Fault.NUMBER));
    }

    private List<Quote> rows(List<Figure> stated) {
      return stated.stream()
          .map(figure -> quote(source, figure.start(), figure.end()))
          .distinct()
          .toList();
    }

    /// A figure that a sentence may be about: one whose name and segment it has.
    private Optional<TableCheck.Cell> cell(Figure figure, String sentence) {
      var segment = figure.segment() == null ? "" : figure.segment();
      var printed = Grounds.this.tokens.metrics(figure.metric());
      var said = Words.compact(sentence);
      boolean named = !printed.isEmpty() || said.contains(Words.compact(figure.metric()));
      if (!named || !said.contains(Words.compact(segment))) {
        return Optional.empty();
      }
      var name = tokens(figure.metric());
      var metrics = new HashSet<>(printed.isEmpty() ? TableCheck.metrics(name) : printed);
      metrics.addAll(TableCheck.metrics(tokens(segment)));
      var words =
          Stream.of(figure.metric(), segment, figure.row(), figure.column())
              .filter(Objects::nonNull)
              .toList();
      return Optional.of(new TableCheck.Cell(figure, metrics, tokens(words)));
    }

    /// The sentence that says it, the nearest if several do. Two sentences never say one thing
    /// together: each is about a subject of its own.
    private Grounding inSentences(Statement claim) {
      var otherNames =
          tokens(Grounds.this.tokens.otherNames(Tokens.plain(source.passage().text())));
      Grounding best = new Grounding.Unborne(Fault.SUPPORT);
      double most = -1;
      for (var span : Sentences.of(source.passage())) {
        var quote = quote(source, span.start(), span.end());
        var check =
            new ProseCheck(statement(quote.words()), otherNames, source.disclosure().period());
        double support = check.support(claim);
        var found = ground(claim, quote, check, support);
        boolean passes = found instanceof Grounding.Borne;
        boolean passed = best instanceof Grounding.Borne;
        if (passes && !passed || passes == passed && support > most) {
          most = support;
          best = found;
        }
      }
      return best;
    }

    private Grounding ground(Statement claim, Quote quote, ProseCheck check, double support) {
      var fault =
          Forward.looksAhead(quote.words())
              ? Optional.of(Fault.OUTLOOK)
              : check.fault(claim, enough);
      return fault
          .<Grounding>map(Grounding.Unborne::new)
          .orElseGet(() -> new Grounding.Borne(List.of(quote), false, support));
    }
  }
}
