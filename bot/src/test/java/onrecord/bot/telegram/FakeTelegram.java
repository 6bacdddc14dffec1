package onrecord.bot.telegram;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import onrecord.bot.channel.VirtualTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A Bot API server over real HTTP that looks at each call as Telegram does: fields, lengths,
/// markup, buttons, rates. What it would refuse is refused, and kept as a violation unless a bot
/// cannot know better.
final class FakeTelegram implements AutoCloseable {

  static final String TOKEN = "123456:fake-token_of-the-tests";
  static final String NAME = "onrecord_bot";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final long BOT = 123_456;
  private static final int OVERALL_PER_SECOND = 30;
  private static final int GROUP_PER_MINUTE = 20;

  private static final Map<String, Set<String>> FIELDS =
      Map.ofEntries(
          Map.entry("getme", Set.of()),
          Map.entry("getupdates", Set.of("offset", "limit", "timeout", "allowed_updates")),
          Map.entry("deletewebhook", Set.of("drop_pending_updates")),
          Map.entry(
              "setwebhook",
              Set.of(
                  "url",
                  "secret_token",
                  "max_connections",
                  "allowed_updates",
                  "drop_pending_updates")),
          Map.entry("setmycommands", Set.of("commands", "scope", "language_code")),
          Map.entry("sendchataction", Set.of("chat_id", "message_thread_id", "action")),
          Map.entry(
              "sendmessage",
              Set.of(
                  "chat_id",
                  "message_thread_id",
                  "text",
                  "parse_mode",
                  "link_preview_options",
                  "reply_parameters",
                  "reply_markup")),
          Map.entry(
              "editmessagetext",
              Set.of(
                  "chat_id",
                  "message_id",
                  "text",
                  "parse_mode",
                  "link_preview_options",
                  "reply_markup")),
          Map.entry("editmessagereplymarkup", Set.of("chat_id", "message_id", "reply_markup")),
          Map.entry("deletemessage", Set.of("chat_id", "message_id")),
          Map.entry(
              "sendphoto",
              Set.of(
                  "chat_id",
                  "message_thread_id",
                  "photo",
                  "caption",
                  "parse_mode",
                  "reply_parameters",
                  "reply_markup")),
          Map.entry(
              "answercallbackquery",
              Set.of("callback_query_id", "text", "show_alert", "url", "cache_time")),
          Map.entry(
              "answerinlinequery",
              Set.of(
                  "inline_query_id",
                  "results",
                  "cache_time",
                  "is_personal",
                  "next_offset",
                  "button")));

  private static final Set<String> SPEAKING =
      Set.of("sendmessage", "editmessagetext", "editmessagereplymarkup", "sendphoto");

  private final VirtualTime time;
  private final HttpServer server;
  private final Map<Long, FakeChat> chats = new ConcurrentHashMap<>();
  private final Deque<Map<String, Object>> updates = new ArrayDeque<>();
  private final Deque<Instant> spoken = new ArrayDeque<>();
  private final List<String> violations = new ArrayList<>();
  private final Map<String, JsonNode> answeredQueries = new HashMap<>();
  private final Set<String> queries = new HashSet<>();
  private final Map<String, Integer> calls = new TreeMap<>();
  private final AtomicLong updateIds = new AtomicLong(700_000);
  private final AtomicInteger queryIds = new AtomicInteger();
  private volatile Fault.Plan faults = Fault.Plan.NOTHING;
  private VirtualTime.@Nullable Sleeper poll;
  private String webhook = "";

