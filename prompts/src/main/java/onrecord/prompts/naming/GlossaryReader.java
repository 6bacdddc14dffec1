package onrecord.prompts.naming;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import onrecord.prompts.Formula;
import onrecord.prompts.Glossary;
import onrecord.prompts.Metric;
import onrecord.prompts.Metric.Nature;
import onrecord.prompts.files.Problems;
import onrecord.prompts.files.PromptFiles;
import onrecord.prompts.files.YamlNode;
import onrecord.prompts.naming.NamedGlossary.Term;
import org.jspecify.annotations.Nullable;

/// Reads the glossary: the Chinese file defines the metrics, the English one names them.
public final class GlossaryReader {

  private static final Set<String> SECTIONS = Set.of("metrics", "terms");
  private static final Set<String> CHINESE_KEYS =
      Set.of("nature", "printed", "asked", "formula", "unit");
  private static final Set<String> ENGLISH_KEYS = Set.of("printed", "asked");

  private final Map<String, YamlNode> chinese;
  private final Map<String, YamlNode> english;

  private GlossaryReader(Map<String, YamlNode> chinese, Map<String, YamlNode> english) {
    this.chinese = chinese;
    this.english = english;
  }

  public static Glossary read(PromptFiles files, Problems problems) {
    var zh = files.read("zh/glossary.yaml", problems);
    var en = files.read("en/glossary.yaml", problems);
    var reader = new GlossaryReader(section(zh, "metrics"), section(en, "metrics"));
    var terms = Stream.of(zh, en).flatMap(root -> terms(root).stream()).toList();
    return new NamedGlossary(reader.metrics(), terms);
  }

  private static Map<String, YamlNode> section(YamlNode root, String name) {
    var section = root.entries(SECTIONS).get(name);
    if (section == null) {
      root.problem("missing section '" + name + "'");
      return Map.of();
    }
    return section.entries();
  }

  private List<Metric> metrics() {
    english.forEach((id, node) -> {
      if (!chinese.containsKey(id)) {
        node.problem("unknown metric " + id + ": zh/glossary.yaml does not define it");
      }
    });
    var metrics = new ArrayList<Metric>();
    var printedNames = new Names("printed");
    var askedNames = new Names("asked");
    chinese.forEach((id, node) -> {
      var metric = metric(id, node);
      metrics.add(metric);
      printedNames.claim(metric.printed(), id, node);
      askedNames.claim(metric.asked(), id, node);
    });
    return metrics;
  }

  private Metric metric(String id, YamlNode node) {
    var inChinese = node.entries(CHINESE_KEYS);
    var inEnglish = englishOf(id, node);
    var printed = new ArrayList<String>();
    printed.add(id);
    printed.addAll(texts(inChinese.get("printed")));
    printed.addAll(texts(inEnglish.get("printed")));
    var asked = new ArrayList<String>();
    asked.addAll(texts(inChinese.get("asked")));
    asked.addAll(texts(inEnglish.get("asked")));
    var formula = formula(node, inChinese);
    return new Metric(
        id,
        nature(node, inChinese.get("nature")),
        printed.stream().distinct().toList(),
        asked,
        formula,
        unit(node, inChinese.get("unit"), formula != null));
  }

  private Map<String, YamlNode> englishOf(String id, YamlNode node) {
    var names = english.get(id);
    if (names == null) {
      node.problem("metric " + id + " has no English name: en/glossary.yaml lacks it");
      return Map.of();
    }
    var entries = names.entries(ENGLISH_KEYS);
    if (!entries.containsKey("printed")) {
      names.problem("metric " + id + " has no printed English name");
    }
    return entries;
  }

  private static Nature nature(YamlNode metric, @Nullable YamlNode nature) {
    if (nature == null) {
      metric.problem("missing nature: FLOW, BALANCE or RATIO");
      return Nature.FLOW;
    }
    return switch (nature.text()) {
      case "FLOW" -> Nature.FLOW;
      case "BALANCE" -> Nature.BALANCE;
      case "RATIO" -> Nature.RATIO;
      default -> {
        nature.problem("unknown nature '" + nature.text() + "': FLOW, BALANCE or RATIO");
        yield Nature.FLOW;
      }
    };
  }

  private @Nullable String formula(YamlNode metric, Map<String, YamlNode> entries) {
    var formula = entries.get("formula");
    if (formula == null) {
      return null;
    }
    try {
      for (var operand : Formula.parse(formula.text()).metrics()) {
        if (!chinese.containsKey(operand)) {
          formula.problem("the formula names an unknown metric '" + operand + "'");
        }
      }
    } catch (IllegalArgumentException e) {
      formula.problem("broken formula: " + e.getMessage());
    }
    if (!entries.containsKey("unit")) {
      metric.problem("a formula needs a unit");
    }
    return formula.text();
  }

  private static @Nullable String unit(
      YamlNode metric, @Nullable YamlNode unit, boolean hasFormula) {
    if (unit == null) {
      return null;
    }
    if (!hasFormula) {
      metric.problem("a unit needs a formula");
    }
    return unit.text();
  }

  private static List<Term> terms(YamlNode root) {
    var groups = root.entries().get("terms");
    if (groups == null) {
      root.problem("missing section 'terms'");
      return List.of();
    }
    var names = new Names("a term");
    var terms = new ArrayList<Term>();
    for (var group : groups.items()) {
      var term = new Term(group.texts());
      if (term.names().size() < 2) {
        group.problem("a term needs at least two names");
      }
      if (!term.names().isEmpty()) {
        names.claim(term.names(), term.names().getFirst(), group);
      }
      terms.add(term);
    }
    return terms;
  }

  private static List<String> texts(@Nullable YamlNode list) {
    return list == null ? List.of() : list.texts();
  }

  /// Who has which name, so that a second to claim it is found out.
  private static final class Names {

    private final String manner;
    private final Map<String, String> owners = new HashMap<>();

    Names(String manner) {
      this.manner = manner;
    }

    void claim(List<String> names, String owner, YamlNode place) {
      for (var name : names) {
        var earlier = owners.putIfAbsent(FoldedText.of(name), owner);
        if (earlier != null && !earlier.equals(owner)) {
          place.problem(
              "duplicate name '" + name + "': " + manner + " of both " + earlier + " and " + owner);
        }
      }
    }
  }
}
