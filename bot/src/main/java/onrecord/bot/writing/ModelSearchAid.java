package onrecord.bot.writing;

import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import onrecord.bot.Reading;
import onrecord.bot.finding.SearchAid;
import onrecord.corpus.Language;
import onrecord.prompts.Glossary;
import onrecord.prompts.Instruction;
import tools.jackson.databind.JsonNode;

/// Search words in the other language, from a chat model, for a question that the glossary cannot
/// put into it.
final class ModelSearchAid implements SearchAid {

  private static final int LONGEST = 120;
  private static final int MOST_TERMS = 8;
  private static final int LONGEST_TERM = 40;
  private static final JsonObjectSchema FORM =
      JsonObjectSchema.builder()
          .addProperty(
              "terms", JsonArraySchema.builder().items(JsonStringSchema.builder().build()).build())
          .required("terms")
          .additionalProperties(false)
          .build();

  private final Consultation consultation;
  private final Glossary glossary;

  ModelSearchAid(Consultation consultation, Glossary glossary) {
    this.consultation = consultation;
    this.glossary = glossary;
  }

  @Override
  public List<String> words(Reading.Part part, Language language, Language documents) {
    if (isSame(language, documents) || isKnown(part)) {
      return List.of();
    }
    var material = new LinkedHashMap<String, String>();
    material.put("question", part.text());
    material.put("language", documents == Language.EN ? "English" : "Chinese");
    return consultation.ask(Instruction.SEARCH, material, FORM, LONGEST).stream()
        .flatMap(said -> terms(said.path("terms")))
        .limit(MOST_TERMS)
        .toList();
  }

  private static boolean isSame(Language one, Language other) {
    return (one == Language.EN) == (other == Language.EN);
  }

  /// Whether the glossary has names in both languages for what is asked about.
  private boolean isKnown(Reading.Part part) {
    return !part.metrics().isEmpty() || !glossary.synonyms(part.text()).isEmpty();
  }

  private static Stream<String> terms(JsonNode terms) {
    return StreamSupport.stream(terms.spliterator(), false)
        .filter(JsonNode::isString)
        .map(term -> term.asString().strip())
        .filter(term -> !term.isEmpty() && term.length() <= LONGEST_TERM);
  }
}
