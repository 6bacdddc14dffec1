package onrecord.prompts.cues;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import onrecord.prompts.Policy;
import onrecord.prompts.Policy.Example;
import onrecord.prompts.Policy.Kind;
import onrecord.prompts.Policy.Leaning;
import onrecord.prompts.Policy.Thresholds;
import onrecord.prompts.Policy.Trait;
import onrecord.prompts.cues.CuePolicy.Script;
import onrecord.prompts.cues.CuePolicy.Wording;
import onrecord.prompts.files.Problems;
import onrecord.prompts.files.PromptFiles;
import onrecord.prompts.files.YamlNode;

/// Reads the cues, the wordings and the labelled examples.
public final class PolicyReader {

  private static final Set<Kind> WITH_CUES = EnumSet.complementOf(EnumSet.of(Kind.FACT));
  private static final Map<String, Script> SCRIPTS = Map.of("zh", Script.HAN, "en", Script.LATIN);

  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9.]{1,12}");

  private static final Pattern DEGREE = Pattern.compile("0(\\.\\d{1,4})?|1(\\.0{1,4})?");

  private static final Pattern WEIGHT = Pattern.compile("-?\\d{1,3}(\\.\\d{1,4})?");

  private PolicyReader() {}

  public static Policy read(PromptFiles files, Problems problems) {
    var cues = new EnumMap<Kind, List<Wording>>(Kind.class);
    forEach(
        WITH_CUES,
        files.read("policy/cues.yaml", problems),
        (kind, node) -> cues.put(kind, wordings(node)));
    var traits = new EnumMap<Trait, List<Wording>>(Trait.class);
    forEach(
        EnumSet.allOf(Trait.class),
        files.read("policy/wordings.yaml", problems),
        (trait, node) -> traits.put(trait, wordings(node)));
    var examples = new ArrayList<Example>();
    forEach(
        EnumSet.allOf(Kind.class),
        files.read("policy/examples.yaml", problems),
        (kind, node) -> node.texts().forEach(text -> examples.add(new Example(text, kind))));
    return new CuePolicy(
        cues,
        traits,
        companies(files.read("policy/companies.yaml", problems)),
        nicknames(files.read("policy/nicknames.yaml", problems)),
        thresholds(files.read("policy/thresholds.yaml", problems)),
        examples,
        leaning(files.read("policy/leaning.yaml", problems)));
  }

  /// Names in groups, by language; the groups are for whoever reads the file.
  private static Set<String> companies(YamlNode byLanguage) {
    return byLanguage.entries(SCRIPTS.keySet()).values().stream()
        .flatMap(groups -> groups.items().stream())
        .flatMap(group -> group.texts().stream())
        .collect(Collectors.toSet());
  }

  /// Names by securities code; codes are quoted, or they would be numbers.
  private static Map<String, List<String>> nicknames(YamlNode byCode) {
    var nicknames = new HashMap<String, List<String>>();
    byCode
        .entries()
        .forEach((code, names) -> {
          if (!CODE.matcher(code).matches()) {
            names.problem("'" + code + "' is no securities code");
          }
          nicknames.put(code, names.texts());
        });
    return nicknames;
  }

  private static Thresholds thresholds(YamlNode root) {
    var names = Set.of("likeStricter", "likeLooser", "leansUnanswered", "leansAnswered");
    var degrees = root.entries(names);
    return new Thresholds(
        degree(root, degrees, "likeStricter"),
        degree(root, degrees, "likeLooser"),
        degree(root, degrees, "leansUnanswered"),
        degree(root, degrees, "leansAnswered"));
  }

  private static Leaning leaning(YamlNode root) {
    var entries = root.entries(Set.of("start", "weights"));
    var weights = new HashMap<String, Double>();
    if (entries.get("weights") instanceof YamlNode byTrace) {
      byTrace.entries().forEach((trace, weight) -> weights.put(trace, weight(weight)));
    }
    return new Leaning(entries.get("start") instanceof YamlNode start ? weight(start) : 0, weights);
  }

  private static double weight(YamlNode node) {
    if (!WEIGHT.matcher(node.text()).matches()) {
      node.problem("expected a number here, found '" + node.text() + "'");
      return 0;
    }
    return Double.parseDouble(node.text());
  }

  /// The number under a name; 1, which nothing exceeds, where there is none.
  private static double degree(YamlNode root, Map<String, YamlNode> degrees, String name) {
    var node = degrees.get(name);
    if (node == null) {
      root.problem("missing threshold " + name);
      return 1;
    }
    if (!DEGREE.matcher(node.text()).matches()) {
      node.problem("expected a number from 0 to 1 here, found '" + node.text() + "'");
      return 1;
    }
    return Double.parseDouble(node.text());
  }

  private static <E extends Enum<E>> void forEach(
      Set<E> expected, YamlNode root, BiConsumer<E, YamlNode> read) {
    var names = expected.stream().map(Enum::name).collect(Collectors.toSet());
    var entries = root.entries(names);
    for (var name : expected) {
      var node = entries.get(name.name());
      if (node == null) {
        root.problem("missing kind " + name);
      } else {
        read.accept(name, node);
      }
    }
  }

  private static List<Wording> wordings(YamlNode byLanguage) {
    var wordings = new ArrayList<Wording>();
    byLanguage
        .entries(SCRIPTS.keySet())
        .forEach((language, expressions) -> {
          var script = SCRIPTS.getOrDefault(language, Script.LATIN);
          for (var expression : expressions.items()) {
            compile(expression).ifPresent(pattern -> wordings.add(new Wording(script, pattern)));
          }
        });
    return wordings;
  }

  private static Optional<Pattern> compile(YamlNode expression) {
    var text = expression.text();
    try {
      var pattern = Pattern.compile(text, CASE_INSENSITIVE);
      if (!BoundedExpression.isBounded(text)) {
        expression.problem(
            "unbounded repetition in '" + text + "': write {0,20} for * and {1,20} for +");
      }
      if (pattern.matcher("").find()) {
        expression.problem("'" + text + "' matches the empty text, so it speaks for nothing");
      }
      return Optional.of(pattern);
    } catch (PatternSyntaxException e) {
      expression.problem("bad regular expression '" + text + "': " + e.getDescription());
      return Optional.empty();
    }
  }
}
