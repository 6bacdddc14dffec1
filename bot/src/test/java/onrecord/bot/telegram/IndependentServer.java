package onrecord.bot.telegram;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The npm package `telegram-test-api`, a Bot API server that others wrote, at the version of its
/// `package-lock.json`, fetched when it is first needed.
record IndependentServer(Process process, URI url) implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Path SOURCE = Path.of("src", "test", "telegram-server");
  private static final Path FOLDER = Path.of("target", "telegram-server");

  /// Starts it, or skips the tests that need it.
  static IndependentServer startOrSkip() throws IOException, InterruptedException {
    assumeTrue(
        succeeds(List.of("node", "--version")) && succeeds(List.of("npm", "--version")),
        "The test against telegram-test-api is skipped: there is no node or npm. Install them, for example by 'apt-get install nodejs npm'.");
    assumeTrue(isFetched(), "The test against telegram-test-api is skipped: npm cannot fetch it.");
    var process =
        new ProcessBuilder(
                "node",
                FOLDER.resolve("server.js").toString(),
                String.valueOf(freePort()),
                String.valueOf(freePort()))
            .redirectErrorStream(true)
            .start();
    var said = process.inputReader(StandardCharsets.UTF_8);
    var port = said.readLine();
    if (port == null || !port.startsWith("listening on ")) {
      throw new IllegalStateException(
          "telegram-test-api does not start: %s\n%s"
              .formatted(port, said.lines().collect(Collectors.joining("\n"))));
    }
    return new IndependentServer(
        process, URI.create("http://127.0.0.1:" + port.replaceAll("\\D", "")));
  }

  /// A person writes to the bot.
  void writes(String token, String text) throws IOException, InterruptedException {
    var person = Map.of("id", 7, "is_bot", false, "first_name", "Mei", "language_code", "zh");
    post(
        "/sendMessage",
        Map.of(
            "botToken", token,
            "from", person,
            "chat", Map.of("id", 7, "type", "private", "first_name", "Mei"),
            "date", 1_763_600_400,
            "text", text));
  }

  /// What the bot said, once it has said so much and none of it is to come.
  List<String> awaitSaid(String token, int messages) throws IOException, InterruptedException {
    var patience = System.nanoTime() + Duration.ofMinutes(3).toNanos();
    while (System.nanoTime() < patience) {
      var said =
          post("/getUpdatesHistory", Map.of("token", token))
              .path("result")
              .valueStream()
              .filter(update -> update.path("message").has("chat_id"))
              .map(update -> update.path("message").path("text").asString(""))
              .toList();
      if (said.size() == messages && said.stream().noneMatch(text -> text.endsWith("…"))) {
        return said;
      }
      Thread.onSpinWait();
    }
    throw new AssertionError("The bot has not said it after three minutes");
  }

  private JsonNode post(String path, Map<String, Object> body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(url.resolve(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
            .build();
    return JSON.readTree(HTTP.send(request, BodyHandlers.ofString()).body());
  }

  private static boolean isFetched() throws IOException, InterruptedException {
    Files.createDirectories(FOLDER);
    for (var file : List.of("package.json", "package-lock.json", "server.js")) {
      Files.copy(SOURCE.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    return Files.exists(FOLDER.resolve("node_modules/telegram-test-api"))
        || succeeds(List.of("npm", "ci", "--no-audit", "--no-fund", "--prefix", FOLDER.toString()));
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
