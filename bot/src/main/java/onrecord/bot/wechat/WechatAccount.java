package onrecord.bot.wechat;

import java.time.Duration;
import onrecord.bot.channel.Attendant;
import onrecord.bot.channel.Ending;
import onrecord.bot.channel.FrontOffice;
import onrecord.bot.channel.Routine;
import onrecord.bot.channel.Secret;
import onrecord.bot.channel.Time;

/// The official account, put together and not yet begun.
final class WechatAccount implements AutoCloseable {

  private static final Duration BETWEEN_TRIES = Duration.ofMinutes(1);

  private final Ending ending = new Ending();
  private final Attendant attendant;
  private final Routine menu;
  private final WechatServer server;

  WechatAccount(WechatSettings settings, FrontOffice office, Secret secret, Time time) {
    var api = new WechatApi(settings);
    var replies = new WaitingReplies();
    attendant =
        office.attend(new Wechat(api, replies, office.words(), secret), settings.grace(), ending);
    server = new WechatServer(api, settings, replies, office.inbox(), attendant, secret, time);
    var shown = new WechatMenu(api, office.words());
    menu =
        new Routine("wechat.menu", BETWEEN_TRIES, shown::makeSure, office.duties(), time, ending);
  }

  WechatServer server() {
    return server;
  }

  void start() {
    attendant.start();
    menu.start();
  }

  @Override
  public void close() {
    attendant.close();
  }
}
