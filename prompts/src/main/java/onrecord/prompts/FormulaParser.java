package onrecord.prompts;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import onrecord.prompts.Formula.Constant;
import onrecord.prompts.Formula.Operand;
import onrecord.prompts.Formula.Operation;
import onrecord.prompts.Formula.Operator;

/// Reads a formula by recursive descent: sum, product, operand. A metric's name is whatever stands
/// between operators, parentheses and spaces and is no number; `@1` after it is the year before.
final class FormulaParser {

  private static final String SIGNS = "+-*/()";
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(?:\\.\\d{1,9})?");
  private static final Pattern EARLIER = Pattern.compile("(.+)@(\\d)");

  private final String text;
  private int position;

  FormulaParser(String text) {
    this.text = text;
  }

  Formula parse() {
    var formula = sum();
    if (next() != END) {
      throw unexpected();
    }
    return formula;
  }

  private Formula sum() {
    var left = product();
    while (true) {
      switch (next()) {
        case '+' -> left = join(left, Operator.PLUS, false);
        case '-' -> left = join(left, Operator.MINUS, false);
        default -> {
          return left;
        }
      }
    }
  }

  private Formula product() {
    var left = operand();
    while (true) {
      switch (next()) {
        case '*' -> left = join(left, Operator.TIMES, true);
        case '/' -> left = join(left, Operator.DIVIDED_BY, true);
        default -> {
          return left;
        }
      }
    }
  }

  private Formula join(Formula left, Operator operator, boolean tightly) {
    position++;
    return new Operation(left, operator, tightly ? operand() : product());
  }

  private Formula operand() {
    if (next() == '(') {
      position++;
      var inner = sum();
      if (next() != ')') {
        throw unexpected();
      }
      position++;
      return inner;
    }
    return named(name());
  }

  private static Formula named(String name) {
    if (NUMBER.matcher(name).matches()) {
      return new Constant(new BigDecimal(name));
    }
    var earlier = EARLIER.matcher(name);
    return earlier.matches()
        ? new Operand(earlier.group(1), Integer.parseInt(earlier.group(2)))
        : new Operand(name, 0);
  }

  private String name() {
    var start = position;
    while (position < text.length() && isOfName(text.charAt(position))) {
      position++;
    }
    if (position == start) {
      throw unexpected();
    }
    return text.substring(start, position);
  }

  private static final char END = '\0';

  private char next() {
    while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
      position++;
    }
    return position < text.length() ? text.charAt(position) : END;
  }

  private static boolean isOfName(char c) {
    return !Character.isWhitespace(c) && SIGNS.indexOf(c) < 0;
  }

  private IllegalArgumentException unexpected() {
    var found = position < text.length() ? "'" + text.charAt(position) + "'" : "the end";
    return new IllegalArgumentException(
        "unexpected "
            + found
            + " at character "
            + (position + 1)
            + " of the formula '"
            + text
            + "'");
  }
}
