package onrecord.prompts.phrasing;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onrecord.prompts.Phrase;
import onrecord.prompts.Phrasebook;
import onrecord.prompts.files.Problems;
import onrecord.prompts.files.PromptFiles;
import onrecord.prompts.files.YamlNode;

/// Reads the phrases and labels of every language and checks that each says all that the others
/// say.
public final class PhrasebookReader {

  private static final Map<String, Phrase> PHRASES =
      Stream.of(Phrase.values()).collect(Collectors.toMap(Phrase::name, phrase -> phrase));

  private PhrasebookReader() {}

  /// The phrasebooks by language tag: `zh`, `zh-Hant`, `en`.
  public static Map<String, Phrasebook> read(PromptFiles files, Problems problems) {
    var chineseLabels = labels(files.read("zh/labels.yaml", problems));
    var englishLabels = labels(files.read("en/labels.yaml", problems));
    checkAlike(chineseLabels, englishLabels, "en/labels.yaml");
    checkAlike(englishLabels, chineseLabels, "zh/labels.yaml");

    var chinese =
        new PlainPhrasebook(
            phrases(files.read("zh/phrases.yaml", problems)),
            templates(chineseLabels),
            UnaryOperator.identity());
    var english =
        new PlainPhrasebook(
            phrases(files.read("en/phrases.yaml", problems)),
            templates(englishLabels),
            UnaryOperator.identity());
    var script = new TraditionalScript(spellings(files.read("zh/traditional.yaml", problems)));

    var phrasebooks = new LinkedHashMap<String, Phrasebook>();
    phrasebooks.put("zh", chinese);
    phrasebooks.put("zh-Hant", chinese.respelt(script::write));
    phrasebooks.put("en", english);
    return phrasebooks;
  }

  private static Map<Phrase, Template> phrases(YamlNode root) {
    var phrases = new EnumMap<Phrase, Template>(Phrase.class);
    root.entries(PHRASES.keySet())
        .forEach((name, node) -> {
          var phrase = PHRASES.get(name);
          if (phrase != null) {
            var template = new Template(node.text());
            checkVariables(phrase, template, node);
            phrases.put(phrase, template);
          }
        });
    for (var phrase : Phrase.values()) {
      if (!phrases.containsKey(phrase)) {
        root.problem("missing phrase " + phrase);
      }
    }
    return phrases;
  }

  private static void checkVariables(Phrase phrase, Template template, YamlNode node) {
    for (var variable : without(template.variables(), phrase.variables())) {
      node.problem(phrase + " has no variable {" + variable + "}");
    }
    for (var variable : without(phrase.variables(), template.variables())) {
      node.problem(phrase + " lacks its variable {" + variable + "}");
    }
  }

  private static Map<String, YamlNode> labels(YamlNode root) {
    var labels = new TreeMap<String, YamlNode>();
    collectLabels("", root, labels);
    return labels;
  }

  /// Joins nested keys: `verdict:` over `DEFERRED:` becomes `verdict.DEFERRED`.
  private static void collectLabels(String prefix, YamlNode node, Map<String, YamlNode> labels) {
    node.entries()
        .forEach((key, value) -> {
          if (value.isMapping()) {
            collectLabels(prefix + key + ".", value, labels);
          } else {
            labels.put(prefix + key, value);
          }
        });
  }

  private static void checkAlike(
      Map<String, YamlNode> model, Map<String, YamlNode> labels, String file) {
    model.forEach((key, node) -> {
      var label = labels.get(key);
      if (label == null) {
        node.problem("label '" + key + "' is missing in " + file);
      } else if (!variables(node).equals(variables(label))) {
        node.problem("label '" + key + "' has other variables than in " + file);
      }
    });
  }

  private static Set<String> variables(YamlNode label) {
    return new Template(label.text()).variables();
  }

  private static Map<String, Template> templates(Map<String, YamlNode> labels) {
    var templates = new TreeMap<String, Template>();
    labels.forEach((key, node) -> templates.put(key, new Template(node.text())));
    return templates;
  }

  private static Map<String, String> spellings(YamlNode root) {
    var spellings = new TreeMap<String, String>();
    root.entries().forEach((simplified, node) -> spellings.put(simplified, node.text()));
    return spellings;
  }

  private static Set<String> without(Set<String> all, Set<String> some) {
    var rest = new TreeSet<>(all);
    rest.removeAll(some);
    return rest;
  }
}
