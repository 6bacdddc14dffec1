package onrecord.bot.model;

import dev.langchain4j.model.chat.request.json.JsonObjectSchema;

/// What a chat model is asked.
///
/// @param task what it is asked for, as metrics name it: `writing`
/// @param instruction what it is to do
/// @param material what it is to do that with, as JSON, so that no text in it can end it
/// @param form of the JSON object that it is to reply with
/// @param longest how many tokens of reply are taken
public record ModelRequest(
    String task, String instruction, String material, JsonObjectSchema form, int longest) {

  /// About how many tokens it costs if the whole reply is used: a token for each character beyond
  /// Latin script, and for each three of the others.
  public int estimate() {
    return tokens(instruction) + tokens(material) + longest;
  }

  /// About how many tokens a text has, rather too many than too few.
  public static int tokens(String text) {
    long wide = text.chars().filter(c -> c > 0x2E7F).count();
    return Math.toIntExact(wide + (text.length() - wide + 2) / 3);
  }
}
