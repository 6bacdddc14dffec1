package onrecord.prompts.cues;

import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.regex.Pattern.UNICODE_CASE;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import onrecord.prompts.Policy;
import onrecord.prompts.Policy.Example;
import onrecord.prompts.Policy.Kind;
import onrecord.prompts.cues.CuePolicy.Wording;
import onrecord.prompts.files.Problems;
import onrecord.prompts.files.PromptFiles;
import onrecord.prompts.files.YamlNode;

/// Reads the cues and labelled examples.
public final class PolicyReader {

  private static final Set<Kind> WITH_CUES = EnumSet.complementOf(EnumSet.of(Kind.FACT));
  private static final Set<String> LANGUAGES = Set.of("zh", "en");

  private PolicyReader() {}

  public static Policy read(PromptFiles files, Problems problems) {
    var wordings = new ArrayList<Wording>();
    forEachKind(
        files.read("policy/cues.yaml", problems),
        WITH_CUES,
        (kind, node) -> wordings.addAll(wordings(kind, node)));
    var examples = new ArrayList<Example>();
    forEachKind(
        files.read("policy/examples.yaml", problems),
        EnumSet.allOf(Kind.class),
        (kind, node) -> node.texts().forEach(text -> examples.add(new Example(text, kind))));
    return new CuePolicy(wordings, examples);
  }

  private static void forEachKind(
      YamlNode root, Set<Kind> expected, BiConsumer<Kind, YamlNode> read) {
    var names = expected.stream().map(Kind::name).collect(Collectors.toSet());
    var entries = root.entries(names);
    for (var kind : expected) {
      var node = entries.get(kind.name());
      if (node == null) {
        root.problem("missing kind " + kind);
      } else {
        read.accept(kind, node);
      }
    }
  }

  private static List<Wording> wordings(Kind kind, YamlNode byLanguage) {
    var wordings = new ArrayList<Wording>();
    for (var expressions : byLanguage.entries(LANGUAGES).values()) {
      for (var expression : expressions.items()) {
        compile(kind, expression, wordings);
      }
    }
    return wordings;
  }

  private static void compile(Kind kind, YamlNode expression, List<Wording> wordings) {
    var text = expression.text();
    try {
      var pattern = Pattern.compile(text, CASE_INSENSITIVE | UNICODE_CASE);
      if (!BoundedExpression.isBounded(text)) {
        expression.problem(
            "unbounded repetition in '" + text + "': write {0,20} for * and {1,20} for +");
      }
      if (pattern.matcher("").find()) {
        expression.problem("'" + text + "' matches the empty text, so it speaks for nothing");
      }
      wordings.add(new Wording(kind, pattern));
    } catch (PatternSyntaxException e) {
      expression.problem("bad regular expression '" + text + "': " + e.getDescription());
    }
  }
}
