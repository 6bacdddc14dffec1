package onrecord.corpus.metadata;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import onrecord.corpus.Basis;
import onrecord.corpus.DisclosureKind;
import onrecord.corpus.Intake.Reason;
import onrecord.corpus.Language;
import onrecord.corpus.ReportingPeriod;
import onrecord.corpus.SecuritiesCode;
import onrecord.corpus.document.UnreadableFileException;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// What a person states of a document in a YAML file beside it; it overrides what the document
/// says.
final class Sidecar {

  private static final Set<String> KEYS =
      Set.of(
          "issuer",
          "shortName",
          "companyName",
          "aliases",
          "announcementNumber",
          "title",
          "kind",
          "period",
          "publishedAt",
          "supersedes",
          "audited",
          "language");

  private final Path file;
  private final Map<String, Node> values;

  private Sidecar(Path file, Map<String, Node> values) {
    this.file = file;
    this.values = values;
  }

  /// The metadata beside a document: `report.pdf.yaml` beside `report.pdf`; none states nothing.
  ///
  /// @throws UnreadableFileException naming the line if it is not understood
  static Sidecar beside(Path document) {
    var file = document.resolveSibling(document.getFileName() + ".yaml");
    if (!Files.exists(file)) {
      return new Sidecar(file, Map.of());
    }
    try {
      return new Sidecar(file, values(file, Files.readString(file)));
    } catch (IOException e) {
      throw broken(file, 1, "it is not text in UTF-8", e);
    } catch (MarkedYAMLException e) {
      var mark = e.getProblemMark();
      throw broken(file, mark == null ? 1 : mark.getLine() + 1, "it is not YAML", e);
    } catch (YAMLException e) {
      throw broken(file, 1, "it is not YAML", e);
    }
  }

  private static Map<String, Node> values(Path file, String text) {
    var options = new LoaderOptions();
    options.setMaxAliasesForCollections(10);
    options.setCodePointLimit(100_000);
    var root = new Yaml(options).compose(new StringReader(text));
    if (root == null) {
      return Map.of();
    }
    if (!(root instanceof MappingNode mapping)) {
      throw broken(file, line(root), "it holds no keys", null);
    }
    var values = new LinkedHashMap<String, Node>();
    for (var entry : mapping.getValue()) {
      var key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
      if (!KEYS.contains(key)) {
        throw broken(
            file,
            line(entry.getKeyNode()),
            "unknown key '"
                + key
                + "'; known: "
                + String.join(", ", KEYS.stream().sorted().toList()),
            null);
      }
      values.put(key, entry.getValueNode());
    }
    return values;
  }

  @Nullable SecuritiesCode issuer() {
    return read("issuer", SecuritiesCode::new, "a securities code such as 600519");
  }

  @Nullable String text(String key) {
    return read(key, Function.identity(), "a text");
  }

  @Nullable DisclosureKind kind() {
    return read(
        "kind",
        text -> DisclosureKind.valueOf(text.strip().toUpperCase(Locale.ROOT)),
        "one of " + List.of(DisclosureKind.values()));
  }

  @Nullable Boolean audited() {
    return read("audited", Sidecar::truth, "true or false");
  }

  @Nullable Language language() {
    return read("language", Language::ofTag, "zh, zh-Hant or en");
  }

  /// @param language tells where a bare day begins
  @Nullable Instant publishedAt(Language language) {
    return read(
        "publishedAt",
        text -> instant(text, language),
        "a day such as 2025-11-20 or a time such as 2025-11-20T09:00:00+08:00");
  }

  List<String> aliases() {
    return switch (values.get("aliases")) {
      case null -> List.of();
      case SequenceNode list ->
          list.getValue().stream().map(node -> scalar("aliases", node, "a list of names")).toList();
      case Node node -> List.of(scalar("aliases", node, "a list of names"));
    };
  }

  /// @param kind tells the basis of a period given by its last month alone
  @Nullable ReportingPeriod period(DisclosureKind kind) {
    if (values.get("period") instanceof MappingNode mapping) {
      return period(mapping);
    }
    return read(
        "period", text -> period(text, kind), "a month such as 2025-06, or start, end and basis");
  }

  private ReportingPeriod period(MappingNode mapping) {
    var parts = new LinkedHashMap<String, String>();
    for (var entry : mapping.getValue()) {
      var wanted = "start, end and basis";
      parts.put(
          scalar("period", entry.getKeyNode(), wanted),
          scalar("period", entry.getValueNode(), wanted));
    }
    if (!parts.keySet().equals(Set.of("start", "end", "basis"))) {
      throw wrong("period", mapping, "start, end and basis", null);
    }
    try {
      return new ReportingPeriod(
          LocalDate.parse(parts.getOrDefault("start", "")),
          LocalDate.parse(parts.getOrDefault("end", "")),
          Basis.valueOf(parts.getOrDefault("basis", "").toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw wrong("period", mapping, "start and end days and one of " + List.of(Basis.values()), e);
    }
  }

  private static ReportingPeriod period(String text, DisclosureKind kind) {
    return text.matches("\\d{4}")
        ? ReportingPeriod.year(Integer.parseInt(text))
        : Periods.endingWith(YearMonth.parse(text), kind);
  }

  private static boolean truth(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "yes" -> true;
      case "false", "no" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }

  private static Instant instant(String text, Language language) {
    if (text.length() <= 10) {
      return PublicationDate.start(LocalDate.parse(text), PublicationDate.zone(language));
    }
    return text.endsWith("Z") ? Instant.parse(text) : OffsetDateTime.parse(text).toInstant();
  }

  private <T> @Nullable T read(String key, Function<String, T> parse, String wanted) {
    var node = values.get(key);
    if (node == null) {
      return null;
    }
    var text = scalar(key, node, wanted);
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw wrong(key, node, wanted, e);
    }
  }

  private String scalar(String key, Node node, String wanted) {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue().strip();
    }
    throw wrong(key, node, wanted, null);
  }

  private UnreadableFileException wrong(
      String key, Node node, String wanted, @Nullable Exception cause) {
    return broken(file, line(node), "'" + key + "' must be " + wanted, cause);
  }

  /// A statement that the document itself contradicts.
  UnreadableFileException contradiction(String key, String stated, String printed) {
    var node = values.get(key);
    return new UnreadableFileException(
        Reason.CONTRADICTORY_METADATA,
        null,
        "%s, line %d: %s is '%s', but the document says '%s'."
            .formatted(file.getFileName(), node == null ? 1 : line(node), key, stated, printed),
        "Correct the YAML file, or put it beside the document that it describes.",
        null);
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  private static UnreadableFileException broken(
      Path file, int line, String why, @Nullable Exception cause) {
    return new UnreadableFileException(
        Reason.BROKEN_METADATA,
        null,
        "%s, line %d: %s.".formatted(file.getFileName(), line, why),
        "Correct that line, or remove the file to take what the document says of itself.",
        cause);
  }
}
