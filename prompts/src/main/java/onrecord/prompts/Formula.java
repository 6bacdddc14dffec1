package onrecord.prompts;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// How a metric is computed from others: metrics joined by `+ - * /` and parentheses, such as
/// `(营业收入 - 营业成本) / 营业收入`.
public sealed interface Formula {

  /// The value of a metric.
  record Operand(String metric) implements Formula {}

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
    collect(this, metrics);
    return metrics;
  }

  /// Its value, a plain number even where it is shown in per cent.
  ///
  /// @param values of all its metrics, in units that go together
  /// @throws IllegalArgumentException if a value is missing
  /// @throws ArithmeticException if it divides by zero
  default BigDecimal evaluate(Map<String, BigDecimal> values) {
    return switch (this) {
      case Operand(var metric) -> value(values, metric);
      case Operation(var left, var operator, var right) ->
          operator.apply(left.evaluate(values), right.evaluate(values));
    };
  }

  /// The formula written out with figures in place of its metrics: `42,955.96 / 69,677.32`.
  ///
  /// @throws IllegalArgumentException if a figure is missing
  default String write(Map<String, String> figures) {
    return switch (this) {
      case Operand(var metric) -> value(figures, metric);
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

  private static <T> T value(Map<String, T> values, String metric) {
    var value = values.get(metric);
    if (value == null) {
      throw new IllegalArgumentException("No value of " + metric);
    }
    return value;
  }

  private static void collect(Formula formula, Set<String> metrics) {
    switch (formula) {
      case Operand(var metric) -> metrics.add(metric);
      case Operation(var left, _, var right) -> {
        collect(left, metrics);
        collect(right, metrics);
      }
    }
  }
}
