package onrecord.bot.telegram;

import java.util.stream.Stream;
import onrecord.bot.channel.Inbox;
import onrecord.bot.channel.Secret;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Takes updates in, however they come.
final class Updates {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Inbox inbox;
  private final Secret secret;
  private final InlineQueries inlineQueries;

  Updates(Inbox inbox, Secret secret, InlineQueries inlineQueries) {
    this.inbox = inbox;
    this.secret = secret;
    this.inlineQueries = inlineQueries;
  }

  /// Puts an update into the inbox; it is safe when this returns.
  ///
  /// Telegram may start its numbers anew, so that the date tells two of one number apart.
  ///
  /// @return its number
  /// @throws IllegalArgumentException if it is no update
  long take(String content) {
    var update = read(content);
    var number = update.path("update_id").asLong(-1);
    if (number < 0) {
      throw new IllegalArgumentException("An update has a number");
    }
    var room = room(update);
    var query = update.path("inline_query").path("id").asString("");
    if (!query.isEmpty()) {
      inlineQueries.arrived(room, query);
    }
    inbox.put(Telegram.NAME, number + ":" + date(update), room, content);
    return number;
  }

  private static JsonNode read(String content) {
    try {
      return JSON.readTree(content);
    } catch (JacksonException notJson) {
      throw new IllegalArgumentException("An update is JSON", notJson);
    }
  }

  private static long date(JsonNode update) {
    return Stream.of("message", "edited_message", "my_chat_member")
        .map(update::path)
        .mapToLong(node -> node.path("edit_date").asLong(node.path("date").asLong(0)))
        .max()
        .orElse(0);
  }

  private String room(JsonNode update) {
    var chat =
        Stream.of(
                update.path("message"),
                update.path("edited_message"),
                update.path("callback_query").path("message"),
                update.path("my_chat_member"))
            .map(node -> node.path("chat").path("id").asLong(0))
            .filter(id -> id != 0)
            .findFirst();
    return chat.map(id -> room(secret, id))
        .orElseGet(() ->
            inlineRoom(secret, update.path("inline_query").path("from").path("id").asLong(0)));
  }

  /// The room that a chat is.
  static String room(Secret secret, long chat) {
    return secret.person(Telegram.NAME, String.valueOf(chat)).value();
  }

  /// The room in which a person's inline queries are answered, one after the other.
  static String inlineRoom(Secret secret, long user) {
    return secret.person("telegram inline", String.valueOf(user)).value();
  }
}
