package onrecord.bot.telegram;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a text with HTML markup as the Bot API does, and refuses what that refuses.
final class TelegramHtml {

  private static final Set<String> TAGS =
      Set.of(
          "b",
          "strong",
          "i",
          "em",
          "u",
          "ins",
          "s",
          "strike",
          "del",
          "a",
          "code",
          "pre",
          "blockquote",
          "span",
          "tg-spoiler",
          "tg-emoji");
  private static final Map<String, String> ENTITIES =
      Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"");
  private static final Pattern TOKEN =
      Pattern.compile(
          "<(/?)([a-z-]+)((?:\\s+[a-z-]+(?:=\"[^\"]*\")?)*)\\s*>|&([a-z]+|#\\d+);|.",
          Pattern.DOTALL);

  private TelegramHtml() {}

  /// What a person sees.
  ///
  /// @param entities how many stretches are marked up
  record Visible(String text, int entities) {}

  /// @throws IllegalArgumentException as the Bot API words it
  static Visible read(String html) {
    var text = new StringBuilder();
    Deque<String> open = new ArrayDeque<>();
    var entities = 0;
    Matcher token = TOKEN.matcher(html);
    while (token.find()) {
      if (token.group(2) != null) {
        entities += tag(token.group(1).isEmpty(), token.group(2), open, token.start());
      } else if (token.group(4) != null) {
        text.append(entity(token.group(4), token.group()));
      } else if (token.group().equals("<")) {
        throw new IllegalArgumentException(
            "Unsupported start tag \"\" at byte offset " + token.start());
      } else {
        text.append(token.group());
      }
    }
    if (!open.isEmpty()) {
      throw new IllegalArgumentException(
          "Can't find end tag corresponding to start tag " + open.peek());
    }
    return new Visible(text.toString(), entities);
  }

  private static int tag(boolean opening, String name, Deque<String> open, int at) {
    if (!TAGS.contains(name)) {
      throw new IllegalArgumentException(
          "Unsupported start tag \"%s\" at byte offset %d".formatted(name, at));
    }
    if (opening) {
      if (name.equals("blockquote") && open.contains("blockquote")) {
        throw new IllegalArgumentException("Blockquotes can't be nested");
      }
      open.push(name);
      return 1;
    }
    if (open.isEmpty() || !open.pop().equals(name)) {
      throw new IllegalArgumentException(
          "Unmatched end tag at byte offset %d, found \"</%s>\"".formatted(at, name));
    }
    return 0;
  }

  private static String entity(String name, String whole) {
    return name.startsWith("#")
        ? Character.toString(Integer.parseInt(name.substring(1)))
        : ENTITIES.getOrDefault(name, whole);
  }
}
