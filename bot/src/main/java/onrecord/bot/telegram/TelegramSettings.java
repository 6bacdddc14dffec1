package onrecord.bot.telegram;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How Telegram is spoken to, under `onrecord.telegram.`.
///
/// @param token the bot's token; empty where there is no bot
/// @param apiUrl where the Bot API is
/// @param webhook how updates are delivered, where they are not asked for
/// @param poll how long one request for updates waits for them
/// @param messagesPerSecond in all chats together; Telegram takes about 30
/// @param betweenMessages the least time between two in one chat; Telegram takes about one a second
/// @param groupMessagesPerMinute in one group; Telegram takes 20
/// @param grace how long replies under way may take when the program is told to end
@ConfigurationProperties("onrecord.telegram")
record TelegramSettings(
    @DefaultValue("") String token,
    @DefaultValue("https://api.telegram.org") URI apiUrl,
    @DefaultValue Webhook webhook,
    @DefaultValue("50s") Duration poll,
    @DefaultValue("28") int messagesPerSecond,
    @DefaultValue("1050ms") Duration betweenMessages,
    @DefaultValue("19") int groupMessagesPerMinute,
    @DefaultValue("10s") Duration grace) {

  TelegramSettings {
    if (!webhook.url().isEmpty() && !webhook.secret().matches("[A-Za-z0-9_-]{16,256}")) {
      throw new IllegalArgumentException(
          "onrecord.telegram.webhook.secret must be 16 to 256 letters, digits, '_' or '-'.");
    }
  }

  /// A webhook: the updates come to this service's `/telegram/webhook`.
  ///
  /// @param url under which Telegram reaches that; empty for long polling
  /// @param secret that Telegram sends along each time, 16 to 256 letters, digits, `_` or `-`
  record Webhook(@DefaultValue("") String url, @DefaultValue("") String secret) {}

  boolean isPolling() {
    return webhook.url().isEmpty();
  }
}
