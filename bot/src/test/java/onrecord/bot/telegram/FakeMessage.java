package onrecord.bot.telegram;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A message in a chat as a person's application shows it.
final class FakeMessage {

  final int id;
  final boolean fromBot;
  final int replyTo;
  String raw;
  String text;
  @Nullable JsonNode buttons;
  byte @Nullable [] photo;
  int edits;

  FakeMessage(int id, boolean fromBot, int replyTo, String raw, String text) {
    this.id = id;
    this.fromBot = fromBot;
    this.replyTo = replyTo;
    this.raw = raw;
    this.text = text;
  }

  /// The data of the button with this label.
  String button(String label) {
    return buttons("text").contains(label)
        ? buttons("callback_data").get(buttons("text").indexOf(label))
        : "";
  }

  List<String> buttons() {
    return buttons("text");
  }

  private List<String> buttons(String field) {
    var values = new ArrayList<String>();
    if (buttons != null) {
      for (var row : buttons.path("inline_keyboard")) {
        row.forEach(button -> values.add(button.path(field).asString("")));
      }
    }
    return values;
  }

  @Override
  public String toString() {
    return (fromBot ? "bot: " : "user: ") + text;
  }
}
