package onrecord.bot.wechat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import onrecord.bot.channel.Address;
import onrecord.bot.channel.Asker;
import onrecord.bot.channel.Channel;
import onrecord.bot.channel.Command;
import onrecord.bot.channel.Exchange;
import onrecord.bot.channel.Incoming;
import onrecord.bot.channel.Notes;
import onrecord.bot.channel.Secret;
import onrecord.bot.channel.Wording;
import onrecord.corpus.Language;

/// WeChat as a channel: what a message means, and where the reply to it goes.
final class Wechat implements Channel {

  static final String NAME = "wechat";

  private static final Pattern COMMAND =
      Pattern.compile("/(\\w{1,32})(?:\\s+(.*))?", Pattern.DOTALL);

  /// What a person can send instead of text.
  private static final Set<String> UNWRITTEN =
      Set.of("image", "voice", "video", "shortvideo", "location", "link", "file", "music");

  private static final Exchange SILENCE = reply -> {};

  private final WechatApi api;
  private final WaitingReplies replies;
  private final Wording.Book words;
  private final Secret secret;

  Wechat(WechatApi api, WaitingReplies replies, Wording.Book words, Secret secret) {
    this.api = api;
    this.replies = replies;
    this.words = words;
    this.secret = secret;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Heard hear(String content, Notes notes) {
    var message = WechatXml.read(content);
    var asker = asker(message.getOrDefault("FromUserName", ""));
    var incoming = incoming(message, asker);
    if (incoming instanceof Incoming.Nothing) {
      replies.offer(name(message), NOTHING_TO_SAY);
      return new Heard(incoming, SILENCE);
    }
    return new Heard(
        incoming,
        new WechatExchange(api, replies, words, notes, name(message), asker.address().place()));
  }

  /// The response that ends WeChat's waiting without a word.
  static final String NOTHING_TO_SAY = "success";

  @Override
  public Exchange speakTo(Address address, Notes notes) {
    return new WechatExchange(api, replies, words, notes, "", address.place());
  }

  private static Incoming incoming(Map<String, String> message, Asker asker) {
    var type = message.getOrDefault("MsgType", "");
    return switch (type) {
      case "text" -> written(message, asker);
      case "event" -> event(message, asker);
      default -> UNWRITTEN.contains(type) ? new Incoming.Unwritten(asker) : new Incoming.Nothing();
    };
  }

  private static Incoming written(Map<String, String> message, Asker asker) {
    var text = message.getOrDefault("Content", "").strip();
    var command = COMMAND.matcher(text);
    if (command.matches()) {
      return new Incoming.Ordered(
          asker,
          Command.of(command.group(1)).orElse(Command.HELP),
          Optional.ofNullable(command.group(2)).orElse("").strip());
    }
    return new Incoming.Asked(
        asker, text, Instant.ofEpochSecond(seconds(message.getOrDefault("CreateTime", "0"))));
  }

  private static Incoming event(Map<String, String> message, Asker asker) {
    return switch (message.getOrDefault("Event", "")) {
      case "subscribe" -> new Incoming.Ordered(asker, Command.START, "");
      case "unsubscribe" -> new Incoming.Gone(asker);
      case "CLICK" ->
          Command.of(message.getOrDefault("EventKey", ""))
              .<Incoming>map(command -> new Incoming.Ordered(asker, command, ""))
              .orElse(new Incoming.Nothing());
      default -> new Incoming.Nothing();
    };
  }

  private static long seconds(String text) {
    return text.matches("\\d{1,12}") ? Long.parseLong(text) : 0;
  }

  private Asker asker(String person) {
    return new Asker(
        secret.person(NAME, person),
        new Address(NAME, room(secret, person), person),
        Language.ZH,
        true);
  }

  static String room(Secret secret, String person) {
    return secret.person(NAME, person).value();
  }

  /// The name of a message, the same each time that WeChat sends it; events have no number.
  static String name(Map<String, String> message) {
    var number = message.getOrDefault("MsgId", "");
    return number.isEmpty()
        ? "event:%s:%s:%s"
            .formatted(
                message.getOrDefault("FromUserName", ""),
                message.getOrDefault("CreateTime", ""),
                message.getOrDefault("Event", ""))
        : number;
  }
}
