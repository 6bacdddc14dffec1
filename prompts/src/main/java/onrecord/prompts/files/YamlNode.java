package onrecord.prompts.files;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// A part of a YAML file that knows its place, so that whatever is wrong with it can be said with
/// file and line.
///
/// Asking it for another form than it has notes a problem and gives something empty: reading goes
/// on, and all problems are found in one go.
public final class YamlNode {

  private final String file;
  private final int line;
  private final @Nullable Node node;
  private final Problems problems;

  private YamlNode(String file, int line, @Nullable Node node, Problems problems) {
    this.file = file;
    this.line = line;
    this.node = node;
    this.problems = problems;
  }

  static YamlNode empty(String file, Problems problems) {
    return new YamlNode(file, 1, null, problems);
  }

  static YamlNode parse(String file, String content, Problems problems) {
    try {
      var root =
          new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(content));
      return new YamlNode(file, 1, root, problems);
    } catch (MarkedYAMLException e) {
      problems.add(file, e.getProblemMark().getLine() + 1, "broken YAML: " + e.getProblem());
      return empty(file, problems);
    }
  }

  /// Notes that something is wrong with this part.
  public void problem(String message) {
    problems.add(file, line, message);
  }

  /// Whether nothing stands here, or the file could not be read.
  public boolean isEmpty() {
    return node == null;
  }

  public boolean isMapping() {
    return node instanceof MappingNode;
  }

  /// The entries of a mapping in order; each has the line of its key.
  public Map<String, YamlNode> entries() {
    if (node == null) {
      return Map.of();
    }
    if (!(node instanceof MappingNode mapping)) {
      problem("expected 'key: value' entries here");
      return Map.of();
    }
    var entries = new LinkedHashMap<String, YamlNode>();
    for (var tuple : mapping.getValue()) {
      var key = at(tuple.getKeyNode());
      var value = new YamlNode(file, key.line, tuple.getValueNode(), problems);
      if (entries.putIfAbsent(key.text(), value) != null) {
        key.problem("'" + key.text() + "' stands here twice");
      }
    }
    return entries;
  }

  /// The entries of a mapping that may have these keys only; others are noted as unknown.
  public Map<String, YamlNode> entries(Set<String> known) {
    var entries = entries();
    entries.forEach((key, value) -> {
      if (!known.contains(key)) {
        value.problem("unknown key '" + key + "'");
      }
    });
    return entries;
  }

  /// The items of a list, in order.
  public List<YamlNode> items() {
    if (node == null) {
      return List.of();
    }
    if (!(node instanceof SequenceNode sequence)) {
      problem("expected a list here");
      return List.of();
    }
    return sequence.getValue().stream().map(this::at).toList();
  }

  /// The text of each item of a list.
  public List<String> texts() {
    return items().stream().map(YamlNode::text).toList();
  }

  /// The text of a single value.
  public String text() {
    if (!(node instanceof ScalarNode scalar)) {
      problem("expected a text here");
      return "";
    }
    if (scalar.getValue().isBlank()) {
      problem("expected a text here, found nothing");
    }
    return scalar.getValue();
  }

  private YamlNode at(Node other) {
    return new YamlNode(file, other.getStartMark().getLine() + 1, other, problems);
  }
}
