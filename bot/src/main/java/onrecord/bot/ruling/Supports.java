package onrecord.bot.ruling;

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
import onrecord.bot.finding.Place;
import onrecord.bot.finding.Quote;
import onrecord.bot.finding.Words;
import onrecord.corpus.Basis;
import onrecord.corpus.Passage;
import onrecord.corpus.Unit;
import onrecord.prompts.Metric;
import onrecord.prompts.Policy;

/// What of all that was found answers a part of a question.
final class Supports {

  /// The share that a row and its headings must say together.
  private static final double ROW = 0.85;

  /// The share that a sentence must name of what was to be computed with.
  private static final double SENTENCE = 0.75;

  private static final Pattern FIRST =
      Pattern.compile(
          "最|第一|首位|居首|领先|排名|前[一二三四五六七八九十\\d]|(?i:\\b(?:most|least|largest|highest|lowest|biggest|first|leading|top|fastest|primarily|mainly)\\b)");

  /// A view of the results, which the figures may or may not bear out.
  private static final Pattern PREMISE = Pattern.compile("增收不增利|增收增利|增利不增收");

  /// Asks for a number, and for nothing less.
  private static final Pattern HOW_MUCH =
      Pattern.compile("多少|几|金额|数量|规模|比例|占比|率(?!先)|how (much|many)|what (is|was|were)");

  /// Asks whether a figure has risen or fallen.
  private static final Pattern MOVES =
      Pattern.compile(
          "增收|增长|增加|上升|提高|提升|下降|减少|下滑|降低|亏损|盈利|转正|转负|(?:到|达到?|超过?|突破|过|破)了?\\s*[\\d一二两三四五六七八九十百千]|grow|fall|increas|decreas|rise|declin|reach|exceed|surpass|above|below");

  /// Asks in which way something is done, which no figure tells: 怎么确认收入.
  private static final Pattern HOW_IT_IS_DONE =
      Pattern.compile("(?:怎么|如何|怎样)(?:来|进行)?(?:确认|计量|核算|划分|确定|分配|结算|收费|计费|定价)");

  private Supports() {}

  /// What answers a part; empty where nothing that was found does.
  static Optional<Support> answering(Reading.Part part, Findings findings) {
    boolean adds = part.calculation() != null && findings.computation().isPresent();
    if (findings.lineup().isPresent() && !adds) {
      return findings.lineup().map(Support.LinedUp::new);
    }
    if (Place.isNamedIn(part.text()) && !findings.statements().isEmpty()) {
      return quoted(findings.statements());
    }
    if (asksOnlyWhy(part)) {
      return why(part, findings);
    }
    if (part.calculation() != null && !isStatedAnyway(part, findings)) {
      var computed = findings.computation().map(Support.Computed::new);
      var stated = shareStated(part, findings);
      if (stated.isPresent()) {
        return stated;
      }
      if (computed.isPresent() || !asksForRate(part)) {
        return computed
            .<Support>map(support -> support)
            .or(() -> saying(part, findings))
            .or(() -> row(part, findings));
      }
    }
    if (!part.metrics().isEmpty() && asksForFigure(part)) {
      return figures(part, findings)
          .or(() -> row(part, findings))
          .or(() ->
              HOW_MUCH.matcher(part.text()).find()
                  ? Optional.empty()
                  : quoted(ofPeriodAsked(part, findings.statements())));
    }
    if (findings.isComplete() && asksForFigure(part)) {
      return Optional.of(new Support.Stated(findings.figures()));
    }
    return quoted(ranked(part, findings.statements()));
  }

  /// Who or what comes first is told by a sentence that says so, or by a list of all: never by one
  /// entry alone.
  private static List<Quote> ranked(Reading.Part part, List<Quote> quotes) {
    return !part.aspects().contains(Aspect.RANKING)
            || quotes.stream().anyMatch(quote -> FIRST.matcher(quote.words()).find())
            || quotes.size() > 1
        ? quotes
        : List.of();
  }

  private static boolean asksOnlyWhy(Reading.Part part) {
    return part.aspects().contains(Aspect.REASON)
        && !part.aspects().contains(Aspect.VALUE)
        && !part.aspects().contains(Aspect.YEAR_ON_YEAR);
  }

  /// The cause; where the question takes for granted what the figures may not bear out (增收不增利),
  /// these too.
  private static Optional<Support> why(Reading.Part part, Findings findings) {
    if (PREMISE.matcher(part.text()).find() && findings.isComplete()) {
      return Optional.of(new Support.StatedAndQuoted(findings.figures(), findings.reasons()));
    }
    return quoted(findings.reasons()).or(() -> quoted(findings.statements()));
  }

  /// The section that is headed by what is asked about; empty where none is.
  static Optional<List<Quote>> section(Findings findings) {
    return findings.section().isEmpty() ? Optional.empty() : Optional.of(findings.section());
  }

