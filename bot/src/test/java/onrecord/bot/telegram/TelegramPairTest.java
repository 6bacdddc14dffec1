package onrecord.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import onrecord.bot.channel.ChannelDatabase;
import onrecord.bot.channel.ChannelSettings;
import onrecord.bot.channel.EchoingAssistant;
import onrecord.bot.channel.FrontOffice;
import onrecord.bot.channel.Review;
import onrecord.bot.channel.Secret;
import onrecord.bot.channel.TimedSource;
import onrecord.bot.channel.VirtualTime;
import onrecord.bot.web.HeldInMemory;
import onrecord.corpus.Storage;
import onrecord.prompts.Prompts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two instances of the bot over one PostgreSQL server.
class TelegramPairTest {

  private static final int CHATS = 5;
  private static final int QUESTIONS = 20;

  @TempDir Path folder;

  @Test
  void noUpdateIsAnsweredTwiceAndWhenOneIsKilledTheOtherTakesOver() throws Exception {
    try (var server = EmbeddedPostgres.builder().setPGStartupWait(Duration.ofMinutes(2)).start();
        var time = new VirtualTime(Instant.parse("2025-11-20T01:00:00Z"), Duration.ofSeconds(10));
        var telegram = new FakeTelegram(time)) {
      var house = new House(server, time, telegram, new EchoingAssistant(time), folder);
      try (var one = house.begin("one");
          var other = house.begin("other")) {
        ask(telegram, 0);
        one.settle(telegram);
        ask(telegram, QUESTIONS);
        one.kill(time);
        other.settle(telegram);
        for (int chat = 1; chat <= CHATS; chat++) {
          assertThat(answersIn(telegram.chat(chat))).isEqualTo(asked(chat));
        }
        // Each instance keeps its own pace; where both wrote in a chat, the platform puts one off.
        assertThat(telegram.violations())
            .allMatch(violation -> violation.contains("more than a message a second"));
      }
    }
  }

  private static void ask(FakeTelegram telegram, int first) {
    for (int i = first; i < first + QUESTIONS; i++) {
      telegram.chat(1 + i % CHATS).writes(question(i));
    }
  }

  private static String question(int number) {
    return "问题" + number + "？";
  }

  private static List<String> asked(int chat) {
    return IntStream.range(0, 2 * QUESTIONS)
        .filter(number -> 1 + number % CHATS == chat)
        .mapToObj(number -> "您问的是：" + question(number))
        .toList();
  }

  /// In the order in which a person reads them.
  private static List<String> answersIn(FakeChat chat) {
    return chat.replies().stream()
        .map(reply -> reply.text.lines().findFirst().orElse(""))
        .filter(line -> line.startsWith("您问的是："))
        .toList();
  }

  /// What both instances have in common.
  private record House(
      EmbeddedPostgres server,
      VirtualTime time,
      FakeTelegram telegram,
      EchoingAssistant assistant,
      Path folder) {

    Instance begin(String name) throws IOException {
      time.doing();
      try {
        return new Instance(this, name);
      } finally {
        time.done();
      }
    }
  }

  private static final class Instance implements AutoCloseable {

    private final Storage storage;
    private final FrontOffice office;
    private final TelegramBot bot;

    Instance(House house, String name) throws IOException {
      var directory = Files.createDirectories(house.folder().resolve(name));
      storage =
          Storage.in(
              directory, house.server().getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
      var database = ChannelDatabase.in(storage);
      var secret = Secret.of("ab".repeat(32));
      var source = new TimedSource(database.source(), house.time());
      office =
          new FrontOffice(
              new FrontOffice.Store(source, database::writeThrough, secret, name),
              new FrontOffice.House(
                  house.assistant(),
                  house.assistant(),
                  new HeldInMemory(Files.createDirectories(directory.resolve("originals"))),
                  Prompts.bundled(),
                  Review.NONE,
                  null,
                  ZoneId.of("Asia/Shanghai")),
              new ChannelSettings(URI.create("https://ir.example.com"), 1_000, 100_000, 16, ""),
              house.time());
      var settings =
          new TelegramSettings(
              FakeTelegram.TOKEN,
              house.telegram().url(),
              new TelegramSettings.Webhook("", ""),
              Duration.ofSeconds(50),
              28,
              Duration.ofMillis(1_050),
              19,
              Duration.ZERO);
      bot = new TelegramBot(settings, office, source, secret, house.time());
      bot.start();
    }

    /// Waits until nothing is left to do.
    void settle(FakeTelegram telegram) {
      telegram.await(() -> office.inbox().waiting(Telegram.NAME) == 0 && telegram.isTaken());
    }

    /// Ends as a killed process ends: nothing more is stored, and nothing is given back.
    void kill(VirtualTime time) {
      time.doing();
      storage.close();
      bot.close();
      time.done();
    }

    @Override
    public void close() {
      bot.close();
      storage.close();
    }
  }
}
