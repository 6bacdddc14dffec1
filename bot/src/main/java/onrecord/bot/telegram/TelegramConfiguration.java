package onrecord.bot.telegram;

import onrecord.bot.channel.ChannelDatabase;
import onrecord.bot.channel.FrontOffice;
import onrecord.bot.channel.Secret;
import onrecord.bot.channel.Service;
import onrecord.bot.channel.Time;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Speaks on Telegram where a token is configured.
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${onrecord.telegram.token:}'.isEmpty()")
@EnableConfigurationProperties(TelegramSettings.class)
class TelegramConfiguration {

  @Bean(destroyMethod = "")
  TelegramBot telegramBot(
      TelegramSettings settings,
      FrontOffice office,
      ChannelDatabase database,
      Secret secret,
      Time time) {
    return new TelegramBot(settings, office, database.source(), secret, time);
  }

  @Bean
  Service telegram(TelegramBot bot) {
    return new Service(bot::start, bot::close);
  }

  @Bean
  @ConditionalOnExpression("!'${onrecord.telegram.webhook.url:}'.isEmpty()")
  TelegramWebhook telegramWebhook(TelegramSettings settings, TelegramBot bot) {
    return new TelegramWebhook(settings.webhook().secret(), bot.updates(), bot.attendant());
  }
}
