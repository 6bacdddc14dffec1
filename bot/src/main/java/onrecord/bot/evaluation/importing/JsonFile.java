package onrecord.bot.evaluation.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A file of JSON, whole or a line at a time.
record JsonFile(Path file) {

  /// An object with the place it stands at.
  record Line(Path file, int number, JsonNode json) {

    /// @throws BrokenSetException if it is missing or blank
    String required(String field) {
      var value = optional(field);
      if (value == null || value.isBlank()) {
        throw new BrokenSetException(file + ":" + number + ": lacks '" + field + "'");
      }
      return value;
    }

    @Nullable String optional(String field) {
      var value = json.path(field);
      return value.isValueNode() && !value.isNull() ? value.asString() : null;
    }
  }

  JsonNode whole() {
    try {
      return JsonMapper.shared().readTree(Files.readString(file));
    } catch (JacksonException notJson) {
      throw new BrokenSetException(file + ": not JSON: " + notJson.getOriginalMessage(), notJson);
    } catch (IOException unreadable) {
      throw new BrokenSetException(file + ": cannot be read", unreadable);
    }
  }

  List<Line> lines() {
    try {
      var lines = Files.readAllLines(file);
      var read = new ArrayList<Line>();
      for (int i = 0; i < lines.size(); i++) {
        if (!lines.get(i).isBlank()) {
          read.add(line(i + 1, lines.get(i)));
        }
      }
      return read;
    } catch (IOException unreadable) {
      throw new BrokenSetException(file + ": cannot be read", unreadable);
    }
  }

  private Line line(int number, String text) {
    try {
      return new Line(file, number, JsonMapper.shared().readTree(text));
    } catch (JacksonException notJson) {
      throw new BrokenSetException(
          file + ":" + number + ": not JSON: " + notJson.getOriginalMessage(), notJson);
    }
  }

  /// The texts of a list, or the one text that stands in its place.
  static List<String> texts(JsonNode node) {
    if (node.isValueNode()) {
      return node.isNull() ? List.of() : List.of(node.asString());
    }
    var texts = new ArrayList<String>();
    node.forEach(one -> texts.add(one.asString()));
    return texts;
  }
}
