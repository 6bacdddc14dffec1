package onrecord.bot.finding;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onrecord.bot.Reading.Form;
import onrecord.corpus.Unit;
import onrecord.prompts.Metric;

/// Decimal arithmetic on disclosed figures, with the formula as it is shown.
///
/// Only like is added to like. Amounts keep the unit of the first figure; shares and rates are
/// given in per cent. Values are rounded half up to two places where they have more.
final class Arithmetic {

  private static final int PLACES = 2;
  private static final String YUAN = "元";
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Arithmetic() {}

  static Optional<Computation> share(String what, FoundFigure part, FoundFigure whole) {
    return quotient(part, whole)
        .map(
            share -> percent(what, List.of(part, whole), division(part, whole) + " × 100%", share));
  }

  static Optional<Computation> ratio(String what, FoundFigure first, FoundFigure second) {
    return quotient(first, second)
        .map(ratio -> rounded(what, List.of(first, second), division(first, second), ratio, "倍"));
  }

  static Optional<Computation> difference(String what, FoundFigure first, FoundFigure second) {
    return total(what, List.of(first), List.of(second));
  }

  static Optional<Computation> sum(String what, List<FoundFigure> figures) {
    return total(what, figures, List.of());
  }

  /// The sum of some figures less that of others.
  static Optional<Computation> total(
      String what, List<FoundFigure> added, List<FoundFigure> subtracted) {
    var all = Stream.concat(added.stream(), subtracted.stream()).toList();
    if (!areAlike(all)) {
      return Optional.empty();
    }
    var value = sum(added).subtract(sum(subtracted));
    var formula =
        added.stream().map(Arithmetic::printed).collect(Collectors.joining(" + "))
            + subtracted.stream()
                .map(figure -> " - " + printed(figure))
                .collect(Collectors.joining());
    var unit = added.getFirst().figure().unit();
    var inUnit = value.divide(unit.scale(), MathContext.DECIMAL128);
    return Optional.of(rounded(what, all, formula, inUnit, unit.printed()));
  }

  /// Growth on a positive base; a loss or nothing has no rate of growth.
  static Optional<Computation> growth(String what, FoundFigure now, FoundFigure then) {
    var base = then.figure().inBaseUnits();
    if (base.signum() <= 0 || !areAlike(List.of(now, then))) {
      return Optional.empty();
    }
    var change = now.figure().inBaseUnits().subtract(base);
    var formula = "(%s - %s) / %s × 100%%".formatted(printed(now), printed(then), printed(then));
    return Optional.of(
        percent(what, List.of(now, then), formula, change.divide(base, MathContext.DECIMAL64)));
  }

  /// The even yearly growth that leads from one figure to the other.
  static Optional<Computation> compoundGrowth(
      String what, FoundFigure now, FoundFigure then, int years) {
    return quotient(now, then)
        .filter(ratio -> ratio.signum() > 0 && years > 0)
        .map(ratio ->
            percent(
                what,
                List.of(now, then),
                "(%s)^(1/%d) - 1".formatted(division(now, then), years),
                root(ratio, years).subtract(BigDecimal.ONE)));
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

  /// The same amount in another unit of money, exactly.
  static Computation converted(String what, FoundFigure found, String unit, BigDecimal scale) {
    var factor = scale.divide(found.figure().unit().scale(), MathContext.DECIMAL64);
    return new Computation(
        what,
        List.of(found),
        printed(found) + " / " + Figures.grouped(factor.stripTrailingZeros()),
        found.figure().inBaseUnits().divide(scale, MathContext.DECIMAL64).stripTrailingZeros(),
        unit,
        false);
  }

  /// A value of a metric's formula: in per cent, in the operands' own unit of money, or in the unit
  /// that the metric gives; to as many places as the question asks for.
  static Computation ofFormula(
      Metric metric, List<FoundFigure> operands, String formula, BigDecimal value, Form form) {
    var unit = metric.formulaUnit() == null ? "" : metric.formulaUnit();
    int places = Objects.requireNonNullElse(form.decimals(), PLACES);
    if (unit.equals("%")) {
      return rounded(
          metric.id(), operands, formula + " × 100%", value.multiply(HUNDRED), unit, places);
    }
    var own = operands.getFirst().figure().unit();
    if (unit.equals(YUAN) && own.dimension() != Unit.Dimension.CNY) {
      var inOwn = value.divide(own.scale(), MathContext.DECIMAL128);
      return rounded(metric.id(), operands, formula, inOwn, own.printed(), places);
    }
    return rounded(metric.id(), operands, formula, value, unit, places);
  }

  private static Computation percent(
      String what, List<FoundFigure> operands, String formula, BigDecimal share) {
    return rounded(what, operands, formula, share.multiply(HUNDRED), "%");
  }

  private static Computation rounded(
      String what, List<FoundFigure> operands, String formula, BigDecimal exact, String unit) {
    return rounded(what, operands, formula, exact, unit, PLACES);
  }

  private static Computation rounded(
      String what,
      List<FoundFigure> operands,
      String formula,
      BigDecimal exact,
      String unit,
      int places) {
    var value = exact.setScale(places, RoundingMode.HALF_UP);
    return new Computation(what, operands, formula, value, unit, value.compareTo(exact) != 0);
  }

  private static Optional<BigDecimal> quotient(FoundFigure first, FoundFigure second) {
    var divisor = second.figure().inBaseUnits();
    return divisor.signum() == 0 || !areAlike(List.of(first, second))
        ? Optional.empty()
        : Optional.of(first.figure().inBaseUnits().divide(divisor, MathContext.DECIMAL64));
  }

  private static boolean areAlike(List<FoundFigure> figures) {
    return figures.stream()
            .map(found -> found.figure().unit())
            .map(Unit::dimension)
            .distinct()
            .count()
        == 1;
  }

  private static BigDecimal sum(List<FoundFigure> figures) {
    return figures.stream()
        .map(found -> found.figure().inBaseUnits())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static String division(FoundFigure first, FoundFigure second) {
    return printed(first) + " / " + printed(second);
  }

  private static String printed(FoundFigure found) {
    return found.figure().printed();
  }
}
