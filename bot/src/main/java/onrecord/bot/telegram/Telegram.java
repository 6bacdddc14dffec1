package onrecord.bot.telegram;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import onrecord.bot.channel.Address;
import onrecord.bot.channel.Asker;
import onrecord.bot.channel.Channel;
import onrecord.bot.channel.Command;
import onrecord.bot.channel.Exchange;
import onrecord.bot.channel.Incoming;
import onrecord.bot.channel.Notes;
import onrecord.bot.channel.Pace;
import onrecord.bot.channel.Secret;
import onrecord.corpus.Language;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Telegram as a channel: what an update means, and where the reply to it goes.
final class Telegram implements Channel {

  static final String NAME = "telegram";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern COMMAND =
      Pattern.compile("/(\\w{1,32})(?:@(\\w{1,64}))?(?:\\s+(.*))?", Pattern.DOTALL);
  private static final Pattern LINE_BREAKS = Pattern.compile("\\r\\n?");

  /// What a message can hold instead of text.
  private static final List<String> UNWRITTEN =
      List.of(
          "voice",
          "audio",
          "video",
          "video_note",
          "photo",
          "document",
          "sticker",
          "animation",
          "location",
          "contact",
          "venue",
          "poll",
          "dice",
          "story",
          "paid_media",
          "live_photo");

  private static final List<String> OUT_OF_REACH = List.of("kicked", "left");
  private static final Exchange SILENCE = reply -> {};
  private static final Heard NOTHING = new Heard(new Incoming.Nothing(), SILENCE);

  private final BotApi api;
  private final Bot bot;
  private final Pace pace;
  private final Rendering rendering;
  private final ReplyPlaces places;
  private final InlineQueries inlineQueries;
  private final Secret secret;
  private final TelegramSettings settings;

