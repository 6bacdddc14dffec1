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
import onrecord.bot.channel.VirtualTime;
import onrecord.bot.web.HeldInMemory;
import onrecord.corpus.Corpus;
import onrecord.prompts.Prompts;

/// A bot on the fake platform, which can be ended at any moment and begun anew on what it stored.
final class Platform implements AutoCloseable {

  private static final Prompts PROMPTS = Prompts.bundled();

  final VirtualTime time = new VirtualTime(Instant.parse("2025-11-20T01:00:00Z"));
  final FakeTelegram telegram = new FakeTelegram(time);
  final EchoingAssistant assistant = new EchoingAssistant(time);
  final Corpus corpus;
  FrontOffice office;
  TelegramBot bot;
  private final Path directory;
  private final TelegramSettings settings;
  private final ChannelSettings channels;
  private final Review review;
  private ChannelDatabase database;

  private Platform(
      Path directory, TelegramSettings.Webhook webhook, ChannelSettings channels, Review review)
      throws IOException {
    this.directory = directory;
    this.channels = channels;
    this.review = review;
    this.corpus = new HeldInMemory(Files.createDirectories(directory.resolve("originals")));
    this.settings =
        new TelegramSettings(
            FakeTelegram.TOKEN,
            telegram.url(),
            webhook,
            Duration.ofSeconds(50),
            28,
            Duration.ofMillis(1_050),
            19,
            Duration.ZERO);
    begin();
  }

  static Platform in(Path directory) throws IOException {
    return in(directory, limits(1_000), Review.NONE);
  }

  static Platform in(Path directory, ChannelSettings channels, Review review) throws IOException {
    return new Platform(directory, new TelegramSettings.Webhook("", ""), channels, review);
  }

  static Platform withWebhook(Path directory, String secret) throws IOException {
    return new Platform(
        directory,
        new TelegramSettings.Webhook("https://ir.example.com/telegram/webhook", secret),
        limits(1_000),
        Review.NONE);
  }

  static ChannelSettings limits(int questionsPerMinute) {
    return new ChannelSettings(
        URI.create("https://ir.example.com"), questionsPerMinute, 100_000, 16, "");
  }

  private void begin() {
    database = ChannelDatabase.open(directory);
    var secret = Secret.in(directory);
    office =
        new FrontOffice(
            new FrontOffice.Store(database.source(), secret, "the only one"),
            new FrontOffice.House(
                assistant, assistant, corpus, PROMPTS, review, null, ZoneId.of("Asia/Shanghai")),
            channels,
            time);
    bot = new TelegramBot(settings, office, database.source(), secret, time);
    bot.start();
  }

  /// Ends as a killed process ends: nothing more is stored, and nobody hears what was under way.
  void kill() {
    database.close();
    bot.close();
  }

  void restart() {
    begin();
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
