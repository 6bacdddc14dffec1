package onrecord.bot.telegram;

import java.util.Arrays;
import java.util.List;
import onrecord.bot.channel.Command;
import onrecord.bot.channel.PostponedException;
import onrecord.bot.channel.Wording;
import onrecord.corpus.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.updates.DeleteWebhook;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;

/// What Telegram and the bot must know of each other before they talk, told once.
final class Introduction {

  private static final Logger LOG = LoggerFactory.getLogger(Introduction.class);
  private static final List<Command> SHOWN =
      Arrays.stream(Command.values()).filter(command -> command != Command.AGREE).toList();

  private final BotApi api;
  private final Bot bot;
  private final TelegramSettings settings;
  private final Wording.Book words;
  private boolean made;

  Introduction(BotApi api, Bot bot, TelegramSettings settings, Wording.Book words) {
    this.api = api;
    this.bot = bot;
    this.settings = settings;
    this.words = words;
  }

  /// @throws PostponedException if Telegram is out of reach
  synchronized void makeSure() {
    if (made) {
      return;
    }
    var name = bot.identity().name();
    if (settings.isPolling()) {
      // While a webhook is set, Telegram gives no updates to who asks for them.
      api.call(DeleteWebhook.builder().dropPendingUpdates(false).build());
    } else {
      api.setWebhook(webhook());
    }
    LOG.info("Speaking on Telegram as @{}", name);
    made = true;
    showCommands();
  }

  /// One update at a time, so that they come in order.
  private SetWebhook webhook() {
    return SetWebhook.builder()
        .url(settings.webhook().url())
        .secretToken(settings.webhook().secret())
        .maxConnections(1)
        .allowedUpdates(Poller.WANTED)
        .build();
  }

  /// The menu is a convenience: without it all commands work.
  private void showCommands() {
    try {
      show(Language.ZH, "");
      show(Language.EN, "en");
    } catch (PostponedException | RefusedException later) {
      LOG.debug("Telegram did not take the list of commands", later);
    }
  }

  private void show(Language language, String code) {
    var wording = words.in(language);
    var commands =
        SHOWN.stream()
            .map(command -> new BotCommand(command.word(), wording.of("command." + command)))
            .toList();
    var method = SetMyCommands.builder().commands(commands);
    api.call(code.isEmpty() ? method.build() : method.languageCode(code).build());
  }
}
