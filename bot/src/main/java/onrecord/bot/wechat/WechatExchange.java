package onrecord.bot.wechat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import onrecord.bot.Answer;
import onrecord.bot.channel.Exchange;
import onrecord.bot.channel.Notes;
import onrecord.bot.channel.Picture;
import onrecord.bot.channel.Pieces;
import onrecord.bot.channel.PostponedException;
import onrecord.bot.channel.Reply;
import onrecord.bot.channel.Reply.Line;
import onrecord.bot.channel.Wording;
import onrecord.bot.chart.PngChart;
import onrecord.bot.chart.Theme;
import onrecord.bot.views.Links;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A reply on WeChat: in the response to the message while that waits for it, else as a
/// customer-service message. One text, as long as WeChat takes; the rest stands on the page of the
/// answer, to which a link leads. What is compared follows as pictures.
final class WechatExchange implements Exchange {

  /// The most bytes that a text holds.
  static final int LONGEST = 2_048;

  private static final Logger LOG = LoggerFactory.getLogger(WechatExchange.class);
  private static final String SAID = "said";
  private static final String DRAWN = "drawn";

  private final WechatApi api;
  private final WaitingReplies replies;
  private final Wording.Book words;
  private final Notes notes;
  private final String message;
  private final String person;

  /// @param message the name of the message that is replied to; empty where none is
  WechatExchange(
      WechatApi api,
      WaitingReplies replies,
      Wording.Book words,
      Notes notes,
      String message,
      String person) {
    this.api = api;
    this.replies = replies;
    this.words = words;
    this.notes = notes;
    this.message = message;
    this.person = person;
  }

  @Override
  public void say(Reply reply) {
    switch (reply) {
      case Reply.Given given -> {
        say(text(given));
        draw(given.comparisons());
      }
      case Reply.Said said -> say(text(said));
      case Reply.Shown shown ->
          say(linked("〔%d〕".formatted(shown.citation().number()), shown.link()));
    }
  }

  private void say(String text) {
    if (notes.read(SAID).isEmpty()) {
      if (!replies.offer(message, text)) {
        api.say(person, text);
      }
      notes.write(SAID, "yes");
    }
  }

  /// Sends what is compared as pictures, which no response can hold. The page of the answer shows
  /// it too, and the text leads there: so these are noted before they are sent, and are left out
  /// where WeChat does not take them.
  private void draw(List<Answer.Comparison> comparisons) {
    if (comparisons.isEmpty() || notes.read(DRAWN).isPresent()) {
      return;
    }
    notes.write(DRAWN, "yes");
    try {
      for (var comparison : comparisons) {
        api.show(person, new Picture(PngChart.draw(comparison, Theme.LIGHT)));
      }
    } catch (PostponedException | IllegalStateException notTaken) {
      LOG.info("WeChat took no picture; the page of the answer shows it", notTaken);
    }
  }

  private String text(Reply.Given given) {
    var wording = words.in(given.answer().language());
    var link = linked(wording.of("more"), wording.link(Links.answer(given.answer().id())));
    var tail = "\n" + link + "\n" + wording.of("footer");
    var whole = harmless(given.text()) + "\n\n" + sources(given, wording) + tail;
    if (bytes(whole) <= LONGEST) {
      return whole;
    }
    return Pieces.beginning(
            harmless(given.text()), LONGEST - bytes(tail) - 1, WechatExchange::bytes)
        + "\n"
        + tail;
  }

  private static String sources(Reply.Given given, Wording wording) {
    return given.citations().stream()
        .map(citation ->
            harmless("〔%d〕%s".formatted(citation.number(), wording.name(citation.disclosure()))))
        .collect(Collectors.joining("\n"));
  }

  private static String text(Reply.Said said) {
    var lines = new ArrayList<String>();
    said.lines().forEach(line -> lines.add(line(line)));
    said.choices()
        .forEach(choice ->
            lines.add(
                "%s: /%s %s"
                    .formatted(choice.label(), choice.command().word(), choice.argument())
                    .strip()));
    return fitting(lines);
  }

  /// As many lines as fit, the last one cut at a sentence's end where it is too long itself.
  private static String fitting(List<String> lines) {
    var text = new StringBuilder();
    for (var line : lines) {
      var next = text.isEmpty() ? line : "\n" + line;
      if (bytes(text + next) > LONGEST) {
        return text.isEmpty()
            ? Pieces.beginning(line, LONGEST, WechatExchange::bytes)
            : text.toString();
      }
      text.append(next);
    }
    return text.toString();
  }

  private static String line(Line line) {
    return line.link().isEmpty() ? harmless(line.text()) : linked(line.text(), line.link());
  }

  private static String linked(String text, String address) {
    return "<a href=\"%s\">%s</a>".formatted(address.replace("\"", "%22"), harmless(text));
  }

  /// WeChat makes links of what looks like one in a text; what is quoted must not become one.
  private static String harmless(String text) {
    return text.replaceAll("<(?=[A-Za-z/!])", "＜");
  }

  static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
