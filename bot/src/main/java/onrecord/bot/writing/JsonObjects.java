package onrecord.bot.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Picks the JSON objects of one depth out of a text that comes piece by piece, each as soon as it
/// is whole. What stands around the JSON, such as a model's thinking or a code fence, is passed
/// over.
final class JsonObjects {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String THINKING = "<think>";
  private static final String THOUGHT = "</think>";

  private final int wanted;
  private final StringBuilder text = new StringBuilder();
  private int position;
  private int depth;
  private int start;
  private boolean mayBeThinking = true;
  private boolean inString;
  private boolean escaped;

  /// @param depth 1 for the outermost objects, 2 for those within them
  JsonObjects(int depth) {
    this.wanted = depth;
  }

  /// The outermost object of a whole text; empty if it holds none.
  static Optional<JsonNode> first(String text) {
    return new JsonObjects(1).add(text).stream().findFirst();
  }

  /// The objects that become whole with a piece; what looks like one and is none is left out.
  List<JsonNode> add(String piece) {
    text.append(piece);
    passThinking(piece.length());
    var whole = new ArrayList<JsonNode>();
    for (; !mayBeThinking && position < text.length(); position++) {
      if (closes(text.charAt(position))) {
        parsed(text.substring(start, position + 1)).ifPresent(whole::add);
      }
    }
    return whole;
  }

  /// Nothing is read before it is known whether the text begins with thinking, and where that ends.
  private void passThinking(int added) {
    if (!mayBeThinking) {
      return;
    }
    int begin = 0;
    while (begin < text.length() && Character.isWhitespace(text.charAt(begin))) {
      begin++;
    }
    var head = text.substring(begin, Math.min(text.length(), begin + THINKING.length()));
    if (!THINKING.startsWith(head)) {
      mayBeThinking = false;
      return;
    }
    int end = text.indexOf(THOUGHT, text.length() - added - THOUGHT.length());
    if (end >= 0) {
      position = end + THOUGHT.length();
      mayBeThinking = false;
    }
  }

  /// Whether a character ends an object of the depth that is wanted.
  private boolean closes(char c) {
    if (escaped) {
      escaped = false;
    } else if (inString) {
      escaped = c == '\\';
      inString = c != '"';
    } else if (c == '"') {
      inString = depth > 0;
    } else if (c == '{') {
      depth++;
      start = depth == wanted ? position : start;
    } else if (c == '}' && depth > 0) {
      depth--;
      return depth == wanted - 1;
    }
    return false;
  }

  private static Optional<JsonNode> parsed(String json) {
    try {
      return Optional.of(JSON.readTree(json));
    } catch (JacksonException malformed) {
      return Optional.empty();
    }
  }
}
