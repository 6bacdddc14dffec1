package onrecord.corpus.periods;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import onrecord.corpus.PeriodMention;
import onrecord.corpus.PeriodMention.Span;
import onrecord.corpus.PeriodMention.Span.Closing;
import onrecord.corpus.PeriodMention.Span.Months;
import onrecord.corpus.PeriodMention.Span.Years;
import onrecord.corpus.PeriodMention.Year;
import onrecord.corpus.PeriodMention.Year.FromToday;
import onrecord.corpus.PeriodMention.Year.Named;
import onrecord.corpus.PeriodMention.Year.Unnamed;
import onrecord.corpus.periods.Token.EdgeToken;
import onrecord.corpus.periods.Token.NeighbourToken;
import onrecord.corpus.periods.Token.SameSpanToken;
import onrecord.corpus.periods.Token.SpanToken;
import onrecord.corpus.periods.Token.YearToken;
import onrecord.corpus.periods.Token.YearsToken;
import org.jspecify.annotations.Nullable;

/// Puts the words of periods together: first words, then phrases of a year and a part of it, then
/// years that stand apart from their part in the same clause.
public final class PeriodGrammar {

  private static final Span WHOLE_YEAR = new Months(1, 12);

  /// What may stand between a year and its part.
  private static final Pattern GLUE =
      Pattern.compile(
          "[\\s,，的'’/（(\\-]*(?:s )?(?:(?:of|in|for|ended|ending|as of|the|fiscal|year|fy)[\\s,]*)*",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern CLAUSE_END = Pattern.compile("[，。？！；,?!;\\n]");

  private final String text;
  private final List<PeriodMention> mentions = new ArrayList<>();
  private @Nullable PeriodMention last;

  private PeriodGrammar(String text, @Nullable PeriodMention before) {
    this.text = text;
    this.last = before;
  }

  /// Every mention in a text, in order.
  ///
  /// @param before a period mentioned before the text, to which it may refer back
  public static List<PeriodMention> mentions(String text, @Nullable PeriodMention before) {
    var grammar = new PeriodGrammar(text, before);
    grammar.read(tokens(text));
    return grammar.joined();
  }

  private static List<Token> tokens(String text) {
    var tokens = new ArrayList<Token>();
    var at = 0;
    while (at < text.length()) {
      var token = Lexicon.at(text, at);
      if (token == null) {
        at++;
      } else {
        tokens.add(token);
        at = token.end();
      }
    }
    return tokens;
  }

  private void read(List<Token> tokens) {
    var at = 0;
    while (at < tokens.size()) {
      var token = tokens.get(at);
      var next = at + 1 < tokens.size() ? tokens.get(at + 1) : null;
      var pair = next != null && isGlue(token.end(), next.start()) ? pair(token, next) : null;
      var third = at + 2 < tokens.size() ? tokens.get(at + 2) : null;
      if (pair != null) {
        at += 2;
        if (third instanceof EdgeToken edge && edge.start() == pair.end()) {
          pair = edged(pair, edge);
          at++;
        } else if (third instanceof YearToken year
            && pair.lacksYear()
            && isGlue(pair.end(), third.start())) {
          pair = mention(pair.start(), year.end(), year.year(), pair.span(), pair.report());
          at++;
        }
        add(pair);
      } else {
        add(single(token));
        at++;
      }
    }
  }

  private boolean isGlue(int from, int to) {
    return GLUE.matcher(text.substring(from, to)).matches();
  }

  private void add(@Nullable PeriodMention mention) {
    if (mention != null) {
      mentions.add(mention);
      last = mention;
    }
  }

  private @Nullable PeriodMention pair(Token first, Token second) {
    var start = first.start();
    var end = second.end();
    var firstYear = yearOf(first);
    return switch (second) {
      case SpanToken(_, _, Span span, boolean report)
          when firstYear != null && span.isPartOfYear() ->
          mention(start, end, firstYear, span, report);
      case SameSpanToken _ when firstYear != null -> sameSpan(start, end, firstYear);
      case EdgeToken edge when edge.start() == first.end() -> edged(yearOrSingle(first), edge);
      case YearToken(_, _, Year year)
          when first instanceof SpanToken span && span.span().isPartOfYear() ->
          joinsBackwards(span) ? mention(start, end, year, span.span(), span.report()) : null;
      case YearToken(_, _, Year year) when first instanceof SameSpanToken ->
          sameSpan(start, end, year);
      case SpanToken(_, _, Span span, _)
          when first instanceof SpanToken before && isDuration(before.span()) && isDate(span) ->
          mention(start, end, new Unnamed(0), upTo(before.span(), span), false);
      case NeighbourToken neighbour
          when first instanceof SpanToken span && span.span().isPartOfYear() ->
          mention(start, end, neighbouring(neighbour.years()), span.span(), span.report());
      default -> null;
    };
  }

  /// English puts the year behind its part (the third quarter of 2023), Chinese only in brackets.
  private boolean joinsBackwards(SpanToken span) {
    var lastCharacter = text.charAt(span.end() - 1);
    var follows = span.end() < text.length() ? text.charAt(span.end()) : ' ';
    return lastCharacter < 0x80 || follows == '（' || follows == '(';
  }

  private static boolean isDuration(Span span) {
    return span instanceof Months;
  }

  private static boolean isDate(Span span) {
    return span instanceof Span.Day;
  }

  /// The nine months ended September 30.
  private static Span upTo(Span duration, Span date) {
    if (duration instanceof Months(int first, int lastMonth)
        && date instanceof Span.Day(int month, int _)) {
      return new Months(Math.max(1, month - (lastMonth - first)), month);
    }
    return duration;
  }

  private @Nullable Year yearOf(Token token) {
    return switch (token) {
      case YearToken(_, _, Year year) -> year;
      case NeighbourToken(_, _, int years) -> neighbouring(years);
      case SpanToken _, YearsToken _, SameSpanToken _, EdgeToken _ -> null;
    };
  }

  private Year neighbouring(int years) {
    return last == null ? new FromToday(years) : last.year().plus(years);
  }

  private PeriodMention sameSpan(int start, int end, Year year) {
    if (last == null) {
      var offset = year instanceof FromToday(int years) ? years : 0;
      return year instanceof Named
          ? mention(start, end, year, WHOLE_YEAR, false)
          : mention(start, end, new Unnamed(offset), new Span.Reported(), false);
    }
    var shifted = year instanceof FromToday(int years) ? last.year().plus(years) : year;
    // 上年同期 counts from the year spoken of, which a neighbour has already done.
    return mention(start, end, shifted, last.span(), false);
  }

  private @Nullable PeriodMention edged(@Nullable PeriodMention mention, EdgeToken edge) {
    if (mention == null || !(mention.span() instanceof Months(int first, int lastMonth))) {
      return mention;
    }
    var month = edge.closing() ? lastMonth : first - 1;
    return mention(mention.start(), edge.end(), mention.year(), new Closing(month), false);
  }

  private @Nullable PeriodMention single(Token token) {
    var start = token.start();
    var end = token.end();
    return switch (token) {
      case YearToken(_, _, Year year) -> mention(start, end, year, WHOLE_YEAR, false);
      case NeighbourToken(_, _, int years) -> neighbour(start, end, years);
      case SpanToken(_, _, Span span, boolean report) ->
          mention(start, end, new Unnamed(0), span, report);
      case YearsToken(_, _, Year first, int count) ->
          mention(start, end, first, new Years(count), false);
      case SameSpanToken _ -> sameSpan(start, end, new FromToday(-1));
      case EdgeToken _ -> null;
    };
  }

  /// 上年末 is the end of that year, whatever part of a year was spoken of before.
  private @Nullable PeriodMention yearOrSingle(Token token) {
    return token instanceof NeighbourToken(int start, int end, int years)
        ? mention(start, end, neighbouring(years), WHOLE_YEAR, false)
        : single(token);
  }

  private PeriodMention neighbour(int start, int end, int years) {
    var span = last == null || !last.span().isPartOfYear() ? WHOLE_YEAR : last.span();
    return mention(start, end, neighbouring(years), span, false);
  }

  private PeriodMention mention(
      int start, int end, @Nullable Year year, Span span, boolean report) {
    var named = year == null ? new Unnamed(0) : year;
    return new PeriodMention(start, end, text.substring(start, end), named, span, report);
  }

  /// A part of a year takes a year that stands alone in its clause, which then is no mention of its
  /// own; failing that the year last mentioned before it.
  private List<PeriodMention> joined() {
    var result = new ArrayList<>(mentions);
    for (var part : mentions) {
      var year = part.lacksYear() ? aloneInClause(part) : null;
      if (year != null) {
        result.remove(year);
        result.set(result.indexOf(part), inYear(part, year.year()));
      }
    }
    for (var i = 0; i < result.size(); i++) {
      var part = result.get(i);
      var at = i;
      if (part.lacksYear()) {
        yearBefore(result, i).ifPresent(year -> result.set(at, inYear(part, year)));
      }
    }
    return List.copyOf(result);
  }

  private @Nullable PeriodMention aloneInClause(PeriodMention part) {
    for (var candidate : mentions) {
      if (isBareYear(candidate) && (isSameClause(candidate, part) || isAfterthought(candidate))) {
        return candidate;
      }
    }
    return null;
  }

  private static boolean isBareYear(PeriodMention mention) {
    return mention.span().equals(WHOLE_YEAR)
        && !mention.report()
        && !(mention.year() instanceof Unnamed);
  }

  private boolean isSameClause(PeriodMention first, PeriodMention second) {
    return first.end() <= second.start()
        && !CLAUSE_END.matcher(text.substring(first.end(), second.start())).find();
  }

  /// …多少（2020） or …多少，2020年: the year alone in brackets or in a last clause.
  private boolean isAfterthought(PeriodMention year) {
    var before = text.substring(0, year.start()).stripTrailing();
    var after = text.substring(year.end()).strip();
    return !before.isEmpty()
        && "（(，,".indexOf(before.charAt(before.length() - 1)) >= 0
        && (after.isEmpty() || "）)？?。".indexOf(after.charAt(0)) >= 0)
        && mentions.size() == 2;
  }

  private static Optional<Year> yearBefore(List<PeriodMention> mentions, int at) {
    return mentions.subList(0, at).reversed().stream()
        .filter(mention -> mention.span().isPartOfYear() && !(mention.year() instanceof Unnamed))
        .map(PeriodMention::year)
        .findFirst();
  }

  private static PeriodMention inYear(PeriodMention part, Year year) {
    return part.withYear(part.year() instanceof Unnamed(int offset) ? year.plus(offset) : year);
  }
}
