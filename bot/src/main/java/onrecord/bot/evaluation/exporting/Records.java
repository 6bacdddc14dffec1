package onrecord.bot.evaluation.exporting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import onrecord.bot.evaluation.Reply;
import onrecord.bot.evaluation.SuiteQuestion;
import tools.jackson.databind.json.JsonMapper;

/// Answers as the records of other tools, one JSON object a line.
public enum Records {
  /// Ragas: the fields of its `SingleTurnSample`.
  RAGAS((question, reply) -> {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("user_input", question.question());
    fields.put("response", text(reply));
    fields.put("retrieved_contexts", evidence(reply));
    fields.put("reference", reference(question));
    return fields;
  }),
  /// DeepEval: the fields of its `LLMTestCase`, and the question's id as `name`.
  DEEPEVAL((question, reply) -> {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("name", question.id());
    fields.put("input", question.question());
    fields.put("actual_output", text(reply));
    fields.put("expected_output", reference(question));
    fields.put("retrieval_context", evidence(reply));
    fields.put("completion_time", reply.millis() / 1000);
    fields.put(
        "additional_metadata",
        Map.of("kind", question.kind(), "lang", question.lang(), "verdict", verdict(reply)));
    return fields;
  });

  private final BiFunction<SuiteQuestion, Reply, Map<String, Object>> fields;

  Records(BiFunction<SuiteQuestion, Reply, Map<String, Object>> fields) {
    this.fields = fields;
  }

  /// Its name on the command line.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// A line.
  public String line(SuiteQuestion question, Reply reply) {
    return JsonMapper.shared().writeValueAsString(fields.apply(question, reply));
  }

  private static String text(Reply reply) {
    return reply.answer().path("text").asString("");
  }

  private static String verdict(Reply reply) {
    return reply.verdict().map(Enum::name).orElse("");
  }

  private static List<String> evidence(Reply reply) {
    var texts = new ArrayList<String>();
    reply.answer().path("evidence").forEach(found -> texts.add(found.path("text").asString("")));
    return texts;
  }

  /// What a right answer says: the facts, or else what should become of the question.
  private static String reference(SuiteQuestion question) {
    return question.facts().isEmpty()
        ? String.join(" or ", question.verdicts().stream().map(Enum::name).toList())
        : String.join("; ", question.facts().stream().map(List::getFirst).toList());
  }
}
