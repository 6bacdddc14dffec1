package onrecord.bot.reading;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import onrecord.bot.Reading.AskedPeriod;
import onrecord.bot.Reading.Aspect;
import onrecord.bot.Reading.Calculation;
import onrecord.bot.Reading.Calculation.Operation;
import onrecord.bot.Reading.Part;
import onrecord.bot.reading.EnglishQuestion.Definition;
import onrecord.corpus.PeriodMention;
import onrecord.prompts.Formula;
import onrecord.prompts.Formula.Constant;
import onrecord.prompts.Glossary;
import onrecord.prompts.Metric;

/// Gives the parts of an English question the metric that the question itself describes: by a
/// definition, or in its words, such as `the 3 year average of capex as a % of revenue`.
///
/// Such a metric is computed by the question's own formula, whatever the glossary says of its name.
final class EnglishParts {

  /// An amount, in the currency of what it is computed from.
  private static final String AMOUNT = "元";

  private static final String NUMBER = "\\d|two|three|four|five";

  private static final Pattern AVERAGE =
      Pattern.compile(
          "\\b(?:(?<years>" + NUMBER + ")[- ]years?'? )?average (?:of |annual )?(?<value>.+)");
  private static final Pattern CHANGE =
      Pattern.compile(
          "\\b(?<rate>year[- ]over[- ]year |yoy |% |percent(?:age)? )*(?<kind>change|growth(?: rate)?|increase|decrease|decline) (?:in|of) (?<value>.+)");
  private static final Pattern PERCENT =
      Pattern.compile("%|\\bpercent|\\bmargin\\b|\\bgrowth\\b|\\brate\\b|\\byield\\b");
  private static final Pattern QUOTIENT =
      Pattern.compile("\\bas an? (?:%|percent|percentage|share|proportion) of\\b|\\bdivided by\\b");
  private static final Pattern LEAD_IN =
      Pattern.compile(
          "^(?:so|and|please|roughly|approximately|what|which|how|much|is|was|are|were|did|does|has|calculate|compute|tell me|give me|the|total|by|,|\\s)+\\b");
  private static final Pattern TAIL =
      Pattern.compile("(?:['’]s|\\s(?:for|of|in|at|by|between|from|to|and|over|as))+$");
  private static final Pattern SPACE = Pattern.compile("[\\s,?!]+");

  private final Glossary glossary;
  private final EnglishQuestion question;

  EnglishParts(Glossary glossary, EnglishQuestion question) {
    this.glossary = glossary;
    this.question = question;
  }

  /// The parts with what the question says of them besides.
  List<Part> completed(List<Part> parts, PartContext context) {
    var defined = parts.stream().filter(this::isDefined).findFirst().orElse(parts.getFirst());
    return parts.stream().map(part -> completed(part, part == defined, context)).toList();
  }

  private boolean isDefined(Part part) {
    return question.definitions().stream().anyMatch(definition -> names(part, definition));
  }

  private static boolean names(Part part, Definition definition) {
    return part.text().contains(definition.name().toLowerCase(Locale.ROOT));
  }

  private Part completed(Part part, boolean mayBeDefined, PartContext context) {
    var year = yearOf(part);
    var metric =
        year.isEmpty()
            ? Optional.<Metric>empty()
            : (mayBeDefined ? defined(part, year.getAsInt()) : Optional.<Metric>empty())
                .or(() -> described(part, year.getAsInt(), context));
    return metric
        .map(found -> computing(part, found))
        .orElseGet(() -> part.shownAs(question.form()));
  }

  /// The last year that is named, which a formula is computed for.
  private static OptionalInt yearOf(Part part) {
    return Stream.concat(
            PeriodMention.in(part.text()).stream(),
            part.periods().stream().map(asked -> PeriodMention.of(asked.period())))
        .map(PeriodMention::year)
        .filter(PeriodMention.Year.Named.class::isInstance)
        .mapToInt(year -> ((PeriodMention.Year.Named) year).year())
        .max();
  }

  private Optional<Metric> defined(Part part, int year) {
    return question.definitions().stream()
        .filter(definition -> names(part, definition))
        .findFirst()
        .or(() -> question.definitions().stream().findFirst())
        .flatMap(definition ->
            formula(definition.expression(), year)
                .map(formula -> metric(name(part, definition), formula, unit(part, definition))));
  }

  private Optional<Formula> formula(String expression, int year) {
    return new EnglishFormula(glossary, question.definitions(), year).read(expression);
  }

  /// What it is called in the answer: in full where the question gives the full name.
  private static String name(Part part, Definition definition) {
    return part.metrics().stream()
        .findFirst()
        .map(Metric::english)
        .filter(name -> definition.name().length() < name.length())
        .orElse(definition.name());
  }

