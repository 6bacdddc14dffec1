package onrecord.bot.wechat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import onrecord.bot.channel.ChannelDatabase;
import onrecord.bot.channel.ChannelSettings;
import onrecord.bot.channel.ControllerServer;
import onrecord.bot.channel.EchoingAssistant;
import onrecord.bot.channel.FrontOffice;
import onrecord.bot.channel.Review;
import onrecord.bot.channel.Secret;
import onrecord.bot.channel.Time;
import onrecord.bot.web.HeldInMemory;
import onrecord.prompts.Prompts;

/// An official account's server over real HTTP.
final class AccountServer implements AutoCloseable {

  private static final Prompts PROMPTS = Prompts.bundled();

  final FakeWechat wechat = new FakeWechat();
  final EchoingAssistant assistant = new EchoingAssistant(Time.of(Clock.systemUTC()));
  final FrontOffice office;
  final URI url;
  private final ChannelDatabase database;
  private final WechatAccount account;
  private final ControllerServer server;

  AccountServer(
      Path directory, String aesKey, Duration patience, Review review, int questionsPerMinute)
      throws IOException {
    var time = Time.of(Clock.systemUTC());
    database = ChannelDatabase.open(directory);
    var secret = Secret.in(directory);
    office =
        new FrontOffice(
            new FrontOffice.Store(
                database.source(), database::writeThrough, secret, "the only one"),
            new FrontOffice.House(
                assistant,
                assistant,
                new HeldInMemory(Files.createDirectories(directory.resolve("originals"))),
                PROMPTS,
                review,
                null,
                ZoneId.of("Asia/Shanghai")),
            new ChannelSettings(
                URI.create("https://ir.example.com"), questionsPerMinute, 100_000, 16, ""),
            time);
    account =
        new WechatAccount(
            new WechatSettings(
                FakeWechat.APP,
                FakeWechat.SECRET,
                FakeWechat.TOKEN,
                aesKey,
                wechat.url(),
                patience,
                Duration.ZERO),
            office,
            secret,
            time);
    account.start();
    server = new ControllerServer(account.server());
    url = server.url();
  }

  @Override
  public void close() {
    server.close();
    account.close();
    database.close();
    wechat.close();
  }
}
