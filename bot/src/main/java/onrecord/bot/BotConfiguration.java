package onrecord.bot;

import java.time.Clock;
import onrecord.bot.answers.AnswerArchive;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How the parts fit together.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Settings.class)
class BotConfiguration {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  AnswerArchive answers(Settings settings, Clock clock) {
    return AnswerArchive.open(settings.data(), clock);
  }
}
