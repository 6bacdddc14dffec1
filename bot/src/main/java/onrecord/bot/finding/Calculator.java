package onrecord.bot.finding;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import onrecord.bot.Reading;
import onrecord.bot.Reading.Calculation;
import onrecord.bot.Reading.Form;
import onrecord.bot.finding.FigureFinder.Wanted;
import onrecord.corpus.Basis;
import onrecord.corpus.PeriodMention;
import onrecord.corpus.ReportingPeriod;
import onrecord.corpus.SecuritiesCode;
import onrecord.corpus.Unit;
import onrecord.prompts.Formula;
import onrecord.prompts.Glossary;
import onrecord.prompts.Metric;

/// Computes what was asked from disclosed figures of one scope and basis, with decimal arithmetic.
///
/// Only past figures come in, since only those are disclosed; nothing is annualised, extrapolated
/// or solved backwards from a rounded rate. Where an operand is not disclosed there is no result.
public final class Calculator {

  private final FigureFinder finder;
  private final Glossary glossary;

  public Calculator(FigureFinder finder, Glossary glossary) {
    this.finder = finder;
    this.glossary = glossary;
  }

  /// What the part asks to compute; empty if it asks for nothing of the kind or an operand is not
  /// disclosed.
  ///
  /// @param segment the segment asked for, compact; empty for the whole
  public Optional<Computation> compute(
      Reading.Part part, String segment, SecuritiesCode issuer, Instant asOf) {
    var calculation = part.calculation();
    return calculation == null
        ? Optional.empty()
        : compute(calculation, operands(part, segment, issuer, asOf));
  }

  private Operands operands(
      Reading.Part part, String segment, SecuritiesCode issuer, Instant asOf) {
    return new Operands(finder, glossary, part, segment, issuer, asOf);
  }

  private Optional<Computation> compute(Calculation calculation, Operands operands) {
    if (isRateOfItsOwn(operands.part(), calculation)) {
      return formula(operands);
    }
    if (namesPeriods(calculation)) {
      return split(operands);
    }
    var what = operands.part().original();
    var names = calculation.operands();
    return switch (calculation.operation()) {
      case SHARE ->
          two(names, operands).flatMap(two -> Arithmetic.share(what, two.get(0), two.get(1)));
      case DIFFERENCE ->
          two(names, operands).flatMap(two -> Arithmetic.difference(what, two.get(0), two.get(1)));
      case RATIO ->
          two(names, operands).flatMap(two -> Arithmetic.ratio(what, two.get(0), two.get(1)));
      case SUM ->
          names.size() < 2
              ? split(operands)
              : operands.together(names).flatMap(figures -> Arithmetic.sum(what, figures));
      case CHANGE ->
          operands.nowAndThen().flatMap(two -> Arithmetic.difference(what, two.get(0), two.get(1)));
      case GROWTH ->
          operands.nowAndThen().flatMap(two -> Arithmetic.growth(what, two.get(0), two.get(1)));
      case COMPOUND_GROWTH -> compoundGrowth(operands);
      case CONVERT -> convert(names.isEmpty() ? "亿元" : names.getFirst(), operands);
      case FORMULA -> formula(operands);
      case SINGLE_QUARTER -> split(operands);
    };
  }

  /// A rate that the glossary knows, asked for with its formula spelt out.
  private static boolean isRateOfItsOwn(Reading.Part part, Calculation calculation) {
    boolean quotient =
        calculation.operation() == Calculation.Operation.RATIO
            || calculation.operation() == Calculation.Operation.SHARE;
    return quotient && !part.metrics().isEmpty() && part.metrics().getFirst().formula() != null;
  }

  private static boolean namesPeriods(Calculation calculation) {
    return !calculation.operands().isEmpty()
        && calculation.operands().stream()
            .allMatch(operand -> !PeriodMention.in(operand).isEmpty());
  }

  private static Optional<List<FoundFigure>> two(List<String> names, Operands operands) {
    return names.size() == 2 ? operands.together(names) : Optional.empty();
  }

  /// A metric that is not disclosed, from the formula that the glossary gives for it.
  public Optional<Computation> formula(
      Reading.Part part, String segment, SecuritiesCode issuer, Instant asOf) {
    return formula(operands(part, segment, issuer, asOf));
  }

  /// A period that is not disclosed by itself, from periods that are: the third quarter from nine
  /// months less the half-year.
  public Optional<Computation> split(
      Reading.Part part, String segment, SecuritiesCode issuer, Instant asOf) {
    return split(operands(part, segment, issuer, asOf));
  }

  /// The operands that a computation lacks while others are disclosed, as they are called; empty
  /// where it is not for want of them that there is no result.
  public List<String> lacking(
      Reading.Part part, String segment, SecuritiesCode issuer, Instant asOf) {
    var calculation = part.calculation();
    if (calculation == null || calculation.operands().size() < 2 || namesPeriods(calculation)) {
      return List.of();
    }
    var operands = operands(part, segment, issuer, asOf);
    var lacking =
        calculation.operands().stream()
            .filter(name -> operands.named(name).stream().noneMatch(operands::isAsked))
            .toList();
    boolean areKnown = calculation.operands().stream().allMatch(this::endsInMetric);
    return areKnown && lacking.size() < calculation.operands().size() ? lacking : List.of();
  }

  /// Whether a name is that of a metric, or of a part of one; else the question was cut amiss.
  private boolean endsInMetric(String name) {
    var text = Words.compact(name);
    var mentions = glossary.mentions(text);
    return !mentions.isEmpty() && mentions.getLast().end() == text.length();
  }

