package onrecord.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import onrecord.bot.channel.ChannelDatabase;
import onrecord.bot.channel.ChannelSettings;
import onrecord.bot.channel.EchoingAssistant;
import onrecord.bot.channel.FrontOffice;
import onrecord.bot.channel.Review;
import onrecord.bot.channel.Secret;
import onrecord.bot.channel.Time;
import onrecord.bot.web.HeldInMemory;
import onrecord.prompts.Prompts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The bot against a Bot API server that others wrote.
class IndependentServerTest {

  private static final String TOKEN = "1234567:token-of-the-test";
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir Path directory;

  @Test
  void questionsAndCommandsAreAnsweredThereToo() throws Exception {
    var time = Time.of(Clock.systemUTC());
    var assistant = new EchoingAssistant(time);
    try (var server = IndependentServer.startOrSkip();
        var database = ChannelDatabase.open(directory);
        var bot = bot(server.url(), database, assistant, time)) {
      bot.start();
      write(server.url(), "营业收入是多少？");
      write(server.url(), "/help");
      var said = awaitSaid(server.url(), 2);
      assertThat(said.getFirst()).startsWith("您问的是：营业收入是多少？").contains("〔1〕");
      assertThat(said.getLast()).contains("/delete_me");
      assertThat(assistant.asked()).hasSize(1);
    }
  }

  private TelegramBot bot(URI url, ChannelDatabase database, EchoingAssistant assistant, Time time)
      throws Exception {
    var secret = Secret.in(directory);
    var corpus = new HeldInMemory(Files.createDirectories(directory.resolve("originals")));
    var office =
        new FrontOffice(
            new FrontOffice.Store(database.source(), database::writeThrough, secret, "it"),
            new FrontOffice.House(
                assistant,
                assistant,
                corpus,
                Prompts.bundled(),
                Review.NONE,
                null,
                ZoneId.of("Asia/Shanghai")),
            new ChannelSettings(URI.create("https://ir.example.com"), 100, 1_000, 4, ""),
            time);
    var settings =
        new TelegramSettings(
            TOKEN,
            url,
            new TelegramSettings.Webhook("", ""),
            Duration.ofSeconds(1),
            28,
            Duration.ofMillis(10),
            19,
            Duration.ZERO);
    return new TelegramBot(settings, office, database.source(), secret, time);
  }

  private static void write(URI server, String text) throws Exception {
    var person = Map.of("id", 7, "is_bot", false, "first_name", "Mei", "language_code", "zh");
    post(
        server + "/sendMessage",
        Map.of(
            "botToken", TOKEN,
            "from", person,
            "chat", Map.of("id", 7, "type", "private", "first_name", "Mei"),
            "date", 1_763_600_400,
            "text", text));
  }

  /// What the bot said, once it has said so much and none of it is to come.
  private static List<String> awaitSaid(URI server, int messages) throws Exception {
    var patience = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (System.nanoTime() < patience) {
      var said =
          post(server + "/getUpdatesHistory", Map.of("token", TOKEN))
              .path("result")
              .valueStream()
              .filter(update -> update.path("message").has("chat_id"))
              .map(update -> update.path("message").path("text").asString(""))
              .toList();
      if (said.size() == messages && said.stream().noneMatch(text -> text.endsWith("……"))) {
        return said;
      }
      Thread.onSpinWait();
    }
    throw new AssertionError("The bot has not said it after a minute");
  }

  private static JsonNode post(String address, Map<String, Object> body) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
            .build();
    return JSON.readTree(HTTP.send(request, BodyHandlers.ofString()).body());
  }
}
