import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A document as written: what stands above the line `---` is about it, what stands below is its
/// text.
///
/// @param about `file`, `header`, and every other key for the metadata file beside the built
///   document
record Source(Map<String, String> about, String text) {
  private static final List<String> OWN_KEYS = List.of("file", "header");

  static Source read(Path path) throws IOException {
    var halves = Files.readString(path).split("(?m)^---$\\n", 2);
    var about = new LinkedHashMap<String, String>();
    for (String line : halves[0].lines().toList()) {
      var pair = line.split(": ", 2);
      about.put(pair[0], pair[1]);
    }
    return new Source(about, halves[1]);
  }

  String file() {
    return about.get("file");
  }

  String header() {
    return about.get("header");
  }

  /// The day of publication as `yyyyMMdd`.
  String day() {
    return about.get("publishedAt").replaceAll("\\D", "").substring(0, 8);
  }

  /// The metadata file: what the text of the document does not say.
  String metadata() {
    var yaml = new StringBuilder();
    about.forEach(
        (key, value) -> yaml.append(OWN_KEYS.contains(key) ? "" : key + ": \"" + value + "\"\n"));
    return yaml.toString();
  }
}
