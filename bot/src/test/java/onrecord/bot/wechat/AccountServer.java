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
import onrecord.bot.channel.EchoingAssistant;
import onrecord.bot.channel.FrontOffice;
import onrecord.bot.channel.Review;
import onrecord.bot.channel.Secret;
import onrecord.bot.channel.Time;
import onrecord.bot.web.HeldInMemory;
import onrecord.prompts.Prompts;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/// An official account's server over real HTTP.
final class AccountServer implements AutoCloseable {

  private static final Prompts PROMPTS = Prompts.bundled();

  final FakeWechat wechat = new FakeWechat();
  final EchoingAssistant assistant = new EchoingAssistant(Time.of(Clock.systemUTC()));
  final FrontOffice office;
  final URI url;
  private final ChannelDatabase database;
  private final WechatAccount account;
  private final ConfigurableApplicationContext context;

  AccountServer(Path directory, String aesKey, Duration patience) throws IOException {
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
                Review.NONE,
                null,
                ZoneId.of("Asia/Shanghai")),
            new ChannelSettings(URI.create("https://ir.example.com"), 1_000, 100_000, 16, ""),
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
    context = serve(account.server());
    url =
        URI.create("http://localhost:" + context.getEnvironment().getProperty("local.server.port"));
  }

  private static ConfigurableApplicationContext serve(WechatServer server) {
    return new SpringApplicationBuilder(Web.class)
        .initializers(context -> context.getBeanFactory().registerSingleton("wechatServer", server))
        .properties("server.port=0", "spring.main.banner-mode=off", "logging.level.root=WARN")
        .run();
  }

  /// The web server, open to all as the account's own address is.
  @EnableAutoConfiguration(
      exclude = {
        ServletWebSecurityAutoConfiguration.class,
        ManagementWebSecurityAutoConfiguration.class
      })
  static class Web {}

  @Override
  public void close() {
    SpringApplication.exit(context);
    account.close();
    database.close();
    wechat.close();
  }
}
