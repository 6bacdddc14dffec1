package onrecord.bot.wechat;

import onrecord.bot.channel.FrontOffice;
import onrecord.bot.channel.Secret;
import onrecord.bot.channel.Service;
import onrecord.bot.channel.Time;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Speaks on WeChat where an official account is configured.
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${onrecord.wechat.app-id:}'.isEmpty()")
@EnableConfigurationProperties(WechatSettings.class)
class WechatConfiguration {

  @Bean(destroyMethod = "")
  WechatAccount wechatAccount(
      WechatSettings settings, FrontOffice office, Secret secret, Time time) {
    return new WechatAccount(settings, office, secret, time);
  }

  @Bean
  Service wechat(WechatAccount account) {
    return new Service(account::start, account::close);
  }

  @Bean
  WechatServer wechatServer(WechatAccount account) {
    return account.server();
  }
}
