package onrecord.prompts.instructing;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import onrecord.prompts.Instruction;
import onrecord.prompts.ModelPrompt;
import onrecord.prompts.files.Problems;
import onrecord.prompts.files.PromptFiles;
import onrecord.prompts.files.YamlNode;
import org.jspecify.annotations.Nullable;

/// Reads the instructions to a chat model, each with its version.
public final class ModelPromptReader {

  private static final Set<String> KEYS = Set.of("version", "text");

  private ModelPromptReader() {}

  public static Map<Instruction, ModelPrompt> read(PromptFiles files, Problems problems) {
    var prompts = new EnumMap<Instruction, ModelPrompt>(Instruction.class);
    for (var instruction : Instruction.values()) {
      prompts.put(instruction, prompt(files.read(instruction.path(), problems)));
    }
    return prompts;
  }

  private static ModelPrompt prompt(YamlNode root) {
    var entries = root.entries(KEYS);
    for (var key : KEYS) {
      if (!root.isEmpty() && !entries.containsKey(key)) {
        root.problem("missing key '" + key + "'");
      }
    }
    var text = entries.get("text");
    return new ModelPrompt(version(entries.get("version")), text == null ? "" : text.text());
  }

  private static int version(@Nullable YamlNode node) {
    if (node == null) {
      return 0;
    }
    var text = node.text();
    if (!text.matches("[1-9]\\d{0,5}")) {
      node.problem("expected a whole number from 1 on, found '" + text + "'");
      return 0;
    }
    return Integer.parseInt(text);
  }
}
