package onrecord.bot.telegram;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// The npm package `telegram-test-api`, a Bot API server that others wrote, fetched when it is
/// first needed.
record IndependentServer(Process process, URI url) implements AutoCloseable {

  private static final String PACKAGE = "telegram-test-api@4.2.1";
  private static final Path FOLDER = Path.of("target", "telegram-test-api");

  /// Starts it, or skips the tests that need it.
  static IndependentServer startOrSkip() throws IOException, InterruptedException {
    assumeTrue(
        succeeds(List.of("node", "--version")) && succeeds(List.of("npm", "--version")),
        "The test against telegram-test-api is skipped: there is no node or npm.");
    assumeTrue(isFetched(), "The test against telegram-test-api is skipped: npm cannot fetch it.");
    var script = FOLDER.resolve("server.js");
    try (var source =
        Objects.requireNonNull(
            IndependentServer.class.getResourceAsStream("independent-server.js"))) {
      Files.write(script, source.readAllBytes());
    }
    var port = freePort();
    var process =
        new ProcessBuilder(
                "node",
                script.toAbsolutePath().toString(),
                String.valueOf(port),
                String.valueOf(freePort()))
            .redirectErrorStream(true)
            .start();
    var said = process.inputReader(StandardCharsets.UTF_8).readLine();
    if (!"listening".equals(said)) {
      throw new IllegalStateException("telegram-test-api does not start: " + said);
    }
    return new IndependentServer(process, URI.create("http://127.0.0.1:" + port));
  }

  private static boolean isFetched() throws IOException, InterruptedException {
    Files.createDirectories(FOLDER);
    return Files.exists(FOLDER.resolve("node_modules/telegram-test-api"))
        || succeeds(
            List.of(
                "npm",
                "install",
                "--no-audit",
                "--no-fund",
                "--prefix",
                FOLDER.toAbsolutePath().toString(),
                PACKAGE));
  }

  private static boolean succeeds(List<String> command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException missing) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
