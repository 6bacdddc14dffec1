package onrecord.bot.finding;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import onrecord.bot.Reading;
import onrecord.bot.Reading.AskedPeriod;
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

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final String REVENUE = "营业收入";
  private static final String YUAN = "元";

  private final FigureFinder finder;
  private final Glossary glossary;

  public Calculator(FigureFinder finder, Glossary glossary) {
    this.finder = finder;
    this.glossary = glossary;
  }

  /// Where figures are looked up.
  private record Desk(Reading.Part part, String segment, SecuritiesCode issuer, Instant asOf) {

    List<ReportingPeriod> periods() {
      return part.periods().stream().map(AskedPeriod::period).toList();
    }
  }

  /// What the part asks to compute; empty if it asks for nothing of the kind or an operand is not
  /// disclosed.
  ///
  /// @param segment the segment asked for, compact; empty for the whole
  public Optional<Computation> compute(
      Reading.Part part, String segment, SecuritiesCode issuer, Instant asOf) {
    var calculation = part.calculation();
    if (calculation == null) {
      return Optional.empty();
    }
    var desk = new Desk(part, segment, issuer, asOf);
    if (isRateOfItsOwn(part, calculation)) {
      return formula(desk);
    }
    if (namesPeriods(calculation)) {
      return split(desk);
    }
    return switch (calculation.operation()) {
      case SHARE -> twoOf(calculation, desk).flatMap(pair -> share(pair, part));
      case SUM -> sum(calculation, desk);
      case DIFFERENCE -> twoOf(calculation, desk).flatMap(pair -> difference(pair, part));
      case RATIO -> twoOf(calculation, desk).flatMap(pair -> ratio(pair, part));
      case CHANGE -> againstYearBefore(desk).flatMap(pair -> difference(pair, part));
      case GROWTH -> againstYearBefore(desk).flatMap(pair -> growth(pair, part));
      case COMPOUND_GROWTH -> compoundGrowth(desk);
      case CONVERT -> convert(calculation, desk);
      case FORMULA -> formula(desk);
      case SINGLE_QUARTER -> split(desk);
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

  /// A metric that is not disclosed, from the formula that the glossary gives for it.
  public Optional<Computation> formula(
      Reading.Part part, String segment, SecuritiesCode issuer, Instant asOf) {
    return formula(new Desk(part, segment, issuer, asOf));
  }

  /// The growth on the year before, where it is not disclosed but both figures are.
  public Optional<Computation> growth(
      Reading.Part part, String segment, SecuritiesCode issuer, Instant asOf) {
    return againstYearBefore(new Desk(part, segment, issuer, asOf))
        .flatMap(pair -> growth(pair, part));
  }

  /// A period that is not disclosed by itself, from periods that are: the third quarter from nine
  /// months less the half-year.
  public Optional<Computation> split(
      Reading.Part part, String segment, SecuritiesCode issuer, Instant asOf) {
    return split(new Desk(part, segment, issuer, asOf));
  }

  private record Pair(FoundFigure first, FoundFigure second) {}

  private Optional<Pair> twoOf(Calculation calculation, Desk desk) {
    if (calculation.operands().size() != 2) {
      return Optional.empty();
    }
    return together(calculation.operands(), desk).map(two -> new Pair(two.get(0), two.get(1)));
  }

  /// Figures of one period for all operands; the newest such period where none was asked for.
  private Optional<List<FoundFigure>> together(List<String> operands, Desk desk) {
    var wanted = operands.stream().map(operand -> wanted(operand, desk)).toList();
    var candidates =
        wanted.stream().map(one -> finder.matching(one, desk.issuer(), desk.asOf())).toList();
    if (candidates.stream().anyMatch(List::isEmpty)) {
      return Optional.empty();
    }
    return candidates.getFirst().stream()
        .filter(first -> isAsked(first, desk))
        .sorted(Comparator.comparing(Calculator::end).reversed())
        .map(first -> fellows(first, candidates))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static boolean isAsked(FoundFigure figure, Desk desk) {
    var period = FigureFinder.periodOf(figure);
    return desk.periods().isEmpty()
        || period != null
            && desk.periods().stream()
                .anyMatch(asked ->
                    period.equals(asked)
                        || period.end().equals(asked.end())
                            && (period.basis() == Basis.INSTANT || asked.basis() == Basis.INSTANT));
  }

  private static LocalDate end(FoundFigure found) {
    var period = FigureFinder.periodOf(found);
    return period == null ? LocalDate.MIN : period.end();
  }

  private static Optional<List<FoundFigure>> fellows(
      FoundFigure first, List<List<FoundFigure>> candidates) {
    var fellows = new ArrayList<FoundFigure>();
    fellows.add(first);
    for (var others : candidates.subList(1, candidates.size())) {
      var fellow =
          others.stream()
              .filter(other -> isComparable(first, other))
              .min(Comparator.comparing(other -> !other.disclosure().equals(first.disclosure())));
      if (fellow.isEmpty()) {
        return Optional.empty();
      }
      fellows.add(fellow.get());
    }
    return Optional.of(fellows);
  }

  private static boolean isComparable(FoundFigure one, FoundFigure other) {
    var a = FigureFinder.periodOf(one);
    var b = FigureFinder.periodOf(other);
    return a != null
        && b != null
        && a.end().equals(b.end())
        && (a.start().equals(b.start())
            || a.basis() == Basis.INSTANT
            || b.basis() == Basis.INSTANT);
  }

  private Wanted wanted(String operand, Desk desk) {
    var text = Words.compact(operand);
    var mentions = glossary.mentions(text);
    if (mentions.isEmpty()) {
      var metric = desk.part().metrics().isEmpty() ? revenue() : desk.part().metrics().getFirst();
      return Wanted.of(metric, FigureFinder.bare(text), desk.part());
    }
    var mention = mentions.getLast();
    var segment = text.substring(0, mention.start()) + text.substring(mention.end());
    return Wanted.of(mention.metric(), segment.replaceAll("^的|的$", ""), desk.part());
  }

  private Metric revenue() {
    return glossary
        .metric(REVENUE)
        .orElseThrow(() -> new IllegalStateException("The glossary lacks " + REVENUE));
  }

  private static Optional<Computation> share(Pair pair, Reading.Part part) {
    return quotient(pair)
        .map(value ->
            new Computation(
                part.original(),
                List.of(pair.first(), pair.second()),
                division(pair) + " × 100%",
                percent(value),
                "%"));
  }

  private static Optional<Computation> ratio(Pair pair, Reading.Part part) {
    return quotient(pair)
        .map(value ->
            new Computation(
                part.original(),
                List.of(pair.first(), pair.second()),
                division(pair),
                value.setScale(2, RoundingMode.HALF_UP),
                "倍"));
  }

  private static Optional<BigDecimal> quotient(Pair pair) {
    var divisor = pair.second().figure().inBaseUnits();
    return divisor.signum() == 0 || !areAlike(pair)
        ? Optional.empty()
        : Optional.of(pair.first().figure().inBaseUnits().divide(divisor, MathContext.DECIMAL64));
  }

  private static String division(Pair pair) {
    return pair.first().figure().printed() + " / " + pair.second().figure().printed();
  }

  private static boolean areAlike(Pair pair) {
    return pair.first().figure().unit().dimension() == pair.second().figure().unit().dimension();
  }

  private Optional<Computation> sum(Calculation calculation, Desk desk) {
    if (calculation.operands().size() < 2) {
      return split(desk);
    }
    return together(calculation.operands(), desk).flatMap(figures -> sum(figures, desk.part()));
  }

  private static Optional<Computation> sum(List<FoundFigure> figures, Reading.Part part) {
    var dimensions =
        figures.stream()
            .map(found -> found.figure().unit().dimension())
            .collect(Collectors.toSet());
    if (dimensions.size() != 1) {
      return Optional.empty();
    }
    var total =
        figures.stream()
            .map(found -> found.figure().inBaseUnits())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    var formula =
        figures.stream().map(found -> found.figure().printed()).collect(Collectors.joining(" + "));
    var unit = figures.getFirst().figure().unit();
    return Optional.of(
        new Computation(part.original(), figures, formula, inUnit(total, unit), unit.printed()));
  }

  private static Optional<Computation> difference(Pair pair, Reading.Part part) {
    if (!areAlike(pair)) {
      return Optional.empty();
    }
    var unit = pair.first().figure().unit();
    var value = pair.first().figure().inBaseUnits().subtract(pair.second().figure().inBaseUnits());
    return Optional.of(
        new Computation(
            part.original(),
            List.of(pair.first(), pair.second()),
            pair.first().figure().printed() + " - " + pair.second().figure().printed(),
            inUnit(value, unit),
            unit.printed()));
  }

  private static Optional<Computation> growth(Pair pair, Reading.Part part) {
    var before = pair.second().figure().inBaseUnits();
    if (before.signum() <= 0 || !areAlike(pair)) {
      return Optional.empty();
    }
    var change = pair.first().figure().inBaseUnits().subtract(before);
    var formula =
        "(%s - %s) / %s × 100%%"
            .formatted(
                pair.first().figure().printed(),
                pair.second().figure().printed(),
                pair.second().figure().printed());
    return Optional.of(
        new Computation(
            part.original(),
            List.of(pair.first(), pair.second()),
            formula,
            percent(change.divide(before, MathContext.DECIMAL64)),
            "%"));
  }

  private Optional<Pair> againstYearBefore(Desk desk) {
    return first(desk)
        .flatMap(wanted ->
            best(wanted, desk)
                .flatMap(now -> yearBefore(wanted, now, desk).map(then -> new Pair(now, then))));
  }

  private Optional<FoundFigure> yearBefore(Wanted wanted, FoundFigure now, Desk desk) {
    var period = FigureFinder.periodOf(now);
    if (period == null) {
      return Optional.empty();
    }
    var before = wanted.in(List.of(period.plusYears(-1)));
    return finder.find(before, desk.issuer(), desk.asOf()).stream()
        .flatMap(List::stream)
        .min(Comparator.comparing(then -> !then.disclosure().equals(now.disclosure())));
  }

  private Optional<Wanted> first(Desk desk) {
    return desk.part().metrics().stream()
        .findFirst()
        .map(metric -> Wanted.of(metric, desk.segment(), desk.part()));
  }

  private Optional<Computation> compoundGrowth(Desk desk) {
    var years =
        desk.periods().stream()
            .filter(period -> period.basis() == Basis.FULL_YEAR)
            .sorted(Comparator.comparing(ReportingPeriod::end))
            .toList();
    if (years.size() < 2) {
      return Optional.empty();
    }
    var from = one(desk, years.getFirst());
    var to = one(desk, years.getLast());
    int n = years.getLast().end().getYear() - years.getFirst().end().getYear();
    return from.flatMap(start -> to.flatMap(end -> compound(new Pair(end, start), n, desk.part())));
  }

  private static Optional<Computation> compound(Pair pair, int years, Reading.Part part) {
    return quotient(pair)
        .filter(value -> value.signum() > 0 && years > 0)
        .map(value ->
            new Computation(
                part.original(),
                List.of(pair.first(), pair.second()),
                "(%s)^(1/%d) - 1".formatted(division(pair), years),
                percent(root(value, years).subtract(BigDecimal.ONE)),
                "%"));
  }

  /// The positive n-th root, by Newton's method.
  private static BigDecimal root(BigDecimal value, int n) {
    var context = MathContext.DECIMAL64;
    var x = BigDecimal.valueOf(Math.pow(value.doubleValue(), 1.0 / n));
    for (int i = 0; i < 8; i++) {
      var power = x.pow(n - 1, context);
      x =
          x.multiply(BigDecimal.valueOf(n - 1L))
              .add(value.divide(power, context))
              .divide(BigDecimal.valueOf(n), context);
    }
    return x;
  }

  private Optional<FoundFigure> one(Desk desk, ReportingPeriod period) {
    return first(desk).flatMap(wanted -> best(wanted.in(List.of(period)), desk));
  }

  private Optional<Computation> convert(Calculation calculation, Desk desk) {
    var target = calculation.operands().isEmpty() ? "亿元" : calculation.operands().getFirst();
    return first(desk)
        .flatMap(wanted -> best(wanted, desk))
        .filter(found -> found.figure().unit().dimension() == Unit.Dimension.CNY)
        .flatMap(found -> scaleOf(target).map(scale -> converted(found, target, scale, desk)));
  }

  private static Computation converted(
      FoundFigure found, String target, BigDecimal scale, Desk desk) {
    var factor = scale.divide(found.figure().unit().scale(), MathContext.DECIMAL64);
    return new Computation(
        desk.part().original(),
        List.of(found),
        found.figure().printed() + " / " + plain(factor),
        found.figure().inBaseUnits().divide(scale, MathContext.DECIMAL64).stripTrailingZeros(),
        target);
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

  private Optional<Computation> formula(Desk desk) {
    return desk.part().metrics().stream()
        .filter(metric -> metric.formula() != null)
        .findFirst()
        .flatMap(metric -> formula(metric, desk));
  }

  private Optional<Computation> formula(Metric metric, Desk desk) {
    var formula = Formula.parse(Objects.requireNonNull(metric.formula()));
    return periodFor(formula, desk)
        .flatMap(period -> operands(formula, period, desk))
        .flatMap(operands -> evaluate(metric, formula, operands, desk.part().form()));
  }

  /// The period to compute for: the asked one, else the newest of the first metric that the formula
  /// names.
  private Optional<ReportingPeriod> periodFor(Formula formula, Desk desk) {
    if (!desk.periods().isEmpty()) {
      return Optional.of(desk.periods().getFirst());
    }
    return formula.metrics().stream()
        .findFirst()
        .flatMap(glossary::metric)
        .flatMap(metric -> best(Wanted.of(metric, desk.segment(), desk.part()), desk))
        .map(FigureFinder::periodOf);
  }

  private Optional<Map<String, FoundFigure>> operands(
      Formula formula, ReportingPeriod period, Desk desk) {
    var operands = new LinkedHashMap<String, FoundFigure>();
    for (var operand : formula.operands()) {
      var of = period.plusYears(-operand.yearsBefore());
      var found =
          glossary
              .metric(operand.metric())
              .flatMap(metric ->
                  best(
                      Wanted.of(metric, desk.segment(), desk.part())
                          .in(List.of(forMetric(metric, of))),
                      desk));
      if (found.isEmpty()) {
        return Optional.empty();
      }
      operands.put(operand.key(), found.get());
    }
    return Optional.of(operands);
  }

  private Optional<FoundFigure> best(Wanted wanted, Desk desk) {
    return finder.find(wanted, desk.issuer(), desk.asOf()).stream()
        .flatMap(List::stream)
        .findFirst();
  }

  private static ReportingPeriod forMetric(Metric metric, ReportingPeriod period) {
    return metric.nature() == Metric.Nature.BALANCE ? period.closing() : period;
  }

  private static Optional<Computation> evaluate(
      Metric metric, Formula formula, Map<String, FoundFigure> operands, Form form) {
    var values = new LinkedHashMap<String, BigDecimal>();
    var printed = new LinkedHashMap<String, String>();
    for (var operand : formula.operands()) {
      var found = Objects.requireNonNull(operands.get(operand.key()));
      var term = Term.of(operand.metric(), found);
      values.put(operand.key(), term.value());
      printed.put(operand.key(), term.printed());
    }
    try {
      var value = formula.evaluate(values);
      var figures = List.copyOf(operands.values());
      return Optional.of(shown(metric, figures, formula.write(printed), value, form));
    } catch (ArithmeticException dividesByZero) {
      return Optional.empty();
    }
  }

  private static Computation shown(
      Metric metric, List<FoundFigure> operands, String formula, BigDecimal value, Form form) {
    var unit = metric.formulaUnit() == null ? "" : metric.formulaUnit();
    int decimals = Objects.requireNonNullElse(form.decimals(), 2);
    if (unit.equals("%")) {
      var percent = value.multiply(HUNDRED).setScale(decimals, RoundingMode.HALF_UP);
      return new Computation(metric.id(), operands, formula + " × 100%", percent, unit);
    }
    var own = operands.getFirst().figure().unit();
    if (unit.equals(YUAN) && own.dimension() != Unit.Dimension.CNY) {
      var inOwn = value.divide(own.scale(), MathContext.DECIMAL128);
      return new Computation(
          metric.id(),
          operands,
          formula,
          inOwn.setScale(decimals, RoundingMode.HALF_UP),
          own.printed());
    }
    return new Computation(
        metric.id(), operands, formula, value.setScale(decimals, RoundingMode.HALF_UP), unit);
  }

  private Optional<Computation> split(Desk desk) {
    return first(desk)
        .flatMap(wanted ->
            desk.periods().stream()
                .min(Comparator.comparing(asked -> asked.basis() != Basis.SINGLE_QUARTER))
                .flatMap(asked ->
                    Splits.of(asked).stream()
                        .map(split -> apply(split, wanted, desk))
                        .flatMap(Optional::stream)
                        .findFirst()));
  }

  private Optional<Computation> apply(Splits.Split split, Wanted wanted, Desk desk) {
    var added = all(split.added(), wanted, desk);
    var subtracted = all(split.subtracted(), wanted, desk);
    return added.flatMap(plus -> subtracted.flatMap(minus -> total(plus, minus, desk.part())));
  }

  private Optional<List<FoundFigure>> all(List<ReportingPeriod> periods, Wanted wanted, Desk desk) {
    var figures = new ArrayList<FoundFigure>();
    for (var period : periods) {
      var found =
          finder.find(wanted.in(List.of(period)), desk.issuer(), desk.asOf()).stream()
              .flatMap(List::stream)
              .filter(figure -> figure.figure().unit().isMoney())
              .findFirst();
      if (found.isEmpty()) {
        return Optional.empty();
      }
      figures.add(found.get());
    }
    return Optional.of(figures);
  }

  private static Optional<Computation> total(
      List<FoundFigure> plus, List<FoundFigure> minus, Reading.Part part) {
    var all = new ArrayList<>(plus);
    all.addAll(minus);
    if (all.stream().map(found -> found.figure().unit().dimension()).distinct().count() != 1) {
      return Optional.empty();
    }
    var value = BigDecimal.ZERO;
    for (var found : plus) {
      value = value.add(found.figure().inBaseUnits());
    }
    for (var found : minus) {
      value = value.subtract(found.figure().inBaseUnits());
    }
    var formula =
        plus.stream().map(found -> found.figure().printed()).collect(Collectors.joining(" + "))
            + minus.stream()
                .map(found -> " - " + found.figure().printed())
                .collect(Collectors.joining());
    var unit = plus.getFirst().figure().unit();
    return Optional.of(
        new Computation(part.original(), all, formula, inUnit(value, unit), unit.printed()));
  }

  private static BigDecimal inUnit(BigDecimal base, Unit unit) {
    return base.divide(unit.scale(), MathContext.DECIMAL128).setScale(2, RoundingMode.HALF_UP);
  }

  private static BigDecimal percent(BigDecimal share) {
    return share.multiply(HUNDRED).setScale(2, RoundingMode.HALF_UP);
  }

  private static String plain(BigDecimal value) {
    return Figures.grouped(value.stripTrailingZeros());
  }
}
