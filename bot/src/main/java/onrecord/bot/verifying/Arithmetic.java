package onrecord.bot.verifying;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/// Works out a formula as it is shown: `(961,743.53 - 690,812.02) / 690,812.02 × 100%`.
///
/// `^` takes whole powers and roots, such as `^(1/3)`. A unit behind a figure counts, so that
/// 73,403.32万元 and 734,033,200元 are the same; `%` does not, since 100% is there to make per cent.
final class Arithmetic {

  private static final MathContext PRECISION = MathContext.DECIMAL128;
  private static final int MOST_OF_A_POWER = 100;
  private static final int ROUNDS_OF_NEWTON = 60;
  private static final Pattern FIGURE =
      Pattern.compile("-?\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|-?\\d+(?:\\.\\d+)?");
  private static final Pattern UNIT = Pattern.compile("\\s*([^\\d\\s+\\-−–*×·/÷^()（）]+(?:/股)?)");

  private final String text;
  private final boolean scaled;
  private int position;

  private Arithmetic(String text, boolean scaled) {
    this.text = text;
    this.scaled = scaled;
  }

  /// Its value with all figures as plain numbers; empty if it is no formula or has no value.
  static Optional<BigDecimal> plain(String formula) {
    return value(new Arithmetic(formula, false));
  }

  /// Its value with all figures in base units.
  static Optional<BigDecimal> scaled(String formula) {
    return value(new Arithmetic(formula, true));
  }

  private static Optional<BigDecimal> value(Arithmetic arithmetic) {
    try {
      var value = arithmetic.sum();
      return arithmetic.next() == END ? Optional.of(value) : Optional.empty();
    } catch (ArithmeticException | NoFormula none) {
      return Optional.empty();
    }
  }

  private BigDecimal sum() {
    var value = product();
    while (true) {
      switch (next()) {
        case '+' -> value = value.add(after());
        case '-', '−', '–' -> value = value.subtract(after());
        default -> {
          return value;
        }
      }
    }
  }

  private BigDecimal after() {
    position++;
    return product();
  }

  private BigDecimal product() {
    var value = power();
    while (true) {
      switch (next()) {
        case '*', '×', '·' -> {
          position++;
          value = value.multiply(power(), PRECISION);
        }
        case '/', '÷' -> {
          position++;
          value = value.divide(power(), PRECISION);
        }
        default -> {
          return value;
        }
      }
    }
  }

  private BigDecimal power() {
    var base = operand();
    if (next() != '^') {
      return base;
    }
    position++;
    return raised(base, operand());
  }

  private static BigDecimal raised(BigDecimal base, BigDecimal exponent) {
    if (exponent.signum() <= 0 || exponent.compareTo(BigDecimal.valueOf(MOST_OF_A_POWER)) > 0) {
      throw new NoFormula();
    }
    var whole = exponent.setScale(0, RoundingMode.HALF_UP);
    if (whole.compareTo(exponent) == 0) {
      return base.pow(whole.intValueExact(), PRECISION);
    }
    var degree = BigDecimal.ONE.divide(exponent, PRECISION).setScale(0, RoundingMode.HALF_UP);
    if (base.signum() <= 0 || degree.compareTo(BigDecimal.valueOf(MOST_OF_A_POWER)) > 0) {
      throw new NoFormula();
    }
    return root(base, degree.intValueExact());
  }

  /// By Newton's method, from a start above the root, so that it comes down to it.
  private static BigDecimal root(BigDecimal value, int degree) {
    var n = BigDecimal.valueOf(degree);
    var root = value.max(BigDecimal.ONE);
    for (int i = 0; i < ROUNDS_OF_NEWTON * degree; i++) {
      var next =
          root.multiply(n.subtract(BigDecimal.ONE))
              .add(value.divide(root.pow(degree - 1, PRECISION), PRECISION))
              .divide(n, PRECISION);
      if (next.compareTo(root) >= 0) {
        return root;
      }
      root = next;
    }
    return root;
  }

  private BigDecimal operand() {
    if (next() == '(' || next() == '（') {
      position++;
      var inner = sum();
      if (next() != ')' && next() != '）') {
        throw new NoFormula();
      }
      position++;
      return inner;
    }
    return figure();
  }

  private BigDecimal figure() {
    var figure = FIGURE.matcher(text).region(position, text.length());
    if (!figure.lookingAt()) {
      throw new NoFormula();
    }
    position = figure.end();
    var value = new BigDecimal(figure.group().replace(",", ""));
    var unit = UNIT.matcher(text).region(position, text.length());
    if (!unit.lookingAt()) {
      return value;
    }
    position = unit.end();
    return scaled ? value.multiply(scale(unit.group(1))) : value;
  }

  private static BigDecimal scale(String unit) {
    return Quantities.in("1" + unit).stream()
        .findFirst()
        .map(mention -> mention.quantity().value())
        .orElse(BigDecimal.ONE);
  }

  private static final char END = '\0';

  private char next() {
    while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
      position++;
    }
    return position < text.length() ? text.charAt(position) : END;
  }

  /// What stands there is no formula; it never leaves this class.
  private static final class NoFormula extends RuntimeException {

    private static final long serialVersionUID = 1L;
  }
}
