package onrecord.bot.reading;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import onrecord.bot.reading.EnglishQuestion.Definition;
import onrecord.corpus.PeriodMention;
import onrecord.prompts.Formula;
import onrecord.prompts.Formula.Constant;
import onrecord.prompts.Formula.Operand;
import onrecord.prompts.Formula.Operation;
import onrecord.prompts.Formula.Operator;
import onrecord.prompts.Glossary;
import onrecord.prompts.Metric;

/// Reads a formula that stands in a question: `365 * (average inventory between FY2018 and FY2019)
/// / (FY2019 COGS)`, `total current assets divided by total current liabilities`.
///
/// Every word must be understood: each operand is one metric, with years, `average` or `change in`
/// at most. Where anything else stands in it, there is no formula, since a wrong one would be
/// worse.
final class EnglishFormula {

  private static final Pattern FILLERS =
      Pattern.compile(
          "\\b(?:the|a|an|of|for|in|at|as|its|their|company's|year[- ]?end|ending|end|fiscal|years?|between|and|from|to|over|during|figures?|values?|balances?|amounts?|total|net|reported|annual|all)\\b|[\\s,'’.-]+");

  private static final Pattern AVERAGE = Pattern.compile("\\b(?:average|avg|mean)\\b\\.?");
  private static final Pattern CHANGE =
      Pattern.compile("\\b(?:year[- ]over[- ]year )?(?:change|increase|growth) (?:in|of)\\b");

  /// Formulas of formulas go no deeper.
  private static final int DEEPEST = 4;

  private final Glossary glossary;
  private final List<Definition> definitions;
  private final int year;
  private String text = "";
  private int position;
  private int depth;

  /// @param definitions of names that may stand in it
  /// @param year the year that it is computed for
  EnglishFormula(Glossary glossary, List<Definition> definitions, int year) {
    this.glossary = glossary;
    this.definitions = definitions;
    this.year = year;
  }

