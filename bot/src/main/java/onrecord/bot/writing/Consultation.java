package onrecord.bot.writing;

import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import onrecord.bot.model.Allowance;
import onrecord.bot.model.ChatModel;
import onrecord.bot.model.ModelRequest;
import onrecord.bot.model.NoReplyException;
import onrecord.prompts.Instruction;
import onrecord.prompts.Prompts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A chat model at the disposal of one question.
///
/// What it is given to read goes as one JSON object, so that no text in it, whatever it says, can
/// end it and pass for an instruction.
record Consultation(ChatModel model, Prompts prompts, Allowance allowance) {

  private static final Logger LOG = LoggerFactory.getLogger(Consultation.class);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// The object that it replies with; empty if it gives none.
  Optional<JsonNode> ask(
      Instruction instruction, Map<String, ?> material, JsonObjectSchema form, int longest) {
    var reply = new StringBuilder();
    return hear(instruction, material, form, longest, reply::append)
        ? JsonObjects.first(reply.toString())
        : Optional.empty();
  }

  /// Hears its reply piece by piece.
  ///
  /// @return whether it came to an end; whatever goes wrong, the rules can answer alone
  boolean hear(
      Instruction instruction,
      Map<String, ?> material,
      JsonObjectSchema form,
      int longest,
      Consumer<String> heard) {
    try {
      var reply = model.ask(request(instruction, material, form, longest), allowance, heard);
      allowance.charge(reply.usage());
      return true;
    } catch (NoReplyException none) {
      LOG.debug("No help with {}: {}", instruction, none.getMessage());
      return false;
    } catch (RuntimeException failure) {
      LOG.error("Help with {} failed; the rules answer alone", instruction, failure);
      return false;
    }
  }

  private ModelRequest request(
      Instruction instruction, Map<String, ?> material, JsonObjectSchema form, int longest) {
    return new ModelRequest(
        instruction.name().toLowerCase(Locale.ROOT),
        prompts.told(instruction).text(),
        JSON.writeValueAsString(material),
        form,
        longest);
  }
}
