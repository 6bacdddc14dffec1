package onrecord.bot.channel;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import onrecord.bot.Answers;
import onrecord.bot.Assistant;
import onrecord.bot.Settings;
import onrecord.corpus.Corpus;
import onrecord.corpus.Storage;
import onrecord.prompts.Prompts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What channels share.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ChannelSettings.class)
class ChannelConfiguration {

  private static final Duration BETWEEN_ANNOUNCEMENTS = Duration.ofSeconds(20);
  private static final Duration BETWEEN_CLEANINGS = Duration.ofHours(1);

  @Bean
  ChannelDatabase channelDatabase(Storage storage) {
    return ChannelDatabase.in(storage);
  }

  @Bean
  Secret channelSecret(Settings settings, ChannelSettings channels) {
    return channels.key().isEmpty() ? Secret.in(settings.data()) : Secret.of(channels.key());
  }

  @Bean
  Time time(Clock clock) {
    return Time.of(clock);
  }

  @Bean
  Wording.Book channelWords(Prompts prompts, ChannelSettings channels, Settings settings) {
    return new Wording.Book(prompts, channels, settings.zone());
  }

  @Bean
  FrontOffice frontOffice(
      ChannelDatabase database,
      Secret secret,
      Assistant assistant,
      Answers answers,
      Corpus corpus,
      Prompts prompts,
      ObjectProvider<Review> review,
      Settings settings,
      ChannelSettings channels,
      Time time) {
    return new FrontOffice(
        new FrontOffice.Store(
            database.source(), database::writeThrough, secret, instance(settings, secret)),
        new FrontOffice.House(
            assistant,
            answers,
            corpus,
            prompts,
            review.getIfAvailable(() -> Review.NONE),
            settings.issuer(),
            settings.zone()),
        channels,
        time);
  }

  @Bean
  OpenQuestions openQuestions(FrontOffice frontOffice) {
    return frontOffice.openQuestions();
  }

  @Bean
  Service announcing(FrontOffice frontOffice, Time time) {
    var ending = new Ending();
    var routine =
        new Routine(
            "announce",
            BETWEEN_ANNOUNCEMENTS,
            frontOffice.announcements()::announce,
            frontOffice.duties(),
            time,
            ending);
    return new Service(routine::start, ending::come);
  }

  @Bean
  Service forgetting(FrontOffice frontOffice, Time time) {
    var ending = new Ending();
    var routine =
        new Routine(
            "forget",
            BETWEEN_CLEANINGS,
            frontOffice.inbox()::forgetOld,
            frontOffice.duties(),
            time,
            ending);
    return new Service(routine::start, ending::come);
  }

  /// One data directory on one machine is one instance.
  private static String instance(Settings settings, Secret secret) {
    return secret
        .person("instance", host() + ":" + settings.data().toAbsolutePath().normalize())
        .value();
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "";
    }
  }
}
