package onrecord.bot.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Some services that speak OpenAI's language do not stream, and reply with the whole at once: it
/// is read as a stream of one piece.
final class WholeReply {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private WholeReply() {}

  /// The body as it is, or as the one event that it amounts to.
  static InputStream asEvents(HttpHeaders headers, InputStream body) throws IOException {
    boolean whole = headers.firstValue("Content-Type").orElse("").startsWith("application/json");
    if (!whole) {
      return body;
    }
    var said = body.readAllBytes();
    return new ByteArrayInputStream(isCompletion(said) ? event(said) : said);
  }

  private static boolean isCompletion(byte[] said) {
    try {
      return JSON.readTree(said).path("choices").path(0).path("message").isObject();
    } catch (JacksonException noJson) {
      return false;
    }
  }

  private static byte[] event(byte[] completion) {
    var root = (ObjectNode) JSON.readTree(completion);
    for (JsonNode choice : root.path("choices")) {
      var piece = (ObjectNode) choice;
      piece.set("delta", piece.remove("message"));
    }
    return ("data: " + JSON.writeValueAsString(root) + "\n\ndata: [DONE]\n\n").getBytes(UTF_8);
  }
}
