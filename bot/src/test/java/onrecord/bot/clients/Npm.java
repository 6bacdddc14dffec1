package onrecord.bot.clients;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Clients from npm, at the versions of `package-lock.json`, fetched when they are first needed.
record Npm(Path folder) {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Path SOURCE = Path.of("src", "test", "npm");
  private static final Path FOLDER = Path.of("target", "npm");

  /// Fetches them, or skips the tests that need them.
  static synchronized Npm installOrSkip() throws IOException {
    assumeTrue(
        succeeds(List.of("node", "--version")) && succeeds(List.of("npm", "--version")),
        "Tests with clients from npm are skipped: there is no node or npm. Install them, for example by 'apt-get install nodejs npm'.");
    Files.createDirectories(FOLDER);
    var changed = copy();
    assumeTrue(
        !changed && Files.exists(FOLDER.resolve("node_modules"))
            || succeeds(
                List.of("npm", "ci", "--no-audit", "--no-fund", "--prefix", FOLDER.toString())),
        "Tests with clients from npm are skipped: npm cannot fetch them.");
    return new Npm(FOLDER);
  }

  /// What a script prints, as JSON.
  JsonNode run(String script, String... arguments) {
    var command = new ArrayList<>(List.of(node(), folder.resolve(script).toString()));
    command.addAll(List.of(arguments));
    try {
      var process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException("%s failed: %s".formatted(command, said));
      }
      return JSON.readTree(said);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  /// The node that came with the clients, which may be newer than the machine's.
  private String node() {
    var fetched = folder.resolve("node_modules/node/bin/node");
    return Files.isExecutable(fetched) ? fetched.toString() : "node";
  }

  /// Copies what the tests bring; says whether other packages are wanted than before.
  private static boolean copy() throws IOException {
    var lock = FOLDER.resolve("package-lock.json");
    var before = Files.exists(lock) ? Files.readString(lock) : "";
    try (var files = Files.list(SOURCE)) {
      for (var file : files.toList()) {
        Files.copy(file, FOLDER.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    return !Files.readString(lock).equals(before);
  }

  private static boolean succeeds(List<String> command) {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException missing) {
      return false;
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
