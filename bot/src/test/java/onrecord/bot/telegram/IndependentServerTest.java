package onrecord.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
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

/// The bot against a Bot API server that others wrote.
class IndependentServerTest {

  private static final String TOKEN = "1234567:token-of-the-test";

  @TempDir Path directory;

  @Test
  void questionsAndCommandsAreAnsweredThereToo() throws Exception {
    var time = Time.of(Clock.systemUTC());
    var assistant = new EchoingAssistant(time);
    try (var server = IndependentServer.startOrSkip();
        var database = ChannelDatabase.open(directory);
        var bot = bot(server.url(), database, assistant, time)) {
      bot.start();
      server.writes(TOKEN, "营业收入是多少？");
      server.writes(TOKEN, "/help");
      var said = server.awaitSaid(TOKEN, 2);
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
}
