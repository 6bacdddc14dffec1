package onrecord.bot.wechat;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How WeChat is spoken to, under `onrecord.wechat.`.
///
/// @param appId of the official account; empty where there is none
/// @param secret of the account
/// @param token by which WeChat signs what it sends, as entered in its server configuration
/// @param aesKey by which messages are encrypted, 43 characters; empty where they are plain
/// @param apiUrl where the platform's interface is
/// @param patience how long a message may wait for its reply; WeChat waits five seconds
/// @param grace how long replies under way may take when the program is told to end
@ConfigurationProperties("onrecord.wechat")
record WechatSettings(
    @DefaultValue("") String appId,
    @DefaultValue("") String secret,
    @DefaultValue("") String token,
    @DefaultValue("") String aesKey,
    @DefaultValue("https://api.weixin.qq.com") URI apiUrl,
    @DefaultValue("4500ms") Duration patience,
    @DefaultValue("10s") Duration grace) {

  WechatSettings {
    if (!appId.isEmpty() && token.isEmpty()) {
      throw new IllegalArgumentException("onrecord.wechat.token is missing.");
    }
    if (!aesKey.isEmpty() && !aesKey.matches("[A-Za-z0-9]{43}")) {
      throw new IllegalArgumentException(
          "onrecord.wechat.aes-key must be the 43 letters and digits of the server configuration.");
    }
  }

  boolean isEncrypted() {
    return !aesKey.isEmpty();
  }
}