  FakeTelegram(VirtualTime time) throws IOException {
    this.time = time;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5_000);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::receive);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  VirtualTime time() {
    return time;
  }

  long botId() {
    return BOT;
  }

  FakeChat chat(long user) {
    return chats.computeIfAbsent(user, id -> new FakeChat(this, id, "private"));
  }

  FakeChat group(long id) {
    return chats.computeIfAbsent(id, group -> new FakeChat(this, group, "supergroup"));
  }

  void plan(Fault.Plan plan) {
    faults = plan;
  }

  /// What Telegram would not have taken.
  List<String> violations() {
    synchronized (violations) {
      return List.copyOf(violations);
    }
  }

  int calls(String method) {
    synchronized (calls) {
      return calls.getOrDefault(method, 0);
    }
  }

  /// The reply to a query by button or inline; null while there is none.
  synchronized @Nullable JsonNode reply(String query) {
    return answeredQueries.get(query);
  }

  synchronized String webhook() {
    return webhook;
  }

  synchronized String newQuery() {
    var query = "q" + queryIds.incrementAndGet();
    queries.add(query);
    return query;
  }

  /// A person types after the bot's name in any chat.
  String types(FakeChat person, String text) {
    var query = newQuery();
    push(
        Map.of(
            "inline_query",
            Map.of("id", query, "from", person.user(person.id), "query", text, "offset", "")));
    return query;
  }

  synchronized void push(Map<String, Object> content) {
    var update = new TreeMap<String, Object>(content);
    update.put("update_id", updateIds.incrementAndGet());
    updates.add(update);
    if (poll != null) {
      poll.wake();
    }
    notifyAll();
  }

  /// Whether every update has been confirmed.
  synchronized boolean isTaken() {
    return updates.isEmpty();
  }

  /// The last update as JSON, as a webhook gets it.
  synchronized String lastUpdate() {
    return JSON.writeValueAsString(updates.getLast());
  }

  /// Gives out updates under numbers from here on.
  void restartNumbersAt(long number) {
    updateIds.set(number);
  }

  /// Waits until something is so.
  void await(BooleanSupplier condition) {
    var patience = System.nanoTime() + Duration.ofMinutes(5).toNanos();
    synchronized (this) {
      while (!condition.getAsBoolean()) {
        if (System.nanoTime() > patience) {
          throw new AssertionError("It is not so after five minutes");
        }
        try {
          wait(20);
        } catch (InterruptedException stopped) {
          throw new AssertionError(stopped);
        }
      }
    }
  }

  private void receive(HttpExchange http) throws IOException {
    time.doing();
    var waiting = false;
    try (http) {
      var path = http.getRequestURI().getPath();
      var method = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
      var call = FakeCall.read(http, method);
      synchronized (calls) {
        calls.merge(method, 1, Integer::sum);
      }
      if (!path.startsWith("/bot" + TOKEN + "/")) {
        respond(http, error(401, "Unauthorized"));
        return;
      }
      waiting = method.equals("getupdates");
      handle(http, method, call);
    } finally {
      if (!waiting) {
        time.done();
      }
      synchronized (this) {
        notifyAll();
      }
    }
  }

  private void handle(HttpExchange http, String method, FakeCall call) throws IOException {
    switch (faults.next(method, call.number("chat_id"))) {
      case Fault.LostBefore() -> endOfPoll(method);
      case Fault.LostAfter() -> answer(method, call);
      case Fault.Broken(var status) -> {
        endOfPoll(method);
        http.getResponseHeaders().set("Content-Type", "text/html");
        var page = "<html><body>Bad Gateway</body></html>".getBytes(StandardCharsets.UTF_8);
        http.sendResponseHeaders(status, page.length);
        http.getResponseBody().write(page);
      }
      case Fault.TooMany(var seconds) -> {
        endOfPoll(method);
        respond(http, tooMany(seconds));
      }
      case Fault.Refused(var description) -> respond(http, error(400, description));
      case Fault.Conflict() -> {
        endOfPoll(method);
        respond(
            http,
            method.equals("getupdates")
                ? error(409, "Conflict: terminated by other getUpdates request")
                : answer(method, call));
      }
      case Fault.None() -> respond(http, answer(method, call));
    }
  }

  private void endOfPoll(String method) {
    if (method.equals("getupdates")) {
      time.done();
    }
  }

  private Object answer(String method, FakeCall call) {
    if (method.equals("getupdates")) {
      return updates(call);
    }
    var known = FIELDS.get(method);
    if (known == null) {
      return violation(404, "Not Found: method " + method);
    }
    for (var field : call.fields()) {
      if (!known.contains(field)) {
        return violation(400, "Bad Request: unknown field " + field + " of " + method);
      }
    }
    synchronized (this) {
      try {
        if (SPEAKING.contains(method)) {
          checkRate(method, call);
        }
        return result(done(method, call));
      } catch (FakeRefusal refusal) {
        return refusal.body();
      }
    }
  }

  private Object done(String method, FakeCall call) {
    return switch (method) {
      case "getme" -> Map.of("id", BOT, "is_bot", true, "first_name", "OnRecord", "username", NAME);
      case "deletewebhook" -> {
        webhook = "";
        yield true;
      }
      case "setwebhook" -> {
        webhook = call.text("url") + " " + call.text("secret_token");
        yield true;
      }
      case "setmycommands" -> commands(call);
      case "sendchataction" -> action(call);
      case "sendmessage" -> send(call);
      case "editmessagetext" -> edit(call);
      case "editmessagereplymarkup" -> editButtons(call);
      case "deletemessage" -> {
        chatOf(call).remove((int) call.number("message_id"));
        yield true;
      }
      case "sendphoto" -> photo(call);
      case "answercallbackquery" -> acknowledge(call);
      case "answerinlinequery" -> offer(call);
      default -> throw new IllegalStateException(method);
    };
  }

  private Object updates(FakeCall call) {
    if (!webhook.isEmpty()) {
      time.done();
      return error(
          409,
          "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
    }
    var sleeper = time.sleeper(time.instant().plusSeconds(call.number("timeout")));
    synchronized (this) {
      var offset = call.number("offset");
      updates.removeIf(update -> number(update) < offset && offset > 0);
      if (poll != null) {
        poll.wake();
      }
      poll = sleeper;
      if (!updates.isEmpty()) {
        sleeper.wake();
      }
    }
    time.done();
    time.await(sleeper);
    synchronized (this) {
      if (poll == sleeper) {
        poll = null;
      }
      return result(updates.stream().limit(Math.max(1, call.number("limit"))).toList());
    }
  }

  private static long number(Map<String, Object> update) {
    return update.get("update_id") instanceof Long number ? number : 0;
  }

  private void checkRate(String method, FakeCall call) {
    var now = time.instant();
    var chat = chatOf(call);
    forget(spoken, now.minusSeconds(1));
    forget(chat.sent, now.minusSeconds(60));
    var lastSecond = chat.sent.stream().filter(sent -> sent.isAfter(now.minusSeconds(1))).count();
    if (spoken.size() >= OVERALL_PER_SECOND) {
      throw refusal(method + ": more than 30 messages a second", tooMany(1));
    }
    if (lastSecond >= 1) {
      throw refusal(method + ": more than a message a second in chat " + chat.id, tooMany(1));
    }
    if (chat.isGroup() && chat.sent.size() >= GROUP_PER_MINUTE) {
      throw refusal(method + ": more than 20 messages a minute in group " + chat.id, tooMany(5));
    }
    spoken.add(now);
    chat.sent.add(now);
  }

  private static void forget(Deque<Instant> times, Instant until) {
    while (!times.isEmpty() && !times.peek().isAfter(until)) {
      times.poll();
    }
  }

  private FakeChat chatOf(FakeCall call) {
    var chat = chats.get(call.number("chat_id"));
    if (chat == null) {
      throw new FakeRefusal(error(400, "Bad Request: chat not found"));
    }
    if (chat.movedTo != 0) {
      throw new FakeRefusal(
          Map.of(
              "ok",
              false,
              "error_code",
              400,
              "description",
              "Bad Request: group chat was upgraded to a supergroup chat",
              "parameters",
              Map.of("migrate_to_chat_id", chat.movedTo)));
    }
    if (chat.unreachable != null) {
      throw new FakeRefusal(error(403, chat.unreachable));
    }
    return chat;
  }

  private Object send(FakeCall call) {
    var chat = chatOf(call);
    var text = visible(call.text("text"), call.text("parse_mode"), 4_096, "message text");
    checkReply(call, chat);
    checkButtons(call.json("reply_markup"));
    var replyTo = (int) call.json("reply_parameters").path("message_id").asLong(0);
    var message = chat.add(true, replyTo, call.text("text"), text);
    message.buttons = call.has("reply_markup") ? call.json("reply_markup") : null;
    return message(chat, message);
  }

  private Object edit(FakeCall call) {
    var chat = chatOf(call);
    var message = chat.message((int) call.number("message_id"));
    if (message == null) {
      throw new FakeRefusal(error(400, "Bad Request: message to edit not found"));
    }
    if (!message.fromBot) {
      throw refusal(
          "edits a message of somebody else", error(400, "Bad Request: message can't be edited"));
    }
    var text = visible(call.text("text"), call.text("parse_mode"), 4_096, "message text");
    checkButtons(call.json("reply_markup"));
    var buttons = call.has("reply_markup") ? call.json("reply_markup") : null;
    if (message.raw.equals(call.text("text")) && Objects.equals(message.buttons, buttons)) {
      throw new FakeRefusal(
          error(
              400,
              "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message"));
    }
    message.raw = call.text("text");
    message.text = text;
    message.buttons = buttons;
    message.edits++;
    return message(chat, message);
  }

  private Object editButtons(FakeCall call) {
    var chat = chatOf(call);
    var message = chat.message((int) call.number("message_id"));
    if (message == null) {
      throw new FakeRefusal(error(400, "Bad Request: message to edit not found"));
    }
    checkButtons(call.json("reply_markup"));
    message.buttons = call.json("reply_markup");
    return message(chat, message);
  }

  private Object photo(FakeCall call) {
    var chat = chatOf(call);
    var caption = visible(call.text("caption"), call.text("parse_mode"), 1_024, "message caption");
    var photo = call.file("photo");
    if (photo.length < 8 || photo[1] != 'P' || photo[2] != 'N' || photo[3] != 'G') {
      throw refusal("a photo that is none", error(400, "Bad Request: IMAGE_PROCESS_FAILED"));
    }
    checkReply(call, chat);
    var message = chat.add(true, 0, call.text("caption"), caption);
    message.photo = photo;
    return message(chat, message);
  }

  private Object action(FakeCall call) {
    chatOf(call).actions++;
    return call.text("action").equals("typing")
        ? true
        : violation(400, "Bad Request: wrong parameter action in request");
  }

  private Object commands(FakeCall call) {
    for (var command : call.json("commands")) {
      if (!command.path("command").asString("").matches("[a-z0-9_]{1,32}")
          || !command.path("description").asString("").matches("(?s).{1,256}")) {
        throw refusal("a command " + command, error(400, "Bad Request: BOT_COMMAND_INVALID"));
      }
    }
    return true;
  }

  private Object acknowledge(FakeCall call) {
    var query = call.text("callback_query_id");
    if (!queries.contains(query)) {
      throw new FakeRefusal(
          error(
              400,
              "Bad Request: query is too old and response timeout expired or query ID is invalid"));
    }
    if (call.text("text").length() > 200) {
      throw refusal("a notification longer than 200", error(400, "Bad Request: MESSAGE_TOO_LONG"));
    }
    answeredQueries.put(query, call.params());
    return true;
  }

  private Object offer(FakeCall call) {
    var query = call.text("inline_query_id");
    if (!queries.contains(query)) {
      throw new FakeRefusal(
          error(
              400,
              "Bad Request: query is too old and response timeout expired or query ID is invalid"));
    }
    var results = call.json("results");
    if (results.size() > 50) {
      throw refusal("more than 50 results", error(400, "Bad Request: RESULTS_TOO_MUCH"));
    }
    for (var result : results) {
      var id = result.path("id").asString("").getBytes(StandardCharsets.UTF_8).length;
      if (id < 1 || id > 64 || result.path("title").asString("").isEmpty()) {
        throw refusal("a result " + result, error(400, "Bad Request: RESULT_ID_INVALID"));
      }
      var content = result.path("input_message_content");
      visible(
          content.path("message_text").asString(""),
          content.path("parse_mode").asString(""),
          4_096,
          "message text");
    }
    answeredQueries.put(query, call.params());
    return true;
  }

  private String visible(String text, String mode, int longest, String what) {
    var visible = text;
    if (mode.equalsIgnoreCase("HTML")) {
      try {
        var read = TelegramHtml.read(text);
        visible = read.text();
        if (read.entities() > 100) {
          throw refusal("more than 100 entities", error(400, "Bad Request: too many entities"));
        }
      } catch (IllegalArgumentException unreadable) {
        throw refusal(
            "markup " + text,
            error(400, "Bad Request: can't parse entities: " + unreadable.getMessage()));
      }
    }
    if (visible.isBlank()) {
      throw refusal("an empty " + what, error(400, "Bad Request: " + what + " is empty"));
    }
    if (visible.length() > longest) {
      throw refusal("a long " + what, error(400, "Bad Request: " + what + " is too long"));
    }
    return visible;
  }

  private void checkReply(FakeCall call, FakeChat chat) {
    var parameters = call.json("reply_parameters");
    var number = (int) parameters.path("message_id").asLong(0);
    if (number != 0
        && chat.message(number) == null
        && !parameters.path("allow_sending_without_reply").asBoolean(false)) {
      throw refusal(
          "replies to nothing", error(400, "Bad Request: message to be replied not found"));
    }
  }

  private void checkButtons(JsonNode markup) {
    var count = 0;
    for (var row : markup.path("inline_keyboard")) {
      for (var button : row) {
        count++;
        var data = button.path("callback_data").asString("").getBytes(StandardCharsets.UTF_8);
        if (button.path("text").asString("").isBlank() || data.length < 1 || data.length > 64) {
          throw refusal("a button " + button, error(400, "Bad Request: BUTTON_DATA_INVALID"));
        }
      }
    }
    if (count > 100) {
      throw refusal("more than 100 buttons", error(400, "Bad Request: REPLY_MARKUP_TOO_LONG"));
    }
  }

  private Map<String, Object> message(FakeChat chat, FakeMessage message) {
    return Map.of(
        "message_id", message.id,
        "date", time.instant().getEpochSecond(),
        "chat", Map.of("id", chat.id, "type", chat.type),
        "from", Map.of("id", BOT, "is_bot", true, "first_name", "OnRecord"),
        "text", message.text);
  }

  private Object violation(int code, String description) {
    synchronized (violations) {
      violations.add(description);
    }
    return error(code, description);
  }

  private FakeRefusal refusal(String violation, Object body) {
    synchronized (violations) {
      violations.add(violation);
    }
    return new FakeRefusal(body);
  }

  private static Map<String, Object> result(Object result) {
    return Map.of("ok", true, "result", result);
  }

  private static Map<String, Object> error(int code, String description) {
    return Map.of("ok", false, "error_code", code, "description", description);
  }

  private static Map<String, Object> tooMany(int seconds) {
    return Map.of(
        "ok",
        false,
        "error_code",
        429,
        "description",
        "Too Many Requests: retry after " + seconds,
        "parameters",
        Map.of("retry_after", seconds));
  }

  private static void respond(HttpExchange http, Object body) throws IOException {
    var json = JSON.writeValueAsBytes(body);
    var status =
        body instanceof Map<?, ?> map && map.get("error_code") instanceof Integer code ? code : 200;
    http.getResponseHeaders().set("Content-Type", "application/json");
    http.sendResponseHeaders(status, json.length);
    http.getResponseBody().write(json);
  }

  /// A call that is refused.
  private static final class FakeRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final transient Object body;

    FakeRefusal(Object body) {
      super(String.valueOf(body));
      this.body = body;
    }

    Object body() {
      return body;
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