  /// What an expression says; empty where it is not wholly understood.
  Optional<Formula> read(String expression) {
    try {
      return Optional.of(parsed(expression));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private Formula parsed(String expression) {
    if (depth == DEEPEST) {
      throw notUnderstood(expression);
    }
    var outer = text;
    var place = position;
    depth++;
    text = inSigns(expression);
    position = 0;
    var formula = sum();
    if (next() != END) {
      throw notUnderstood(expression);
    }
    text = outer;
    position = place;
    depth--;
    return formula;
  }

  private static String inSigns(String expression) {
    return expression
        .toLowerCase(Locale.ROOT)
        .replaceAll("[.;\\s]+$", "")
        .replace('×', '*')
        .replace('÷', '/')
        .replaceAll("\\s[–—−]\\s", " - ")
        .replaceAll(
            "\\b(?:divided by|over|as an? (?:%|percent|percentage|share|proportion) of)(?= )", "/")
        .replaceAll("\\b(?:multiplied by|times)\\b", "*")
        .replaceAll("\\bplus\\b", "+")
        .replaceAll("\\b(?:minus|less)\\b", " - ");
  }

  private Formula sum() {
    var left = product();
    while (next() == '+' || isMinus()) {
      var operator = next() == '+' ? Operator.PLUS : Operator.MINUS;
      position++;
      left = new Operation(left, operator, product());
    }
    return left;
  }

  private Formula product() {
    var left = factor();
    while (next() == '*' || next() == '/') {
      var operator = next() == '*' ? Operator.TIMES : Operator.DIVIDED_BY;
      position++;
      left = new Operation(left, operator, factor());
    }
    return left;
  }

  private Formula factor() {
    if (next() == '(') {
      position++;
      var inner = sum();
      if (next() != ')') {
        throw notUnderstood(text);
      }
      position++;
      return inner;
    }
    return operand(words());
  }

  private static final char END = '\0';

  private char next() {
    while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
      position++;
    }
    return position < text.length() ? text.charAt(position) : END;
  }

  /// A hyphen within a word is no minus: long-term debt.
  private boolean isMinus() {
    return next() == '-' && position > 0 && !Character.isLetter(text.charAt(position - 1));
  }

  private String words() {
    var start = position;
    while (position < text.length() && !ends(position)) {
      position++;
    }
    return text.substring(start, position).strip();
  }

  private boolean ends(int at) {
    var character = text.charAt(at);
    if (character == '-') {
      return at + 1 < text.length()
          && at > 0
          && (text.charAt(at - 1) == ' ' || text.charAt(at - 1) == ')')
          && !Character.isDigit(text.charAt(at - 1));
    }
    return "+*/()".indexOf(character) >= 0;
  }

  private Formula operand(String words) {
    if (words.matches("\\d{1,4}(?:\\.\\d{1,4})?")) {
      return new Constant(new BigDecimal(words));
    }
    if (words.isEmpty()) {
      throw notUnderstood(text);
    }
    var years = PeriodMention.in(words).stream().flatMap(EnglishFormula::years).distinct().toList();
    var bare = without(words, PeriodMention.in(words));
    var average = AVERAGE.matcher(bare).find();
    var change = CHANGE.matcher(bare).find();
    var value = value(CHANGE.matcher(AVERAGE.matcher(bare).replaceAll(" ")).replaceAll(" "));
    if (average) {
      return average(value, years.isEmpty() ? List.of(year - 1, year) : years);
    }
    if (change) {
      return change(value, years.isEmpty() ? List.of(year - 1, year) : years);
    }
    return years.size() > 1
        ? average(value, years)
        : value.earlier(years.isEmpty() ? 0 : year - years.getFirst());
  }

  private static Stream<Integer> years(PeriodMention mention) {
    return mention.year() instanceof PeriodMention.Year.Named(int named)
        ? mention.span() instanceof PeriodMention.Span.Years(int count)
            ? IntStream.range(named, named + count).boxed()
            : Stream.of(named)
        : Stream.empty();
  }

  private static String without(String words, List<PeriodMention> mentions) {
    var bare = new StringBuilder(words);
    for (var mention : mentions.reversed()) {
      bare.replace(mention.start(), mention.end(), " ");
    }
    return bare.toString();
  }

  private Formula average(Formula value, List<Integer> years) {
    return years.stream()
        .map(one -> value.earlier(year - one))
        .reduce((left, right) -> new Operation(left, Operator.PLUS, right))
        .<Formula>map(total ->
            new Operation(
                total, Operator.DIVIDED_BY, new Constant(BigDecimal.valueOf(years.size()))))
        .orElseThrow();
  }

  private Formula change(Formula value, List<Integer> years) {
    if (years.size() != 2) {
      throw notUnderstood(text);
    }
    var from = Math.min(years.getFirst(), years.getLast());
    var to = Math.max(years.getFirst(), years.getLast());
    return new Operation(value.earlier(year - to), Operator.MINUS, value.earlier(year - from));
  }

  /// A metric of the glossary, or what the question defines.
  private Formula value(String words) {
    var name = words.replaceAll("[\\s]+", " ").strip();
    for (var definition : definitions) {
      if (isNamed(definition, name)) {
        return parsed(definition.expression());
      }
    }
    var mentions = glossary.mentions(name);
    if (mentions.size() != 1) {
      throw notUnderstood(name);
    }
    var mention = mentions.getFirst();
    var rest = name.substring(0, mention.start()) + " " + name.substring(mention.end());
    if (!FILLERS.matcher(rest).replaceAll("").isEmpty()) {
      throw notUnderstood(name);
    }
    return of(mention.metric());
  }

  private static Formula of(Metric metric) {
    return new Operand(metric.id(), 0);
  }

  private static boolean isNamed(Definition definition, String name) {
    return !definition.name().isEmpty()
        && FILLERS
            .matcher(name)
            .replaceAll("")
            .equals(FILLERS.matcher(definition.name().toLowerCase(Locale.ROOT)).replaceAll(""));
  }

  private static IllegalArgumentException notUnderstood(String words) {
    return new IllegalArgumentException("Not understood: '" + words + "'");
  }
}
