package onrecord.bot.writing;

import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonIntegerSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// A claim as a chat model wrote it.
///
/// @param citations the numbers of the passages that it says it rests on; not all need exist
record WrittenClaim(String text, List<Integer> citations) {

  private static final Pattern MARKS =
      Pattern.compile(
          "\\s*[\\[〔【(（]\\s*\\d{1,2}(?:\\s*[,，、]\\s*\\d{1,2})*\\s*[\\])〕】）](?=[\\s。.，,；;]|$)");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");

  WrittenClaim {
    citations = List.copyOf(citations);
  }

  /// The form of the object that claims come in.
  static JsonObjectSchema form() {
    var claim =
        JsonObjectSchema.builder()
            .addProperty("text", JsonStringSchema.builder().build())
            .addProperty(
                "citations",
                JsonArraySchema.builder().items(JsonIntegerSchema.builder().build()).build())
            .required("text", "citations")
            .additionalProperties(false)
            .build();
    return JsonObjectSchema.builder()
        .addProperty("claims", JsonArraySchema.builder().items(claim).build())
        .required("claims")
        .additionalProperties(false)
        .build();
  }

  /// Reads a claim; empty if the object is none.
  static Optional<WrittenClaim> of(JsonNode object) {
    var text = object.path("text");
    var citations = object.path("citations");
    if (!text.isString() || !citations.isArray()) {
      return Optional.empty();
    }
    var numbers = new ArrayList<Integer>();
    for (var citation : citations) {
      var number = NUMBER.matcher(citation.asString(""));
      if (number.find()) {
        numbers.add(Integer.valueOf(number.group()));
      }
    }
    return Optional.of(
        new WrittenClaim(MARKS.matcher(text.asString()).replaceAll("").strip(), numbers));
  }
}
