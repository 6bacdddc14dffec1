package onrecord.bot.telegram;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A chat on the fake platform, and what a person does in it.
final class FakeChat {

  final long id;
  final String type;
  final Deque<Instant> sent = new ArrayDeque<>();
  @Nullable String unreachable;
  long movedTo;
  int actions;
  private final FakeTelegram telegram;
  private final Map<Integer, FakeMessage> messages = new TreeMap<>();
  private int lastId;
  String languageCode = "zh-hans";

  FakeChat(FakeTelegram telegram, long id, String type) {
    this.telegram = telegram;
    this.id = id;
    this.type = type;
  }

  boolean isGroup() {
    return !type.equals("private");
  }

  /// The person writes a message and gets its number.
  int writes(String text) {
    return writes(text, isGroup() ? 1_000 + Math.abs(id % 1_000) : id, Map.of());
  }

  int writes(String text, long user, Map<String, Object> more) {
    FakeMessage message;
    synchronized (this) {
      message = add(false, 0, text, text);
    }
    var body = body(message, user);
    body.put("text", text);
    if (text.startsWith("/")) {
      var length = text.contains(" ") ? text.indexOf(' ') : text.length();
      body.put("entities", List.of(Map.of("type", "bot_command", "offset", 0, "length", length)));
    }
    body.putAll(more);
    telegram.push(Map.of("message", body));
    return message.id;
  }

  /// The person sends something that is not text.
  void sends(String kind) {
    FakeMessage message;
    synchronized (this) {
      message = add(false, 0, "", "");
    }
    var body = body(message, id);
    body.put(kind, kind.equals("photo") ? List.of(Map.of("file_id", "f")) : Map.of("file_id", "f"));
    telegram.push(Map.of("message", body));
  }

  void edits(int messageId, String text) {
    FakeMessage message;
    synchronized (this) {
      message = Objects.requireNonNull(messages.get(messageId));
      message.text = text;
    }
    var body = body(message, id);
    body.put("text", text);
    body.put("edit_date", telegram.time().instant().getEpochSecond());
    telegram.push(Map.of("edited_message", body));
  }

  /// The person presses a button and gets the number of the query.
  String presses(FakeMessage message, String label) {
    var data = message.button(label);
    if (data.isEmpty()) {
      throw new IllegalArgumentException(
          "No button '%s' among %s".formatted(label, message.buttons()));
    }
    var query = telegram.newQuery();
    var body = body(message, id);
    body.put("from", Map.of("id", telegram.botId(), "is_bot", true, "first_name", "bot"));
    body.put("text", message.text);
    if (message.buttons != null) {
      body.put("reply_markup", message.buttons);
    }
    telegram.push(
        Map.of(
            "callback_query",
            Map.of(
                "id", query,
                "from", user(id),
                "message", body,
                "chat_instance", "1",
                "data", data)));
    return query;
  }

  void blocks() {
    unreachable = "Forbidden: bot was blocked by the user";
    telegram.push(
        Map.of(
            "my_chat_member",
            Map.of(
                "chat", Map.of("id", id, "type", type),
                "from", user(id),
                "date", telegram.time().instant().getEpochSecond(),
                "old_chat_member", Map.of("status", "member"),
                "new_chat_member", Map.of("status", "kicked"))));
  }

  Map<String, Object> user(long user) {
    return Map.of("id", user, "is_bot", false, "first_name", "Mei", "language_code", languageCode);
  }

  private Map<String, Object> body(FakeMessage message, long user) {
    var body = new TreeMap<String, Object>();
    body.put("message_id", message.id);
    body.put("date", telegram.time().instant().getEpochSecond());
    body.put("chat", Map.of("id", id, "type", type));
    body.put("from", user(user));
    return body;
  }

  synchronized FakeMessage add(boolean fromBot, int replyTo, String raw, String text) {
    var message = new FakeMessage(++lastId, fromBot, replyTo, raw, text);
    messages.put(message.id, message);
    return message;
  }

  synchronized @Nullable FakeMessage message(int number) {
    return messages.get(number);
  }

  synchronized void remove(int number) {
    messages.remove(number);
  }

  /// What the bot said and did not take back.
  synchronized List<FakeMessage> replies() {
    return new ArrayList<>(messages.values()).stream().filter(message -> message.fromBot).toList();
  }

  /// The last that the bot said.
  FakeMessage lastReply() {
    return replies().getLast();
  }
}