  /// What could be computed need not be where the company states it.
  private static boolean isStatedAnyway(Reading.Part part, Findings findings) {
    return findings.isComplete()
        && switch (Objects.requireNonNull(part.calculation()).operation()) {
          case FORMULA, SINGLE_QUARTER -> true;
          case SHARE -> asksForRate(part) || areShares(findings);
          case SUM, DIFFERENCE, RATIO, CHANGE, GROWTH, COMPOUND_GROWTH, CONVERT -> false;
        };
  }

  private static boolean areShares(Findings findings) {
    return findings.figures().stream()
        .allMatch(list -> list.getFirst().figure().unit().dimension() == Unit.Dimension.PERCENT);
  }

  /// The share of the one in the other as the company states it in a sentence, which it need not be
  /// computed for: 国内业务收入占营业收入 99 %.
  private static Optional<Support> shareStated(Reading.Part part, Findings findings) {
    var calculation = Objects.requireNonNull(part.calculation());
    if (calculation.operation() != Reading.Calculation.Operation.SHARE
        || calculation.operands().size() != 2) {
      return Optional.empty();
    }
    var names = calculation.operands().stream().map(Words::compact).map(Pattern::quote).toList();
    var share =
        Pattern.compile(
            names.getFirst() + "占(?:公司|全部|总)?" + names.getLast() + "[^，。；\\d]{0,10}\\d[\\d.]*%");
    return findings.candidates().stream()
        .filter(candidate -> candidate.quote().passage().form() == Passage.Form.PROSE)
        .filter(candidate -> share.matcher(Words.compact(words(candidate))).find())
        .filter(candidate -> isOfPeriodAsked(part, candidate))
        .findFirst()
        .map(candidate -> new Support.Quoted(List.of(candidate.quote())));
  }

  /// Whether a metric that is itself a share or rate is asked for.
  private static boolean asksForRate(Reading.Part part) {
    return part.metrics().stream().anyMatch(metric -> metric.nature() == Metric.Nature.RATIO);
  }

  private static boolean asksForFigure(Reading.Part part) {
    if (part.aspects().contains(Aspect.WHO) || HOW_IT_IS_DONE.matcher(part.text()).find()) {
      return false;
    }
    boolean asksWhetherItMoves =
        part.aspects().contains(Aspect.YES_NO)
            && MOVES.matcher(part.text()).find()
            && !part.hasCue(Policy.Kind.PAST_STATEMENT);
    return part.aspects().isEmpty()
        || asksWhetherItMoves
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
      return Optional.of(new Support.StatedAndQuoted(findings.figures(), more(part, findings)));
    }
    return Optional.of(new Support.Stated(findings.figures()));
  }

  /// What is said of figures beyond their values: the cause, the definition.
  private static List<Quote> more(Reading.Part part, Findings findings) {
    return part.aspects().contains(Aspect.REASON) ? findings.reasons() : findings.statements();
  }

  private static Optional<Support> quoted(List<Quote> quotes) {
    return quotes.isEmpty() ? Optional.empty() : Optional.of(new Support.Quoted(quotes));
  }

  /// A sentence that names all that was to be computed with, and a number.
  private static Optional<Support> saying(Reading.Part part, Findings findings) {
    return findings.candidates().stream()
        .filter(candidate -> candidate.quote().passage().form() == Passage.Form.PROSE)
        .filter(candidate -> candidate.own() >= SENTENCE && candidate.fitsAll(part))
        .filter(candidate -> isOfPeriodAsked(part, candidate))
        .findFirst()
        .map(candidate -> new Support.Quoted(List.of(candidate.quote())));
  }

  /// A row of a table whose label and headings together say nearly all that is asked about: 折旧年限 of
  /// 房屋及建筑物.
  private static Optional<Support> row(Reading.Part part, Findings findings) {
    return findings.candidates().stream()
        .filter(candidate -> candidate.quote().passage().form() == Passage.Form.TABLE)
        .filter(candidate -> candidate.own() >= Ruler.OWN && candidate.coverage() >= ROW)
        .filter(candidate -> candidate.fitsAll(part) && isOfPeriodAsked(part, candidate))
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
        .filter(candidate -> candidate.own() >= 0.75 && candidate.fitsAll(part))
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

  /// Of statements for a metric and nothing else (管理费用 2020年), those on its period.
  private static List<Quote> ofPeriodAsked(Reading.Part part, List<Quote> quotes) {
    boolean asksForValueAlone = part.aspects().equals(Set.of(Aspect.VALUE));
    return asksForValueAlone
        ? quotes.stream().filter(quote -> isOfPeriodAsked(part, quote)).toList()
        : quotes;
  }

  private static boolean isOfPeriodAsked(Reading.Part part, Candidate candidate) {
    return isOfPeriodAsked(part, candidate.quote());
  }

  private static boolean isOfPeriodAsked(Reading.Part part, Quote quote) {
    return part.periods().isEmpty()
        || part.periods().stream()
            .anyMatch(asked ->
                asked.period().equals(quote.disclosure().period())
                    || quote.words().contains(asked.words())
                    || asked.period().basis() == Basis.FULL_YEAR
                        && quote.words().startsWith(asked.period().end().getYear() + "年"));
  }

  private static String words(Candidate candidate) {
    return candidate.quote().words();
  }
}
