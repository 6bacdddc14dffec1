package onrecord.bot.telegram;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A call as it came, as JSON or as a form with files.
record FakeCall(JsonNode params, Map<String, byte[]> files) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static FakeCall read(HttpExchange http, String method) throws IOException {
    var body = http.getRequestBody().readAllBytes();
    var type = String.valueOf(http.getRequestHeaders().getFirst("Content-Type"));
    if (type.startsWith("multipart/form-data")) {
      return form(body, type.substring(type.indexOf("boundary=") + 9));
    }
    if (body.length > 0 && !type.startsWith("application/json")) {
      throw new IOException("A call of " + method + " as " + type);
    }
    return new FakeCall(body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body), Map.of());
  }

  private static FakeCall form(byte[] body, String boundary) {
    ObjectNode params = JSON.createObjectNode();
    var files = new HashMap<String, byte[]>();
    var text = new String(body, StandardCharsets.ISO_8859_1);
    for (var part : text.split("--" + java.util.regex.Pattern.quote(boundary))) {
      var split = part.indexOf("\r\n\r\n");
      var name = between(part, "name=\"", "\"");
      if (split > 0 && !name.isEmpty()) {
        var content = part.substring(split + 4, part.length() - 2);
        var bytes = content.getBytes(StandardCharsets.ISO_8859_1);
        if (part.substring(0, split).contains("filename=")) {
          files.put(name, bytes);
        } else {
          params.put(name, new String(bytes, StandardCharsets.UTF_8));
        }
      }
    }
    return new FakeCall(params, files);
  }

  private static String between(String text, String before, String after) {
    var start = text.indexOf(before);
    return start < 0
        ? ""
        : text.substring(start + before.length(), text.indexOf(after, start + before.length()));
  }

  Collection<String> fields() {
    return params.propertyNames().stream().filter(field -> !field.equals("method")).toList();
  }

  boolean has(String field) {
    return params.has(field) && !params.path(field).isNull();
  }

  String text(String field) {
    return params.path(field).asString("");
  }

  long number(String field) {
    return params.path(field).asLong(0);
  }

  /// An object, also where a form holds it as a string.
  JsonNode json(String field) {
    var value = params.path(field);
    return value.isString() ? JSON.readTree(value.asString()) : value;
  }

  byte[] file(String field) {
    var name = text(field).replaceFirst("^attach://", "");
    return files.getOrDefault(name, files.getOrDefault(field, new byte[0]));
  }
}
