package onrecord.prompts;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// How a metric is computed from others: metrics and plain numbers joined by `+ - * /` and
/// parentheses, such as `(营业收入 - 营业成本) / 营业收入`.
///
/// `存货@1` is the figure of the year before the one asked for: `365 * (存货@1 + 存货) / 2 / 营业成本`.
public sealed interface Formula {

  /// The value of a metric.
  ///
  /// @param yearsBefore how many years before the period that the formula is computed for; 0 for
  ///   that period itself
  record Operand(String metric, int yearsBefore) implements Formula {

    /// What it goes by among the values of a formula: `存货`, `存货@1`.
    public String key() {
      return yearsBefore == 0 ? metric : metric + "@" + yearsBefore;
    }
  }

  /// A plain number, such as the days of a year.
  record Constant(BigDecimal value) implements Formula {}

  /// Two values joined.
  record Operation(Formula left, Operator operator, Formula right) implements Formula {}

  /// What joins two values.
  enum Operator {
    PLUS('+'),
    MINUS('-'),
    TIMES('*'),
    DIVIDED_BY('/');

    private final char sign;

    Operator(char sign) {
      this.sign = sign;
    }

    char sign() {
      return sign;
    }

    BigDecimal apply(BigDecimal left, BigDecimal right) {
      return switch (this) {
        case PLUS -> left.add(right);
        case MINUS -> left.subtract(right);
        case TIMES -> left.multiply(right);
        case DIVIDED_BY -> left.divide(right, MathContext.DECIMAL128);
      };
    }
  }

  /// @throws IllegalArgumentException if the text is no formula; the message says where
  static Formula parse(String text) {
    return new FormulaParser(text).parse();
  }

  /// The ids of the metrics it needs, in order of appearance.
  default Set<String> metrics() {
    var metrics = new LinkedHashSet<String>();
    operands().forEach(operand -> metrics.add(operand.metric()));
    return metrics;
  }

  /// The metrics it needs with the years they are needed for, in order of appearance.
  default Set<Operand> operands() {
    var operands = new LinkedHashSet<Operand>();
    collect(this, operands);
    return operands;
  }

  /// The same formula for so many years earlier.
  ///
  /// @throws IllegalArgumentException if that would need a later year than it is computed for
  default Formula earlier(int years) {
    return switch (this) {
      case Operand(var metric, var before) when before + years < 0 ->
          throw new IllegalArgumentException("A later year of " + metric);
      case Operand(var metric, var before) -> new Operand(metric, before + years);
      case Constant constant -> constant;
      case Operation(var left, var operator, var right) ->
          new Operation(left.earlier(years), operator, right.earlier(years));
    };
  }

  /// The text that [#parse] would read it from.
  default String notation() {
    return write(
        operands().stream()
            .map(Operand::key)
            .collect(Collectors.toMap(Function.identity(), Function.identity())));
  }

  /// Its value, a plain number even where it is shown in per cent.
  ///
  /// @param values of all its operands by key, in units that go together
  /// @throws IllegalArgumentException if a value is missing
  /// @throws ArithmeticException if it divides by zero
  default BigDecimal evaluate(Map<String, BigDecimal> values) {
    return switch (this) {
      case Operand operand -> value(values, operand.key());
      case Constant(var number) -> number;
      case Operation(var left, var operator, var right) ->
          operator.apply(left.evaluate(values), right.evaluate(values));
    };
  }

  /// The formula written out with figures in place of its metrics: `42,955.96 / 69,677.32`.
  ///
  /// @throws IllegalArgumentException if a figure is missing
  default String write(Map<String, String> figures) {
    return switch (this) {
      case Operand operand -> value(figures, operand.key());
      case Constant(var number) -> number.toPlainString();
      case Operation(var left, var operator, var right) ->
          left.writeWithin(operator, false, figures)
              + " "
              + operator.sign()
              + " "
              + right.writeWithin(operator, true, figures);
    };
  }

  private String writeWithin(Operator outer, boolean onRight, Map<String, String> figures) {
    var written = write(figures);
    return needsParentheses(outer, onRight) ? "(" + written + ")" : written;
  }

  private boolean needsParentheses(Operator outer, boolean onRight) {
    if (!(this instanceof Operation operation)) {
      return false;
    }
    var bindsLooser = isSum(operation.operator()) && !isSum(outer);
    var regroups = onRight && isSum(operation.operator()) == isSum(outer);
    return bindsLooser || regroups;
  }

  private static boolean isSum(Operator operator) {
    return operator == Operator.PLUS || operator == Operator.MINUS;
  }

  private static <T> T value(Map<String, T> values, String key) {
    var value = values.get(key);
    if (value == null) {
      throw new IllegalArgumentException("No value of " + key);
    }
    return value;
  }

  private static void collect(Formula formula, Set<Operand> operands) {
    switch (formula) {
      case Operand operand -> operands.add(operand);
      case Constant _ -> {}
      case Operation(var left, _, var right) -> {
        collect(left, operands);
        collect(right, operands);
      }
    }
  }
}
