package onrecord.bot.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import onrecord.bot.channel.Asker;
import onrecord.bot.channel.Command;
import onrecord.bot.channel.Incoming;
import onrecord.bot.channel.Reply.Choice;
import onrecord.bot.channel.Reply.Given;
import onrecord.bot.channel.Wording;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;
import tools.jackson.databind.JsonNode;

/// The buttons under messages, and what pressing one means. The data of a button has at most 64
/// bytes: a letter, the answer's id, the citation's number.
final class Buttons {

  private static final int IN_A_ROW = 5;
  private static final int MOST_CITATIONS = 40;
  private static final Pattern OF_ANSWER =
      Pattern.compile("([cudt]):([\\w-]{1,50})(?::(\\d{1,3}))?");
  private static final Pattern OF_COMMAND = Pattern.compile("/(\\w+) ?(.*)");

  private Buttons() {}

  /// Under an answer: its citations, whether it helped, and the IR team.
  static InlineKeyboardMarkup under(Given given, Wording wording) {
    var answer = given.answer();
    var rows = new ArrayList<InlineKeyboardRow>();
    var citations =
        given.citations().stream()
            .limit(MOST_CITATIONS)
            .map(citation ->
                button(
                    wording.of("citation", Map.of("number", citation.number())),
                    "c:%s:%d".formatted(answer.id(), citation.number())))
            .toList();
    for (var from = 0; from < citations.size(); from += IN_A_ROW) {
      rows.add(
          new InlineKeyboardRow(
              citations.subList(from, Math.min(from + IN_A_ROW, citations.size()))));
    }
    rows.add(
        new InlineKeyboardRow(
            button("👍", "u:" + answer.id()),
            button("👎", "d:" + answer.id()),
            button(wording.of("team.button"), "t:" + answer.id())));
    return new InlineKeyboardMarkup(rows);
  }

  /// Choices, one under the other; null where there are none.
  static @Nullable InlineKeyboardMarkup of(List<Choice> choices) {
    return choices.isEmpty()
        ? null
        : new InlineKeyboardMarkup(
            choices.stream()
                .map(choice ->
                    new InlineKeyboardRow(
                        button(
                            choice.label(),
                            "/%s %s".formatted(choice.command().word(), choice.argument()))))
                .toList());
  }

  private static InlineKeyboardButton button(String label, String data) {
    return InlineKeyboardButton.builder().text(label).callbackData(data).build();
  }

  /// What pressing a button means.
  static Incoming pressed(String data, Asker asker) {
    var ofCommand = OF_COMMAND.matcher(data);
    if (ofCommand.matches()) {
      return Command.of(ofCommand.group(1))
          .<Incoming>map(command -> new Incoming.Ordered(asker, command, ofCommand.group(2)))
          .orElse(new Incoming.Nothing());
    }
    var ofAnswer = OF_ANSWER.matcher(data);
    if (!ofAnswer.matches()) {
      return new Incoming.Nothing();
    }
    var answer = ofAnswer.group(2);
    return switch (ofAnswer.group(1)) {
      case "c" ->
          new Incoming.LookedUp(
              asker, answer, Integer.parseInt(Optional.ofNullable(ofAnswer.group(3)).orElse("0")));
      case "t" -> new Incoming.HandedOn(asker, answer);
      case String rating -> new Incoming.Judged(asker, answer, rating.equals("u"));
    };
  }

  /// The buttons of a message without those that were used up by rating the answer.
  ///
  /// @param keyboard as Telegram tells it with the press
  static InlineKeyboardMarkup withoutRating(JsonNode keyboard) {
    var rows = new ArrayList<InlineKeyboardRow>();
    for (var row : keyboard) {
      var kept = new InlineKeyboardRow();
      for (var button : row) {
        var data = button.path("callback_data").asString("");
        if (!data.isEmpty() && !data.startsWith("u:") && !data.startsWith("d:")) {
          kept.add(button(button.path("text").asString(""), data));
        }
      }
      if (!kept.isEmpty()) {
        rows.add(kept);
      }
    }
    return new InlineKeyboardMarkup(rows);
  }
}