  private static Optional<Computation> compoundGrowth(Operands operands) {
    var years =
        operands.periods().stream()
            .filter(period -> period.basis() == Basis.FULL_YEAR)
            .flatMapToInt(period -> IntStream.of(period.start().getYear(), period.end().getYear()))
            .summaryStatistics();
    int count = years.getMax() - years.getMin();
    if (years.getCount() == 0 || count == 0) {
      return Optional.empty();
    }
    var first = ReportingPeriod.year(years.getMin());
    var last = ReportingPeriod.year(years.getMax());
    return operands
        .first()
        .flatMap(wanted ->
            operands
                .best(wanted.in(List.of(first)))
                .flatMap(then ->
                    operands
                        .best(wanted.in(List.of(last)))
                        .flatMap(now ->
                            Arithmetic.compoundGrowth(
                                operands.part().original(), now, then, count))));
  }

  private static Optional<Computation> convert(String unit, Operands operands) {
    return operands
        .first()
        .flatMap(operands::best)
        .filter(found -> found.figure().unit().dimension() == Unit.Dimension.CNY)
        .flatMap(found ->
            scaleOf(unit)
                .map(
                    scale -> Arithmetic.converted(operands.part().original(), found, unit, scale)));
  }

  private static Optional<BigDecimal> scaleOf(String unit) {
    return switch (unit.replace("人民币", "")) {
      case "元" -> Optional.of(BigDecimal.ONE);
      case "千元" -> Optional.of(BigDecimal.valueOf(1_000));
      case "万元", "万" -> Optional.of(BigDecimal.valueOf(10_000));
      case "百万元" -> Optional.of(BigDecimal.valueOf(1_000_000));
      case "亿元", "亿" -> Optional.of(BigDecimal.valueOf(100_000_000));
      default -> Optional.empty();
    };
  }

  private Optional<Computation> formula(Operands operands) {
    return operands.part().metrics().stream()
        .filter(metric -> metric.formula() != null)
        .findFirst()
        .flatMap(metric -> formula(metric, operands));
  }

  private Optional<Computation> formula(Metric metric, Operands operands) {
    var formula = Formula.parse(Objects.requireNonNull(metric.formula()));
    return periodFor(formula, operands)
        .flatMap(period -> figures(formula, period, operands))
        .flatMap(figures -> evaluate(metric, formula, figures, operands.part().form()));
  }

  /// The period to compute for: the asked one, else the newest of the first metric that the formula
  /// names.
  private Optional<ReportingPeriod> periodFor(Formula formula, Operands operands) {
    if (!operands.periods().isEmpty()) {
      return Optional.of(operands.periods().getFirst());
    }
    return formula.metrics().stream()
        .findFirst()
        .flatMap(glossary::metric)
        .flatMap(metric -> operands.best(operands.of(metric)))
        .map(FigureFinder::periodOf);
  }

  private Optional<Map<String, FoundFigure>> figures(
      Formula formula, ReportingPeriod period, Operands operands) {
    var sought = List.copyOf(formula.operands());
    var wanted = new ArrayList<Wanted>();
    for (var operand : sought) {
      var of = period.plusYears(-operand.yearsBefore());
      var metric = glossary.metric(operand.metric());
      if (metric.isEmpty()) {
        return Optional.empty();
      }
      wanted.add(operands.of(metric.get()).in(List.of(forMetric(metric.get(), of))));
    }
    return operands.all(wanted).map(found -> byKey(sought, found));
  }

  private static Map<String, FoundFigure> byKey(
      List<Formula.Operand> operands, List<FoundFigure> found) {
    var figures = new LinkedHashMap<String, FoundFigure>();
    for (int i = 0; i < found.size(); i++) {
      figures.put(operands.get(i).key(), found.get(i));
    }
    return figures;
  }

  private static ReportingPeriod forMetric(Metric metric, ReportingPeriod period) {
    return metric.nature() == Metric.Nature.BALANCE ? period.closing() : period;
  }

  private static Optional<Computation> evaluate(
      Metric metric, Formula formula, Map<String, FoundFigure> figures, Form form) {
    var values = new LinkedHashMap<String, BigDecimal>();
    var printed = new LinkedHashMap<String, String>();
    for (var operand : formula.operands()) {
      var found = Objects.requireNonNull(figures.get(operand.key()));
      var term = Term.of(operand.metric(), found);
      values.put(operand.key(), term.value());
      printed.put(operand.key(), term.printed());
    }
    try {
      return Optional.of(
          Arithmetic.ofFormula(
              metric,
              List.copyOf(figures.values()),
              formula.write(printed),
              formula.evaluate(values),
              form));
    } catch (ArithmeticException dividesByZero) {
      return Optional.empty();
    }
  }

  private static Optional<Computation> split(Operands operands) {
    return operands
        .first()
        .flatMap(wanted ->
            operands.periods().stream()
                .min(Comparator.comparing(asked -> asked.basis() != Basis.SINGLE_QUARTER))
                .flatMap(asked ->
                    Splits.of(asked).stream()
                        .map(split -> apply(split, wanted, operands))
                        .flatMap(Optional::stream)
                        .findFirst()));
  }

  private static Optional<Computation> apply(Splits.Split split, Wanted wanted, Operands operands) {
    return operands
        .each(split.added(), wanted)
        .flatMap(plus ->
            operands
                .each(split.subtracted(), wanted)
                .flatMap(minus -> Arithmetic.total(operands.part().original(), plus, minus)));
  }
}
