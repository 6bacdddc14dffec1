package onrecord.bot.evaluation.exporting;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import onrecord.bot.evaluation.Suite;
import onrecord.bot.evaluation.SuiteQuestion;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/// Suites as a configuration of promptfoo, which puts them to a running bot and checks verdict, facts
/// and forbidden words.
///
/// Questions after others of a conversation are left out: promptfoo puts each by itself.
///
/// @param bot where it is reached
public record Promptfoo(URI bot) {

  /// Optional fields are sent only where a question has them.
  private static final String BODY =
      """
      {"question": {{ question | dump | safe }}\
      {% if asOf %}, "asOf": {{ asOf | dump | safe }}{% endif %}\
      {% if issuer %}, "issuer": {{ issuer | dump | safe }}{% endif %}}""";

  /// The content of `promptfooconfig.yaml`.
  public String configuration(List<Suite> suites) {
    var configuration = new LinkedHashMap<String, Object>();
    configuration.put("description", "OnRecord: " + String.join(", ", suites.stream().map(Suite::name).toList()));
    configuration.put("prompts", List.of("{{question}}"));
    configuration.put("providers", List.of(provider()));
    configuration.put(
        "tests",
        suites.stream()
            .flatMap(suite -> suite.questions().stream())
            .filter(question -> question.conversation().isEmpty())
            .map(Promptfoo::test)
            .toList());
    var options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setAllowUnicode(true);
    options.setWidth(160);
    return new Yaml(options).dump(configuration);
  }

  private Map<String, Object> provider() {
    var config = new LinkedHashMap<String, Object>();
    config.put("url", bot.resolve("/api/v1/answers").toString());
    config.put("method", "POST");
    config.put("headers", Map.of("Content-Type", "application/json"));
    config.put("body", BODY);
    config.put("transformResponse", "json");
    var provider = new LinkedHashMap<String, Object>();
    provider.put("id", "https");
    provider.put("config", config);
    return provider;
  }

  private static Map<String, Object> test(SuiteQuestion question) {
    var variables = new LinkedHashMap<String, Object>();
    variables.put("question", question.question());
    if (question.asOf() != null) {
      variables.put("asOf", question.asOf());
    }
    if (question.issuer() != null) {
      variables.put("issuer", question.issuer());
    }
    var test = new LinkedHashMap<String, Object>();
    test.put("description", question.id());
    test.put("vars", variables);
    test.put("assert", asserts(question));
    return test;
  }

  private static List<Map<String, Object>> asserts(SuiteQuestion question) {
    var asserts = new ArrayList<Map<String, Object>>();
    asserts.add(
        javascript(
            "%s.includes(output.verdict)"
                .formatted(json(question.verdicts().stream().map(Enum::name).toList()))));
    question.facts()
        .forEach(fact -> asserts.add(javascript("%s.some(fact => %s)".formatted(json(fact), holds("fact")))));
    question.forbidden()
        .forEach(word -> asserts.add(javascript("!(%s)".formatted(holds(json(word))))));
    return asserts;
  }

  private static String holds(String words) {
    return "output.text.replace(/\\s/g, '').includes(%s.replace(/\\s/g, ''))".formatted(words);
  }

  private static String json(Object value) {
    return JsonMapper.shared().writeValueAsString(value);
  }

  private static Map<String, Object> javascript(String expression) {
    var assertion = new LinkedHashMap<String, Object>();
    assertion.put("type", "javascript");
    assertion.put("value", expression);
    return assertion;
  }
}
