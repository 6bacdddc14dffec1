package onrecord.bot.channel;

import java.time.Clock;
import onrecord.bot.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What channels share.
@Configuration(proxyBeanMethods = false)
class ChannelConfiguration {

  @Bean
  ChannelDatabase channelDatabase(Settings settings) {
    return ChannelDatabase.open(settings.data());
  }

  @Bean
  Secret channelSecret(Settings settings) {
    return Secret.in(settings.data());
  }

  @Bean
  OpenQuestions openQuestions(ChannelDatabase database, Secret secret, Clock clock) {
    return new OpenQuestions(database.source(), secret, clock);
  }
}
