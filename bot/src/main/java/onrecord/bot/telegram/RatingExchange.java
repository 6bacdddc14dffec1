package onrecord.bot.telegram;

import java.util.stream.Collectors;
import onrecord.bot.channel.Exchange;
import onrecord.bot.channel.Reply;
import onrecord.bot.channel.Reply.Line;
import tools.jackson.databind.JsonNode;

/// The reply to a thumb: a word of thanks for a moment, and the thumbs are gone.
final class RatingExchange implements Exchange {

  private final BotApi api;
  private final String query;
  private final Chat chat;
  private final int message;
  private final JsonNode keyboard;

  RatingExchange(BotApi api, String query, Chat chat, int message, JsonNode keyboard) {
    this.api = api;
    this.query = query;
    this.chat = chat;
    this.message = message;
    this.keyboard = keyboard;
  }

  @Override
  public void say(Reply reply) {
    ButtonExchange.acknowledge(api, query, words(reply));
    if (message != 0 && keyboard.isArray()) {
      chat.setButtons(message, Buttons.withoutRating(keyboard));
    }
  }

  private static String words(Reply reply) {
    return reply instanceof Reply.Said said
        ? said.lines().stream().map(Line::text).collect(Collectors.joining(" "))
        : "";
  }
}
