import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Fills the placeholders of a source: `{{expression:form}}`, and rows that repeat a pattern.
///
/// `@define name a b = text with $a and $b` defines a pattern, `@name x, y` uses it. In a table
/// row, a cell with `{{expression}}` whose names end in `.*` becomes one cell for each period of
/// the table (`periods=` in its head).
final class Template {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^{}:]+)(?::(\\w+))?}}");
  private static final Pattern PERIODS = Pattern.compile("periods=(\\S+)");

  private final Figures figures;
  private final Path home;
  private final Map<String, Macro> macros = new HashMap<>();
  private List<String> periods = List.of();

  /// @param home where `@include` finds its files
  Template(Figures figures, Path home) {
    this.figures = figures;
    this.home = home;
  }

  String fill(String source) {
    return source.lines().flatMap(this::line).collect(Collectors.joining("\n"));
  }

  private Stream<String> line(String line) {
    if (line.startsWith("@define ")) {
      var macro = Macro.parse(line.substring("@define ".length()));
      macros.put(macro.name, macro);
      return Stream.empty();
    }
    if (line.startsWith("@table")) {
      var match = PERIODS.matcher(line);
      periods = match.find() ? List.of(match.group(1).split(",")) : List.of();
      return Stream.of(match.replaceAll(""));
    }
    if (line.startsWith("@include ")) {
      return included(line.substring("@include ".length()));
    }
    return Stream.of(numbers(spread(macro(line))));
  }

  /// The rows of another file; after `nonotes` without their second cell, the column of the notes.
  private Stream<String> included(String words) {
    boolean nonotes = words.endsWith(" nonotes");
    var rows = lines(home.resolve(words.split(" ")[0])).stream();
    return (nonotes ? rows.map(row -> row.replaceFirst("\\|[^|]*\\|", "|")) : rows)
        .flatMap(this::line);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String macro(String line) {
    if (!line.startsWith("@")) {
      return line;
    }
    var words = line.substring(1).split(" ", 2);
    var macro = macros.get(words[0]);
    return macro == null ? line : macro.apply(words.length < 2 ? "" : words[1]);
  }

  /// `{{cash.*}}` under `periods=end2024,end2023` is `{{cash.end2024}} | {{cash.end2023}}`.
  private String spread(String line) {
    return PLACEHOLDER
        .matcher(line)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    match.group().contains(".*") ? spreadCell(match.group()) : match.group()));
  }

  private String spreadCell(String cell) {
    return periods.stream()
        .map(period -> cell.replace(".*", "." + period))
        .collect(Collectors.joining(" | "));
  }

  private String numbers(String line) {
    return PLACEHOLDER
        .matcher(line)
        .replaceAll(match -> Matcher.quoteReplacement(number(match.group(1), match.group(2))));
  }

  /// The value of an expression in a form: `yuan`, `wan`, `yi`, `mn` for amounts, `pct`, `ps`,
  /// `int`, `brackets`, ….
  String number(String expression, String form) {
    return form(figures.value(expression), form == null ? "yuan" : form);
  }

  private static String form(BigDecimal value, String form) {
    return switch (form) {
      case "yuan" -> value.signum() == 0 ? "-" : grouped(value, 2);
      case "brackets" ->
          value.signum() < 0 ? "(" + grouped(value.negate(), 2) + ")" : grouped(value, 2);
      case "wan" -> grouped(value.movePointLeft(4), 2);
      case "wan0" -> grouped(value.movePointLeft(4), 0);
      case "yi" -> grouped(value.movePointLeft(8), 2);
      case "mn" -> grouped(value.movePointLeft(6), 2);
      case "int" -> grouped(value, 0);
      case "pct", "ps" -> grouped(value, 2);
      case "abs" -> grouped(value.abs(), 2);
      case "trend" -> (value.signum() < 0 ? "下降" : "增长") + grouped(value.abs(), 2) + "%";
      case "points" -> (value.signum() < 0 ? "减少" : "增加") + grouped(value.abs(), 2) + "个百分点";
      default -> throw new IllegalArgumentException("No such form: " + form);
    };
  }

  private static String grouped(BigDecimal value, int decimals) {
    var pattern = decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals);
    return new DecimalFormat(pattern).format(value.setScale(decimals, RoundingMode.HALF_UP));
  }

  private record Macro(String name, List<String> parameters, String text) {
    static Macro parse(String definition) {
      var halves = definition.split(" = ", 2);
      var words = new ArrayList<>(List.of(halves[0].strip().split(" ")));
      return new Macro(words.removeFirst(), words, halves[1]);
    }

    String apply(String arguments) {
      var values = arguments.split("\\s*,\\s*");
      var filled = text;
      for (int i = 0; i < parameters.size(); i++) {
        filled =
            filled.replaceAll(
                "\\$" + parameters.get(i) + "\\b", Matcher.quoteReplacement(values[i]));
      }
      return filled;
    }
  }
}
