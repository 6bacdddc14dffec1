package onrecord.bot.writing;

import dev.langchain4j.model.chat.request.json.JsonEnumSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import onrecord.bot.Reading;
import onrecord.bot.ruling.Horizon;
import onrecord.bot.ruling.Opinion;
import onrecord.prompts.Instruction;

/// A chat model's opinion. Where it has none, or says anything else than it was asked for, nothing
/// is objected to.
final class ModelOpinion implements Opinion {

  private static final int LONGEST = 40;
  private static final String NO_OBJECTION = "DISCLOSED";
  private static final JsonObjectSchema FORM =
      JsonObjectSchema.builder()
          .addProperty("asks", JsonEnumSchema.builder().enumValues(answers()).build())
          .required("asks")
          .additionalProperties(false)
          .build();

  private final Consultation consultation;

  ModelOpinion(Consultation consultation) {
    this.consultation = consultation;
  }

  private static List<String> answers() {
    return Stream.concat(
            Stream.of(NO_OBJECTION), Arrays.stream(Objection.values()).map(Objection::name))
        .toList();
  }

  @Override
  public Optional<Objection> objection(Reading.Part part, Horizon horizon) {
    var material =
        Map.of(
            "question", part.text(),
            "asOf", horizon.today().toString(),
            "reported", String.valueOf(horizon.reported()));
    return consultation
        .ask(Instruction.OPINION, material, FORM, LONGEST)
        .map(said -> said.path("asks").asString(""))
        .flatMap(said ->
            Arrays.stream(Objection.values())
                .filter(objection -> objection.name().equals(said))
                .findFirst());
  }
}
