package onrecord.bot.wechat;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Set;
import me.chanjar.weixin.common.bean.menu.WxMenu;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.mp.api.WxMpService;
import me.chanjar.weixin.mp.api.impl.WxMpServiceHttpClientImpl;
import me.chanjar.weixin.mp.bean.kefu.WxMpKefuMessage;
import me.chanjar.weixin.mp.config.WxMpHostConfig;
import me.chanjar.weixin.mp.config.impl.WxMpDefaultConfigImpl;
import me.chanjar.weixin.mp.util.crypto.WxMpCryptUtil;
import onrecord.bot.channel.Picture;
import onrecord.bot.channel.PostponedException;
import onrecord.bot.channel.UnreachableException;

/// Calls the platform and says of each failure whether it may work later ([PostponedException]) or
/// nobody is there any more ([UnreachableException]).
final class WechatApi {

  /// The platform takes a few messages within two days of what a person last did.
  private static final Set<Integer> UNTIL_THE_PERSON_WRITES = Set.of(45015, 45047);

  /// No such person, or one that does not follow the account.
  private static final Set<Integer> NOBODY_THERE = Set.of(40003, 43004);

  private static final Set<Integer> TOO_MANY_CALLS = Set.of(45009, 45011);
  private static final Set<Integer> BUSY_OR_TOKEN_EXPIRED = Set.of(40001, 40014, 42001, 42007);
  private static final int NOT_ALLOWED = 48001;
  private static final String IMAGE = "image";
  private static final String PNG = "png";

  private final WxMpService platform;
  private final WxMpCryptUtil cipher;

  WechatApi(WechatSettings settings) {
    var configuration = new WxMpDefaultConfigImpl();
    configuration.setAppId(settings.appId());
    configuration.setSecret(settings.secret());
    configuration.setToken(settings.token());
    configuration.setAesKey(settings.aesKey());
    // What is tried again is decided here, since a message must not be said twice.
    configuration.setMaxRetryTimes(1);
    var hosts = new WxMpHostConfig();
    hosts.setApiHost(settings.apiUrl().toString());
    configuration.setHostConfig(hosts);
    platform = new WxMpServiceHttpClientImpl();
    platform.setWxMpConfigStorage(configuration);
    platform.setMaxRetryTimes(1);
    cipher = new WxMpCryptUtil(configuration);
  }

  /// Whether WeChat signed it.
  boolean isSigned(String timestamp, String nonce, String signature) {
    return platform.checkSignature(timestamp, nonce, signature);
  }

  WxMpCryptUtil cipher() {
    return cipher;
  }

  /// Sends a customer-service message.
  void say(String person, String text) {
    try {
      platform
          .getKefuService()
          .sendKefuMessage(WxMpKefuMessage.TEXT().toUser(person).content(text).build());
    } catch (WxErrorException failure) {
      throw translated(failure);
    }
  }

  /// Sends a picture as a customer-service message; WeChat keeps what it shows for three days.
  void show(String person, Picture picture) {
    try {
      var media =
          platform
              .getMaterialService()
              .mediaUpload(IMAGE, PNG, new ByteArrayInputStream(picture.png()))
              .getMediaId();
      platform
          .getKefuService()
          .sendKefuMessage(WxMpKefuMessage.IMAGE().toUser(person).mediaId(media).build());
    } catch (WxErrorException failure) {
      throw translated(failure);
    }
  }

  /// @return whether the account may have a menu
  boolean show(WxMenu menu) {
    try {
      platform.getMenuService().menuCreate(menu);
      return true;
    } catch (WxErrorException failure) {
      if (failure.getError().getErrorCode() == NOT_ALLOWED) {
        return false;
      }
      throw translated(failure);
    }
  }

  private static RuntimeException translated(WxErrorException failure) {
    var code = failure.getError().getErrorCode();
    if (UNTIL_THE_PERSON_WRITES.contains(code)) {
      return new PostponedException(
          "WeChat takes no more until the person writes", Duration.ofHours(1), failure);
    }
    if (NOBODY_THERE.contains(code)) {
      return new UnreachableException("WeChat knows no such person", failure);
    }
    if (TOO_MANY_CALLS.contains(code)) {
      return new PostponedException("WeChat asks to wait", Duration.ofMinutes(1), failure);
    }
    if (code < 0 || BUSY_OR_TOKEN_EXPIRED.contains(code)) {
      return new PostponedException("WeChat is out of reach", Duration.ZERO, failure);
    }
    return new IllegalStateException("WeChat does not take a message: " + code, failure);
  }
}
