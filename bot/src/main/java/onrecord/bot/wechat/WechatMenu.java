package onrecord.bot.wechat;

import java.util.List;
import java.util.stream.Stream;
import me.chanjar.weixin.common.bean.menu.WxMenu;
import me.chanjar.weixin.common.bean.menu.WxMenuButton;
import onrecord.bot.channel.Command;
import onrecord.bot.channel.Wording;
import onrecord.corpus.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The menu below the account's chat, shown once.
final class WechatMenu {

  private static final Logger LOG = LoggerFactory.getLogger(WechatMenu.class);

  private final WechatApi api;
  private final Wording wording;
  private boolean shown;

  WechatMenu(WechatApi api, Wording.Book words) {
    this.api = api;
    this.wording = words.in(Language.ZH);
  }

  /// @throws onrecord.bot.channel.PostponedException if WeChat is out of reach
  synchronized void makeSure() {
    if (shown) {
      return;
    }
    if (!api.show(menu())) {
      LOG.info("This account of WeChat may have no menu; its commands are written, as /help");
    }
    shown = true;
  }

  private WxMenu menu() {
    var menu = new WxMenu();
    menu.setButtons(
        List.of(
            group("menu.documents", Command.REPORT, Command.SOURCES),
            group("menu.follow", Command.SUBSCRIBE, Command.UNSUBSCRIBE, Command.TEAM),
            group("menu.help", Command.HELP, Command.START, Command.LANGUAGE, Command.DELETE_ME)));
    return menu;
  }

  private WxMenuButton group(String label, Command... commands) {
    var group = new WxMenuButton();
    group.setName(wording.of(label));
    group.setSubButtons(Stream.of(commands).map(this::button).toList());
    return group;
  }

  private WxMenuButton button(Command command) {
    var button = new WxMenuButton();
    button.setType("click");
    button.setName(wording.of("menu." + command));
    button.setKey(command.word());
    return button;
  }
}
