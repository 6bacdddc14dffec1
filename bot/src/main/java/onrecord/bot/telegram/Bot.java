package onrecord.bot.telegram;

import org.jspecify.annotations.Nullable;

/// Who the bot is, as Telegram says when it is first asked.
final class Bot {

  private final BotApi api;
  private volatile @Nullable Identity identity;

  Bot(BotApi api) {
    this.api = api;
  }

  /// @param id its number
  /// @param name its user name, without `@`
  record Identity(long id, String name) {}

  /// @throws onrecord.bot.channel.PostponedException if Telegram is out of reach
  Identity identity() {
    var known = identity;
    if (known == null) {
      var me = api.me();
      known = new Identity(me.getId(), me.getUserName() == null ? "" : me.getUserName());
      identity = known;
    }
    return known;
  }
}