  private String unit(Part part, Definition definition) {
    var known =
        part.metrics().stream()
            .filter(metric -> metric.formula() != null)
            .map(metric -> Objects.requireNonNullElse(metric.formulaUnit(), ""))
            .findFirst();
    var words = definition.name() + " " + part.text();
    return known.orElseGet(() -> unitOf(words.toLowerCase(Locale.ROOT)));
  }

  private static String unitOf(String words) {
    return isRate(words) ? "%" : "";
  }

  /// A metric that is described rather than named.
  private Optional<Metric> described(Part part, int year, PartContext context) {
    var words = bare(part, context);
    return average(words, part, year)
        .or(() -> change(words, part, year))
        .or(() -> quotient(words, year));
  }

  /// The text without periods and the issuer's names.
  private static String bare(Part part, PartContext context) {
    var blanked = new StringBuilder(part.text());
    var known =
        Stream.concat(
            PeriodMention.in(part.text()).stream()
                .map(mention -> new Stretch(mention.start(), mention.end())),
            context.companies().namings(part.text()).stream().map(Companies.Naming::place));
    known.forEach(stretch -> {
      for (var at = stretch.start(); at < stretch.end(); at++) {
        blanked.setCharAt(at, ' ');
      }
    });
    var words = SPACE.matcher(blanked).replaceAll(" ").strip();
    return TAIL.matcher(LEAD_IN.matcher(words).replaceFirst("")).replaceFirst("");
  }

  private Optional<Metric> average(String words, Part part, int year) {
    var matcher = AVERAGE.matcher(words);
    if (!matcher.find()) {
      return Optional.empty();
    }
    var stated = matcher.group("years");
    var years = stated == null ? yearsNamed(part) : number(stated);
    if (years < 2) {
      return Optional.empty();
    }
    return formula(matcher.group("value"), year)
        .map(value ->
            Stream.iterate(0, before -> before + 1)
                .limit(years)
                .map(value::earlier)
                .reduce((left, right) -> new Formula.Operation(left, Formula.Operator.PLUS, right))
                .orElseThrow())
        .map(total ->
            new Formula.Operation(
                total, Formula.Operator.DIVIDED_BY, new Constant(BigDecimal.valueOf(years))))
        .map(formula -> metric(matcher.group().strip(), formula, unitOf(words)));
  }

  private static int number(String word) {
    return Character.isDigit(word.charAt(0))
        ? Integer.parseInt(word)
        : 2 + List.of("two", "three", "four", "five").indexOf(word);
  }

  private static int yearsNamed(Part part) {
    var years =
        part.periods().stream().map(asked -> asked.period().end().getYear()).sorted().toList();
    return years.isEmpty() ? 0 : years.getLast() - years.getFirst() + 1;
  }

  private Optional<Metric> change(String words, Part part, int year) {
    var matcher = CHANGE.matcher(words);
    if (!matcher.find() || yearsNamed(part) < 2) {
      return Optional.empty();
    }
    var inPercent = matcher.group("rate") != null || isRate(words);
    return formula(matcher.group("value"), year)
        .map(value -> {
          var before = value.earlier(yearsNamed(part) - 1);
          var change = new Formula.Operation(value, Formula.Operator.MINUS, before);
          return inPercent
              ? new Formula.Operation(change, Formula.Operator.DIVIDED_BY, before)
              : change;
        })
        .map(formula -> metric(matcher.group().strip(), formula, inPercent ? "%" : AMOUNT));
  }

  private Optional<Metric> quotient(String words, int year) {
    return QUOTIENT.matcher(words).find()
        ? formula(words, year).map(formula -> metric(words, formula, unitOf(words)))
        : Optional.empty();
  }

  private static boolean isRate(String words) {
    return PERCENT.matcher(words).find();
  }

  private static Metric metric(String name, Formula formula, String unit) {
    return new Metric(name, Metric.Nature.RATIO, List.of(), List.of(), formula.notation(), unit);
  }

  private Part computing(Part part, Metric metric) {
    var calculation = new Calculation(Operation.FORMULA, List.of(metric.id()));
    var last =
        part.periods().stream()
            .max(Comparator.comparing((AskedPeriod asked) -> asked.period().end()))
            .map(List::of)
            .orElse(List.of());
    return new Part(
        part.original(),
        part.text(),
        part.intent(),
        last,
        List.of(metric),
        "",
        Set.of(Aspect.VALUE),
        calculation,
        part.cues(),
        part.otherIssuer(),
        question.form());
  }
}