  Telegram(
      BotApi api,
      Bot bot,
      Pace pace,
      Rendering rendering,
      ReplyPlaces places,
      InlineQueries inlineQueries,
      Secret secret,
      TelegramSettings settings) {
    this.api = api;
    this.bot = bot;
    this.pace = pace;
    this.rendering = rendering;
    this.places = places;
    this.inlineQueries = inlineQueries;
    this.secret = secret;
    this.settings = settings;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Heard hear(String content, Notes notes) {
    var update = JSON.readTree(content);
    if (update.has("message")) {
      return message(update.path("message"), false, notes);
    }
    if (update.has("edited_message")) {
      return message(update.path("edited_message"), true, notes);
    }
    if (update.has("callback_query")) {
      return pressed(update.path("callback_query"), notes);
    }
    if (update.has("inline_query")) {
      return typed(update.path("inline_query"));
    }
    if (update.has("my_chat_member")) {
      return membership(update.path("my_chat_member"));
    }
    return NOTHING;
  }

  @Override
  public Exchange speakTo(Address address, Notes notes) {
    var place = Place.of(address.place());
    return new ChatExchange(chat(place, address.room()), rendering, notes);
  }

  @Override
  public void forget(String room) {
    places.forget(room);
  }

  private Heard message(JsonNode message, boolean edited, Notes notes) {
    if (isFromABot(message) || message.path("chat").path("type").asString("").equals("channel")) {
      return NOTHING;
    }
    var asker = asker(message, message.path("from"));
    var text = LINE_BREAKS.matcher(message.path("text").asString("")).replaceAll("\n");
    var command = COMMAND.matcher(text);
    if (command.matches()) {
      return edited
          ? NOTHING
          : commanded(
              command.group(1),
              Optional.ofNullable(command.group(2)).orElse(""),
              Optional.ofNullable(command.group(3)).orElse("").strip(),
              message,
              asker,
              notes);
    }
    if (!isForTheBot(message, text)) {
      return NOTHING;
    }
    if (text.isEmpty()) {
      var unwritten = UNWRITTEN.stream().anyMatch(message::has);
      return unwritten && !edited
          ? new Heard(new Incoming.Unwritten(asker), reply(message, asker, notes))
          : NOTHING;
    }
    return asked(withoutMention(text), message, asker, notes);
  }

  private Heard asked(String text, JsonNode message, Asker asker, Notes notes) {
    var room = asker.address().room();
    var question = message.path("message_id").asInt(0);
    var digest = secret.person("question", text).value();
    var earlier = places.to(room, question);
    if (earlier.isPresent() && earlier.get().digest().equals(digest)) {
      return NOTHING;
    }
    return new Heard(
        new Incoming.Asked(asker, text, at(message)),
        new QuestionExchange(
            chat(Place.of(asker.address().place()), room),
            rendering,
            notes,
            earlier,
            places,
            room,
            question,
            digest));
  }

  private Heard commanded(
      String word, String addressee, String argument, JsonNode message, Asker asker, Notes notes) {
    var inGroup = isGroup(message);
    if (!addressee.isEmpty() && !addressee.equalsIgnoreCase(bot.identity().name())) {
      return NOTHING;
    }
    if (word.equalsIgnoreCase("ask")) {
      return asked(argument, message, asker, notes);
    }
    var command = Command.of(word);
    if (command.isEmpty() && inGroup && addressee.isEmpty()) {
      return NOTHING;
    }
    return new Heard(
        new Incoming.Ordered(asker, command.orElse(Command.HELP), argument),
        reply(message, asker, notes));
  }

  private Heard pressed(JsonNode press, Notes notes) {
    var message = press.path("message");
    var query = press.path("id").asString("");
    var place = place(message);
    var asker = asker(message, press.path("from"));
    var incoming = Buttons.pressed(press.path("data").asString(""), asker);
    var chat = chat(place, asker.address().room());
    return switch (incoming) {
      case Incoming.Nothing nothing -> {
        ButtonExchange.acknowledge(api, query, null);
        yield NOTHING;
      }
      case Incoming.Judged judged ->
          new Heard(
              judged,
              new RatingExchange(
                  api,
                  query,
                  chat,
                  place.message(),
                  message.path("reply_markup").path("inline_keyboard")));
      default ->
          new Heard(
              incoming, new ButtonExchange(api, query, new ChatExchange(chat, rendering, notes)));
    };
  }

  private Heard typed(JsonNode inline) {
    var user = inline.path("from").path("id").asLong(0);
    var room = Updates.inlineRoom(secret, user);
    var query = inline.path("id").asString("");
    var text = inline.path("query").asString("").strip();
    if (text.isEmpty() || !inlineQueries.isLatest(room, query)) {
      return NOTHING;
    }
    var asker =
        new Asker(
            secret.person(NAME, String.valueOf(user)),
            new Address(NAME, room, ""),
            language(inline.path("from")),
            false);
    return new Heard(
        new Incoming.Asked(asker, text, Instant.EPOCH), new InlineExchange(api, rendering, query));
  }

  private Heard membership(JsonNode membership) {
    var status = membership.path("new_chat_member").path("status").asString("");
    return OUT_OF_REACH.contains(status)
        ? new Heard(new Incoming.Gone(asker(membership, membership.path("from"))), SILENCE)
        : NOTHING;
  }

  private Exchange reply(JsonNode message, Asker asker, Notes notes) {
    return new ChatExchange(chat(place(message), asker.address().room()), rendering, notes);
  }

  private Chat chat(Place place, String room) {
    return new Chat(api, pace, Chat.rates(place, settings), room, place);
  }

  private Asker asker(JsonNode message, JsonNode from) {
    var place = place(message);
    var sender = message.path("sender_chat").path("id").asLong(from.path("id").asLong(0));
    return new Asker(
        secret.person(NAME, String.valueOf(sender)),
        new Address(NAME, Updates.room(secret, place.chat()), place.toString()),
        language(from),
        true);
  }

  private static Place place(JsonNode message) {
    return new Place(
        message.path("chat").path("id").asLong(0),
        message.path("is_topic_message").asBoolean(false)
            ? message.path("message_thread_id").asInt(0)
            : 0,
        message.path("message_id").asInt(0));
  }

  /// Bots do not answer each other; who writes in the name of a group or channel is none.
  private static boolean isFromABot(JsonNode message) {
    return message.path("from").path("is_bot").asBoolean(false) && !message.has("sender_chat");
  }

  /// In a group only what names the bot or replies to it, whatever its privacy mode.
  private boolean isForTheBot(JsonNode message, String text) {
    if (!isGroup(message)) {
      return true;
    }
    var me = bot.identity();
    return text.toLowerCase(Locale.ROOT).contains("@" + me.name().toLowerCase(Locale.ROOT))
        || message.path("reply_to_message").path("from").path("id").asLong(0) == me.id();
  }

  private static boolean isGroup(JsonNode message) {
    return message.path("chat").path("type").asString("").endsWith("group");
  }

  private String withoutMention(String text) {
    return text.replaceAll("(?i)@" + Pattern.quote(bot.identity().name()) + "\\b", " ").strip();
  }

  private static Instant at(JsonNode message) {
    return Instant.ofEpochSecond(message.path("edit_date").asLong(message.path("date").asLong(0)));
  }

  /// The language of a person's application, Chinese where it does not say.
  private static Language language(JsonNode from) {
    var code = from.path("language_code").asString("zh").toLowerCase(Locale.ROOT);
    if (!code.startsWith("zh")) {
      return Language.EN;
    }
    return code.matches("zh-(hant|tw|hk|mo).*") ? Language.ZH_HANT : Language.ZH;
  }
}
