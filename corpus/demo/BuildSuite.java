import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Builds the suite over the demo disclosures: `java corpus/demo/BuildSuite.java`, after
/// `BuildDemo`.
///
/// Takes expected amounts from `figures.txt` and pages from the built PDFs (by pdftotext), so that
/// neither is typed by hand. Fails if a fact is on no page of the document that it cites.
public final class BuildSuite {
  private static final String AS_OF = "2025-11-20T09:00:00+08:00";
  private static final Map<String, String> UNITS = Map.of("yuan", "元", "wan", "万元", "yi", "亿元");
  private static final Pattern CJK = Pattern.compile("\\p{IsHan}");

  private final Path disclosures;
  private final Template template;
  private final Map<String, List<String>> pages = new HashMap<>();

  private BuildSuite(Path home) throws IOException {
    this.disclosures = home.resolveSibling("disclosures");
    this.template = new Template(Figures.read(home.resolve("figures.txt")), home);
  }

  public static void main(String[] arguments) throws IOException {
    var home = BuildDemo.home();
    var build = new BuildSuite(home);
    var blocks = Files.readString(home.resolve("questions.txt")).split("\\n\\s*\\n");
    var lines =
        Arrays.stream(blocks)
            .filter(block -> block.contains("\nq: "))
            .map(build::question)
            .toList();
    var suite = Files.createDirectories(home.resolveSibling("suites")).resolve("demo.jsonl");
    Files.writeString(suite, String.join("\n", lines) + "\n");
    IO.println(suite + "  " + lines.size() + " questions");
  }

  private String question(String block) {
    var given = new LinkedHashMap<String, List<String>>();
    block
        .lines()
        .filter(line -> !line.startsWith("#") && !line.isBlank())
        .forEach(
            line -> {
              var pair = line.split(": ", 2);
              given.computeIfAbsent(pair[0], key -> new ArrayList<>()).add(pair[1].strip());
            });
    try {
      return json(given);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException("In the question " + given.get("id"), e);
    }
  }

  private String json(Map<String, List<String>> given) {
    var fields = new ArrayList<String>();
    fields.add(field("id", quoted(given.get("id").getFirst())));
    fields.add(field("question", quoted(given.get("q").getFirst())));
    fields.add(field("lang", quoted(one(given, "lang", "zh"))));
    fields.add(field("kind", quoted(given.get("kind").getFirst())));
    fields.add(field("asOf", quoted(one(given, "asOf", AS_OF))));
    if (given.containsKey("before")) {
      fields.add(
          field(
              "conversation", list(given.get("before").stream().map(BuildSuite::quoted).toList())));
    }
    fields.add(field("issuer", quoted("999999")));
    fields.add(field("verdict", oneOrMany(List.of(one(given, "verdict", "ANSWERED").split(" ")))));
    fields.add(field("facts", list(many(given, "fact").stream().map(this::fact).toList())));
    fields.add(field("forbidden", list(many(given, "not").stream().map(this::forbidden).toList())));
    fields.add(field("citations", list(many(given, "cite").stream().map(this::citation).toList())));
    return "{" + String.join(", ", fields) + "}";
  }

  private String fact(String text) {
    return oneOrMany(forms(text));
  }

  private String forbidden(String text) {
    return quoted(forms(text).getFirst().replaceAll("元$", ""));
  }

  /// Strings with `|` between; of these `=expression` is an amount, `%expression` a percentage,
  /// `#expression` a count.
  private List<String> forms(String text) {
    return Arrays.stream(text.split("\\|")).flatMap(this::formsOfOne).toList();
  }

  private Stream<String> formsOfOne(String text) {
    var expression = text.substring(1);
    return switch (text.charAt(0)) {
      case '=' ->
          Stream.of("yuan", "wan", "yi")
              .map(form -> template.number(expression, form) + UNITS.get(form));
      case '%' -> Stream.of(template.number(expression, "abs") + "%");
      case '#' -> Stream.of(template.number(expression, "int"));
      default -> Stream.of(template.fill(text));
    };
  }

  /// `2025-018 fact`, `2025-078 item 3`, or the number alone for a document without pages.
  private String citation(String text) {
    var words = text.split(" ", 2);
    var number = field("announcementNumber", quoted(words[0]));
    if (words.length == 1) {
      return "{" + number + "}";
    }
    if (words[1].startsWith("item ")) {
      return "{"
          + number
          + ", "
          + field("item", quoted(words[1].substring("item ".length())))
          + "}";
    }
    return "{" + number + ", " + field("page", pagesWith(words[0], words[1])) + "}";
  }

  private String pagesWith(String number, String fact) {
    var wanted =
        forms(fact).stream()
            .filter(form -> !form.endsWith("亿元"))
            .map(BuildSuite::withoutUnit)
            .toList();
    var text = pages.computeIfAbsent(number, this::read);
    var numbers =
        IntStream.range(0, text.size())
            .filter(i -> wanted.stream().anyMatch(form -> holds(text.get(i), form)))
            .map(i -> i + 1)
            .boxed()
            .toList();
    if (numbers.isEmpty()) {
      throw new IllegalArgumentException(number + " has no page with any of " + wanted);
    }
    return numbers.toString();
  }

  /// Tables give the unit above, not beside the number.
  private static String withoutUnit(String form) {
    return form.replaceAll("(?<=\\d)(万?元|%)$", "");
  }

  private static boolean holds(String page, String form) {
    return CJK.matcher(form).find()
        ? page.replaceAll("\\s", "").contains(form.replaceAll("\\s", ""))
        : Pattern.compile("(?<![\\d,.])" + Pattern.quote(form) + "(?!\\d)").matcher(page).find();
  }

  private List<String> read(String number) {
    try (var files = Files.list(disclosures)) {
      var file =
          files
              .filter(path -> path.toString().matches(".*" + number + ".*\\.pdf"))
              .findFirst()
              .orElseThrow();
      var command = new ProcessBuilder("pdftotext", "-layout", file.toString(), "-");
      var process = command.redirectError(ProcessBuilder.Redirect.DISCARD).start();
      var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return List.of(text.split("\f"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String one(Map<String, List<String>> given, String key, String otherwise) {
    return given.getOrDefault(key, List.of(otherwise)).getFirst();
  }

  private static List<String> many(Map<String, List<String>> given, String key) {
    return given.getOrDefault(key, List.of());
  }

  private static String oneOrMany(List<String> values) {
    return values.size() == 1
        ? quoted(values.getFirst())
        : list(values.stream().map(BuildSuite::quoted).toList());
  }

  private static String list(List<String> values) {
    return values.stream().collect(Collectors.joining(", ", "[", "]"));
  }

  private static String field(String name, String value) {
    return quoted(name) + ": " + value;
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
