package onrecord.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The reference of settings is made from what the code says of them:
///
///     mvn test -pl bot -am -Dtest=ConfigurationReferenceTest -Donrecord.renew=true -Dsurefire.failIfNoSpecifiedTests=false
class ConfigurationReferenceTest {

  private static final Path REFERENCE = Path.of("CONFIGURATION.md");
  private static final String METADATA = "/META-INF/spring-configuration-metadata.json";

  private static final String HEAD =
      """
      # Settings

      Made from the code: `mvn test -pl bot -am -Dtest=ConfigurationReferenceTest -Donrecord.renew=true -Dsurefire.failIfNoSpecifiedTests=false`
      renews it. Each is set on the command line as in the example, in `application.yaml` beside the jar, or as an environment variable
      (`onrecord.api.curator-key` is `ONRECORD_API_CURATORKEY`).

      | setting | meaning | default | example |
      |---|---|---|---|
      """;

  @Test
  void theReferenceSaysWhatTheCodeSays() throws IOException {
    var made = HEAD + settings().stream().map(Setting::row).collect(Collectors.joining());
    if (Boolean.getBoolean("onrecord.renew")) {
      Files.writeString(REFERENCE, made);
    }
    assertThat(Files.readString(REFERENCE)).isEqualTo(made);
  }

  @Test
  void eachSettingSaysWhatItMeans() throws IOException {
    assertThat(settings()).isNotEmpty().noneMatch(setting -> setting.meaning().isBlank());
  }

  private static List<Setting> settings() throws IOException {
    try (var described = ConfigurationReferenceTest.class.getResourceAsStream(METADATA)) {
      var properties = JsonMapper.builder().build().readTree(described).path("properties");
      return StreamSupport.stream(properties.spliterator(), false)
          .map(Setting::of)
          .filter(setting -> setting.name().startsWith("onrecord."))
          .sorted(Comparator.comparing(Setting::name))
          .toList();
    }
  }

  /// @param preset empty where there is none
  private record Setting(String name, String type, String meaning, String preset) {

    static Setting of(JsonNode property) {
      return new Setting(
          property.path("name").asString(),
          property.path("type").asString(""),
          property.path("description").asString("").replaceAll("\\s+", " "),
          text(property.path("defaultValue")));
    }

    private static String text(JsonNode value) {
      return value.isArray()
          ? StreamSupport.stream(value.spliterator(), false)
              .map(Setting::text)
              .collect(Collectors.joining(","))
          : value.isMissingNode() ? "" : value.asString();
    }

    String row() {
      return "| `%s` | %s | %s | `--%s=%s` |\n"
          .formatted(
              name,
              meaning.replace("|", "\\|"),
              preset.isEmpty() ? "" : "`" + preset + "`",
              name,
              preset.isEmpty() ? example() : preset);
    }

    private String example() {
      return switch (type) {
        case "java.lang.Boolean" -> "true";
        case "java.lang.Integer", "java.lang.Long" -> "100";
        case "java.lang.Double" -> "0.5";
        case "java.time.Duration" -> "30s";
        case "java.net.URI" -> "http://localhost:8000";
        case "java.nio.file.Path" -> "/srv/onrecord";
        default -> "TEXT";
      };
    }
  }
}
