package onrecord.bot.telegram;

import onrecord.bot.channel.Exchange;
import onrecord.bot.channel.Pieces;
import onrecord.bot.channel.PostponedException;
import onrecord.bot.channel.Reply;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;

/// The reply to a button: acknowledged at once, so that it stops turning, then said in the chat.
final class ButtonExchange implements Exchange {

  private final BotApi api;
  private final String query;
  private final Exchange chat;

  ButtonExchange(BotApi api, String query, Exchange chat) {
    this.api = api;
    this.query = query;
    this.chat = chat;
  }

  @Override
  public void say(Reply reply) {
    acknowledge(api, query, null);
    chat.say(reply);
  }

  /// @param words shown for a moment; null for none
  static void acknowledge(BotApi api, String query, @Nullable String words) {
    try {
      api.call(
          AnswerCallbackQuery.builder()
              .callbackQueryId(query)
              .text(words == null ? null : Pieces.beginning(words, 200, String::length))
              .build());
    } catch (RefusedException tooLate) {
      return;
    } catch (PostponedException later) {
      // What the button asks for matters more than that it stops turning.
      return;
    }
  }
}
