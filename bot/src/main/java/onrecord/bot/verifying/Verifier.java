package onrecord.bot.verifying;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import onrecord.bot.Answer;
import onrecord.bot.composing.Draft;
import onrecord.bot.composing.Sentence;
import onrecord.bot.finding.Quote;
import onrecord.bot.finding.Ticks;
import onrecord.bot.finding.Words;
import onrecord.prompts.Phrase;

/// Lets pass what is a standard phrase or stands in what it cites, and drops the rest.
///
/// It knows nothing of how a draft came about: whoever wrote it, each sentence is held against its
/// quotations alone.
public final class Verifier {

  private static final Set<Phrase> LEAD_INS =
      Set.of(Phrase.QUOTE_FROM, Phrase.QUOTE_FROM_SECTION, Phrase.OUTLOOK_FROM, Phrase.COMPARISON);
  private static final Pattern MONEY_UNIT = Pattern.compile("\\d\\s*((?:百万|千万|万|亿|千|百)元)");
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:,\\d{3})*(?:\\.\\d+)?");

  private final Grounds grounds;

  public Verifier(Grounds grounds) {
    this.grounds = grounds;
  }

  /// The draft without the sentences that do not hold. A lead-in whose quotations were all dropped
  /// goes with them.
  public Draft verify(Draft draft, Instant asOf) {
    var parts = draft.parts().stream().map(part -> verify(part, asOf)).toList();
    return new Draft(draft.opening(), parts, draft.closing());
  }

  private List<Sentence> verify(List<Sentence> part, Instant asOf) {
    var kept = new ArrayDeque<Sentence>();
    for (var sentence : part.reversed()) {
      boolean leadsNowhere = leadsIn(sentence) && (kept.isEmpty() || !isClaim(kept.getFirst()));
      if (holds(sentence, asOf) && !leadsNowhere) {
        kept.addFirst(sentence);
      }
    }
    return List.copyOf(kept);
  }

  /// Whether a sentence rests on citations, rather than being a standard phrase.
  public static boolean isClaim(Sentence sentence) {
    return !(sentence instanceof Sentence.Standard);
  }

  private static boolean leadsIn(Sentence sentence) {
    return sentence instanceof Sentence.Standard(var phrase, _) && LEAD_INS.contains(phrase);
  }

  /// Whether a sentence may leave.
  public boolean holds(Sentence sentence, Instant asOf) {
    return switch (sentence) {
      case Sentence.Standard _ -> true;
      case Sentence.Quotation(var quote) -> isCitable(quote, asOf);
      case Sentence.Written written -> isBorne(written, asOf);
      case Sentence.Stated stated -> isSupported(stated, asOf);
      case Sentence.Attributed attributed -> isAttributed(attributed, asOf);
      case Sentence.Compared compared ->
          !compared.lines().isEmpty()
              && compared.lines().stream().allMatch(line -> isSupported(line, asOf));
    };
  }

  /// The company's own words, in force.
  private static boolean isCitable(Quote quote, Instant asOf) {
    return isTheCompanys(quote)
        && quote.disclosure().isInForce(asOf)
        && quote.passage().countsAt(asOf);
  }

  /// What it says stands in each of its quotations.
  private boolean isBorne(Sentence.Written written, Instant asOf) {
    return !written.quotes().isEmpty()
        && written.quotes().stream()
            .map(quote -> new Grounds.Source(quote.disclosure(), quote.passage()))
            .distinct()
            .allMatch(source ->
                grounds.of(written.text(), List.of(source), asOf) instanceof Grounding.Borne);
  }

  /// What the company says, or has ticked in a prescribed form.
  private static boolean isTheCompanys(Quote quote) {
    return switch (quote.passage().speaker()) {
      case COMPANY -> true;
      case BOILERPLATE -> Ticks.isTicked(quote.words());
      case INVESTOR -> false;
    };
  }

  private static boolean isSupported(Sentence.Stated stated, Instant asOf) {
    boolean printed =
        !stated.support().isEmpty()
            && stated.support().stream()
                .allMatch(support ->
                    isCitable(support.quote(), asOf)
                        && numbers(support.printed()).stream()
                            .allMatch(number -> hasNumber(support.quote(), number)));
    return printed
        && (stated.computed() == null ? statesPrinted(stated) : formulaIsPrinted(stated));
  }

  /// Every word that it gives as the disclosure's stands in the passage.
  private static boolean isAttributed(Sentence.Attributed attributed, Instant asOf) {
    var passage = attributed.quote().passage().text();
    return isCitable(attributed.quote(), asOf)
        && attributed.printed().stream().allMatch(words -> contains(passage, words));
  }

  /// The line's value is printed where it says.
  private static boolean isSupported(Sentence.Line line, Instant asOf) {
    var quote = line.support().quote();
    return isCitable(quote, asOf)
        && isSameNumber(line.words(), line.support().printed())
        && hasUnit(quote, line.words())
        && numbers(line.words()).stream().allMatch(number -> hasNumber(quote, number));
  }

  /// The value is the printed number, and the change stands beside it.
  private static boolean statesPrinted(Sentence.Stated stated) {
    var quoted = stated.support().getFirst();
    var value = stated.variables().getOrDefault("value", "");
    var change = stated.variables().getOrDefault("change", "");
    return isSameNumber(value, quoted.printed())
        && hasUnit(quoted.quote(), value)
        && numbers(change).stream().allMatch(number -> hasNumber(quoted.quote(), number));
  }

  /// A Chinese unit of money behind a value stands in the passage too: in the sentence, or in the
  /// table's caption, headings or row.
  private static boolean hasUnit(Quote quote, String value) {
    var unit = MONEY_UNIT.matcher(value);
    return !unit.find()
        || contains(quote.passage().text(), unit.group(1))
        || unit.group(1).equals("元");
  }

  private static boolean isSameNumber(String value, String printed) {
    var said = numbers(value);
    var stands = numbers(printed);
    return !said.isEmpty() && !stands.isEmpty() && said.getFirst().equals(stands.getFirst());
  }

  private static boolean formulaIsPrinted(Sentence.Stated stated) {
    var formula = stated.variables().getOrDefault("formula", "");
    var printed =
        stated.support().stream().flatMap(support -> numbers(support.printed()).stream()).toList();
    return numbers(formula).stream()
            .allMatch(number -> printed.contains(number) || isConstant(number))
        && comesOut(formula, Objects.requireNonNull(stated.computed()));
  }

  /// Whether the formula has the value that is stated, to its last decimal: with its figures as
  /// printed, or each in its own unit. A share may be stated in per cent without saying so in the
  /// formula.
  private static boolean comesOut(String formula, Answer.Computed computed) {
    var value = computed.value();
    var unit = Quantities.in("1" + computed.unit()).getFirst().quantity();
    return Arithmetic.plain(formula)
            .filter(result ->
                isRounded(result, value)
                    || unit.measure().equals("%") && isRounded(result.movePointRight(2), value))
            .isPresent()
        || Arithmetic.scaled(formula)
            .filter(result -> isRounded(result.divide(unit.value(), MathContext.DECIMAL128), value))
            .isPresent();
  }

  private static boolean isRounded(BigDecimal exact, BigDecimal shown) {
    var halfOfTheLastDecimal = new BigDecimal(BigInteger.valueOf(5), shown.scale() + 1);
    return exact.subtract(shown).abs().compareTo(halfOfTheLastDecimal) <= 0;
  }

  /// Numbers that formulas hold besides figures: a hundred for per cent, powers of ten for units,
  /// years of a root, the days of a year.
  private static boolean isConstant(String number) {
    return number.matches("10*|[1-9]|36[056]");
  }

  private static boolean hasNumber(Quote quote, String number) {
    return numbers(quote.words()).contains(number);
  }

  private static List<String> numbers(String text) {
    return NUMBER
        .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
        .results()
        .map(MatchResult::group)
        .map(number -> number.replace(",", ""))
        .map(Verifier::plain)
        .toList();
  }

  private static String plain(String number) {
    return new BigDecimal(number).stripTrailingZeros().toPlainString();
  }

  private static boolean contains(String text, String words) {
    return Words.compact(text).contains(Words.compact(words));
  }
}
