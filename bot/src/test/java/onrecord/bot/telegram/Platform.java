package onrecord.bot.telegram;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import onrecord.bot.channel.ChannelDatabase;
import onrecord.bot.channel.ChannelSettings;
import onrecord.bot.channel.EchoingAssistant;
import onrecord.bot.channel.FrontOffice;
import onrecord.bot.channel.Review;
import onrecord.bot.channel.Secret;
import onrecord.bot.channel.TimedSource;
import onrecord.bot.channel.VirtualTime;
import onrecord.bot.web.HeldInMemory;
import onrecord.corpus.Corpus;
import onrecord.prompts.Prompts;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A bot on the fake platform, which can be ended at any moment and begun anew on what it stored.
final class Platform implements AutoCloseable {

  private static final Prompts PROMPTS = Prompts.bundled();

  final VirtualTime time;
  final FakeTelegram telegram;
  final EchoingAssistant assistant;
  final Corpus corpus;
  FrontOffice office;
  TelegramBot bot;
  private final Path directory;
  private final Conditions conditions;
  final TelegramSettings settings;
  private ChannelDatabase database;

  private Platform(Path directory, Conditions conditions) throws IOException {
    this.directory = directory;
    this.conditions = conditions;
    this.time = new VirtualTime(Instant.parse("2025-11-20T01:00:00Z"), conditions.longestJump());
    this.telegram = new FakeTelegram(time);
    this.assistant = new EchoingAssistant(time);
    this.corpus = new HeldInMemory(Files.createDirectories(directory.resolve("originals")));
    this.settings =
        new TelegramSettings(
            FakeTelegram.TOKEN,
            telegram.url(),
            conditions.webhook(),
            conditions.poll(),
            28,
            Duration.ofMillis(1_050),
            19,
            Duration.ZERO);
    begin();
  }

  /// Under which a bot runs.
  ///
  /// @param longestJump of time
  record Conditions(
      TelegramSettings.Webhook webhook,
      Duration poll,
      int questionsPerMinute,
      int questionsPerMinuteInAll,
      Review review,
      Duration longestJump) {

    static final Conditions USUAL =
        new Conditions(
            new TelegramSettings.Webhook("", ""),
            Duration.ofSeconds(50),
            1_000,
            100_000,
            Review.NONE,
            Duration.ofSeconds(10));

    Conditions reviewing(Review review) {
      return new Conditions(
          webhook, poll, questionsPerMinute, questionsPerMinuteInAll, review, longestJump);
    }

    Conditions with(TelegramSettings.Webhook webhook) {
      return new Conditions(
          webhook, poll, questionsPerMinute, questionsPerMinuteInAll, review, longestJump);
    }

    Conditions limitedTo(int questionsPerMinute) {
      return new Conditions(
          webhook, poll, questionsPerMinute, questionsPerMinuteInAll, review, longestJump);
    }

    Conditions limitedInAllTo(int questionsPerMinuteInAll) {
      return new Conditions(
          webhook, poll, questionsPerMinute, questionsPerMinuteInAll, review, longestJump);
    }

    Conditions jumping(Duration longestJump, Duration poll) {
      return new Conditions(
          webhook, poll, questionsPerMinute, questionsPerMinuteInAll, review, longestJump);
    }
  }

  static Platform in(Path directory) throws IOException {
    return in(directory, Conditions.USUAL);
  }

  static Platform in(Path directory, Conditions conditions) throws IOException {
    return new Platform(directory, conditions);
  }

  private void begin() {
    database = ChannelDatabase.open(directory);
    var secret = Secret.in(directory);
    var source = new TimedSource(database.source(), time);
    office =
        new FrontOffice(
            new FrontOffice.Store(source, database::writeThrough, secret, "the only one"),
            new FrontOffice.House(
                assistant,
                assistant,
                corpus,
                PROMPTS,
                conditions.review(),
                null,
                ZoneId.of("Asia/Shanghai")),
            new ChannelSettings(
                URI.create("https://ir.example.com"),
                conditions.questionsPerMinute(),
                conditions.questionsPerMinuteInAll(),
                16,
                ""),
            time);
    bot = new TelegramBot(settings, office, source, secret, time);
    bot.start();
  }

  /// Ends as a killed process ends: nothing more is stored, and nobody hears what was under way.
  void kill() {
    time.doing();
    database.close();
    bot.close();
    time.done();
  }

  void restart() {
    time.doing();
    begin();
    time.done();
  }

  /// Does something while time stands still, however long the machine takes.
  void atOnce(Runnable work) {
    time.doing();
    try {
      work.run();
    } finally {
      time.done();
    }
  }

  /// How many rows a table has.
  int rows(String table) {
    return JdbcClient.create(database.source())
        .sql("select count(*) from " + table)
        .query(Integer.class)
        .single();
  }

  /// All that is stored, as statements.
  String stored() {
    return String.join(
        "\n", JdbcClient.create(database.source()).sql("script").query(String.class).list());
  }

  /// Waits until nothing is left to do.
  void settle() {
    telegram.await(() -> office.inbox().waiting(Telegram.NAME) == 0 && telegram.isTaken());
  }

  @Override
  public void close() {
    bot.close();
    database.close();
    telegram.close();
    time.close();
  }
}
