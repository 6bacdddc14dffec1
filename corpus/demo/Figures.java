import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The issuer's figures: base values as written in `figures.txt`, and whatever its formulas make of
/// them.
///
/// A key is `line.column` (`revenue.train.2024Q1`), or a name of its own for what stands under
/// `@values`. Formulas are worked out on demand, in decimal arithmetic, once each.
final class Figures {
  private static final Pattern NAME = Pattern.compile("[A-Za-z]\\w*(\\.\\w+)*(?!\\w*\\()");

  private final Map<String, String> formulas = new HashMap<>();
  private final Map<String, BigDecimal> values = new HashMap<>();
  private final Set<String> lines = new LinkedHashSet<>();

  static Figures read(Path file) throws IOException {
    var figures = new Figures();
    var block = new Block(List.of());
    for (String line : Files.readAllLines(file)) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (line.startsWith("@")) {
        block = block.turn(line);
      } else {
        figures.define(line, block);
      }
    }
    return figures;
  }

  /// The value of a key or of an expression over keys, unrounded.
  ///
  /// @throws IllegalArgumentException if a key is unknown, or if formulas go round in a circle
  BigDecimal value(String expression) {
    return new Expression(expression, this::known).evaluate();
  }

  private BigDecimal known(String key) {
    var value = values.get(key);
    if (value != null) {
      return value;
    }
    var formula = formulas.remove(key);
    if (formula == null) {
      throw new IllegalArgumentException("No such figure, or a circle of formulas: " + key);
    }
    value = value(formula);
    values.put(key, value);
    return value;
  }

  private void define(String line, Block block) {
    int colon = line.indexOf(':');
    int equals = line.indexOf('=');
    if (colon >= 0 && (equals < 0 || colon < equals)) {
      defineRow(
          line.substring(0, colon).strip(), line.substring(colon + 1).strip().split("\\s+"), block);
    } else {
      var left = line.substring(0, equals).strip();
      var right = line.substring(equals + 1).strip().replace(",", (line.contains("(") ? "," : ""));
      block.define(left, right, this);
    }
  }

  private void defineRow(String name, String[] cells, Block block) {
    if (cells.length != block.columns.size()) {
      throw new IllegalArgumentException(
          name + ": " + cells.length + " values, " + block.columns.size() + " columns");
    }
    block.lines.add(name);
    for (int i = 0; i < cells.length; i++) {
      if (!cells[i].equals("-")) {
        formulas.put(name + "." + block.columns.get(i), cells[i].replace(",", ""));
      }
    }
  }

  /// Columns with the lines defined over them, and what a line with `=` means at this place.
  private static final class Block {
    private enum Part {
      COLUMNS,
      SUMS,
      VALUES
    }

    private final List<String> columns;
    private final List<String> lines = new ArrayList<>();
    private Part part = Part.COLUMNS;

    Block(List<String> columns) {
      this.columns = columns;
    }

    Block turn(String directive) {
      if (directive.startsWith("@columns")) {
        return new Block(List.of(directive.substring("@columns".length()).strip().split("\\s+")));
      }
      part = directive.startsWith("@sums") ? Part.SUMS : Part.VALUES;
      return this;
    }

    void define(String left, String right, Figures figures) {
      switch (part) {
        case COLUMNS -> defineFormula(left, right, figures);
        case SUMS ->
            lines.forEach(line -> figures.formulas.put(line + "." + left, inColumn(right, line)));
        case VALUES -> figures.formulas.put(left, right);
      }
    }

    private void defineFormula(String name, String formula, Figures figures) {
      lines.add(name);
      for (String column : columns) {
        var inColumn = NAME.matcher(formula).replaceAll(match -> match.group() + "." + column);
        figures.formulas.put(name + "." + column, inColumn);
      }
    }

    /// `2024Q1 + 2024Q2` for the line `revenue` is `revenue.2024Q1 + revenue.2024Q2`.
    private static String inColumn(String sum, String line) {
      return Pattern.compile("\\w+").matcher(sum).replaceAll(match -> line + "." + match.group());
    }
  }

  /// Sums, products and a few functions over named values: `+ - * / ( )`, `change(new, old)` and
  /// `share(part, whole)` in percent, `fen(x)` rounded to two places.
  private static final class Expression {
    private final String text;
    private final java.util.function.Function<String, BigDecimal> names;
    private int at;

    Expression(String text, java.util.function.Function<String, BigDecimal> names) {
      this.text = text;
      this.names = names;
    }

    BigDecimal evaluate() {
      var value = sum();
      if (!peek("")) {
        throw new IllegalArgumentException("Unexpected at " + at + ": " + text);
      }
      return value;
    }

    private BigDecimal sum() {
      var value = product();
      while (true) {
        if (take('+')) {
          value = value.add(product());
        } else if (take('-')) {
          value = value.subtract(product());
        } else {
          return value;
        }
      }
    }

    private BigDecimal product() {
      var value = factor();
      while (true) {
        if (take('*')) {
          value = value.multiply(factor());
        } else if (take('/')) {
          value = value.divide(factor(), MathContext.DECIMAL128);
        } else {
          return value;
        }
      }
    }

    private BigDecimal factor() {
      if (take('-')) {
        return factor().negate();
      }
      if (take('(')) {
        var value = sum();
        expect(')');
        return value;
      }
      var word = word();
      if (take('(')) {
        return call(word);
      }
      return Character.isDigit(word.charAt(0)) ? new BigDecimal(word) : names.apply(word);
    }

    private BigDecimal call(String function) {
      var first = sum();
      if (function.equals("fen")) {
        expect(')');
        return first.setScale(2, RoundingMode.HALF_UP);
      }
      expect(',');
      var second = sum();
      expect(')');
      return switch (function) {
        case "change" -> percent(first.subtract(second), second.abs());
        case "share" -> percent(first, second);
        default -> throw new IllegalArgumentException("No such function: " + function);
      };
    }

    private static BigDecimal percent(BigDecimal part, BigDecimal whole) {
      return part.multiply(BigDecimal.valueOf(100)).divide(whole, MathContext.DECIMAL128);
    }

    private String word() {
      peek("");
      int start = at;
      while (at < text.length()
          && (Character.isLetterOrDigit(text.charAt(at)) || "._".indexOf(text.charAt(at)) >= 0)) {
        at++;
      }
      if (start == at) {
        throw new IllegalArgumentException("A name or number is missing at " + at + ": " + text);
      }
      return text.substring(start, at);
    }

    private boolean take(char sign) {
      if (peek(String.valueOf(sign))) {
        at++;
        return true;
      }
      return false;
    }

    private void expect(char sign) {
      if (!take(sign)) {
        throw new IllegalArgumentException("Missing " + sign + " at " + at + ": " + text);
      }
    }

    /// Whether a sign comes next; for the empty sign, whether the text ends.
    private boolean peek(String sign) {
      while (at < text.length() && text.charAt(at) == ' ') {
        at++;
      }
      return sign.isEmpty() ? at == text.length() : text.startsWith(sign, at);
    }
  }
}
