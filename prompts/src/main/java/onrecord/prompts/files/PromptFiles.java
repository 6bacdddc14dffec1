package onrecord.prompts.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// The contents of the files that the IR team edits, by path.
public final class PromptFiles {

  private static final List<String> PATHS =
      List.of(
          "zh/phrases.yaml",
          "zh/labels.yaml",
          "zh/glossary.yaml",
          "zh/traditional.yaml",
          "en/phrases.yaml",
          "en/labels.yaml",
          "en/glossary.yaml",
          "policy/cues.yaml",
          "policy/wordings.yaml",
          "policy/companies.yaml",
          "policy/nicknames.yaml",
          "policy/thresholds.yaml",
          "policy/examples.yaml",
          "policy/leaning.yaml",
          "model/writing.yaml",
          "model/opinion.yaml",
          "model/search.yaml");

  private final Map<String, String> contents = new TreeMap<>();

  private PromptFiles(Function<String, Optional<String>> reader) {
    for (var path : PATHS) {
      reader.apply(path).ifPresent(content -> contents.put(path, content));
    }
  }

  /// The files that come with the program.
  public static PromptFiles bundled() {
    return new PromptFiles(PromptFiles::resource);
  }

  /// The files in a directory; what is not there is reported when it is read.
  public static PromptFiles in(Path directory) {
    return new PromptFiles(path -> file(directory.resolve(path)));
  }

  /// The root of a file; where it is missing or broken, the problem is noted and the root is empty.
  public YamlNode read(String path, Problems problems) {
    var content = contents.get(path);
    if (content == null) {
      problems.add(path, 1, "missing file");
      return YamlNode.empty(path, problems);
    }
    return YamlNode.parse(path, content, problems);
  }

  /// A name for the contents of all files together.
  public String version() {
    var digest = sha256();
    contents.forEach((path, content) -> {
      digest.update(path.getBytes(UTF_8));
      digest.update((byte) 0);
      digest.update(content.getBytes(UTF_8));
      digest.update((byte) 0);
    });
    return HexFormat.of().formatHex(digest.digest(), 0, 6);
  }

  private static Optional<String> resource(String path) {
    try (InputStream resource =
        PromptFiles.class.getClassLoader().getResourceAsStream("prompts/" + path)) {
      return resource == null
          ? Optional.empty()
          : Optional.of(new String(resource.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the bundled " + path, e);
    }
  }

  private static Optional<String> file(Path path) {
    if (!Files.isRegularFile(path)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new String(Files.readAllBytes(path), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + path, e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
