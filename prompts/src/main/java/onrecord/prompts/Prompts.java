package onrecord.prompts;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import onrecord.prompts.cues.PolicyReader;
import onrecord.prompts.files.Problems;
import onrecord.prompts.files.PromptFiles;
import onrecord.prompts.instructing.ModelPromptReader;
import onrecord.prompts.naming.GlossaryReader;
import onrecord.prompts.phrasing.PhrasebookReader;

/// The words and the policy as one checked whole.
///
/// Loading checks every file against every other and reports all that is wrong at once, so that
/// whoever edits them mends them in one go.
public final class Prompts {

  private final Map<String, Phrasebook> phrases;
  private final Glossary glossary;
  private final Policy policy;
  private final Map<Instruction, ModelPrompt> instructions;
  private final String version;

  private Prompts(
      Map<String, Phrasebook> phrases,
      Glossary glossary,
      Policy policy,
      Map<Instruction, ModelPrompt> instructions,
      String version) {
    this.phrases = phrases;
    this.glossary = glossary;
    this.policy = policy;
    this.instructions = Map.copyOf(instructions);
    this.version = version;
  }

  /// The prompts that come with the program.
  public static Prompts bundled() {
    return read(PromptFiles.bundled());
  }

  /// The prompts in a directory that is laid out as the bundled ones: `zh/`, `en/`, `policy/`,
  /// `model/`.
  ///
  /// @throws BrokenPromptsException if anything is wrong with them
  public static Prompts load(Path directory) {
    return read(PromptFiles.in(directory));
  }

  private static Prompts read(PromptFiles files) {
    var problems = new Problems();
    var phrases = PhrasebookReader.read(files, problems);
    var glossary = GlossaryReader.read(files, problems);
    var policy = PolicyReader.read(files, problems);
    var instructions = ModelPromptReader.read(files, problems);
    problems.throwIfAny();
    return new Prompts(phrases, glossary, policy, instructions, files.version());
  }

  /// The standard phrases in a language.
  ///
  /// @param languageTag `zh`, `zh-Hant` (the same phrases in traditional characters) or `en`
  /// @throws IllegalArgumentException if there are none in it
  public Phrasebook phrases(String languageTag) {
    var phrasebook = phrases.get(languageTag);
    if (phrasebook == null) {
      throw new IllegalArgumentException(
          "No phrases in '" + languageTag + "'; known: " + List.copyOf(phrases.keySet()));
    }
    return phrasebook;
  }

  public Glossary glossary() {
    return glossary;
  }

  public Policy policy() {
    return policy;
  }

  /// What a chat model is told to do a thing.
  public ModelPrompt told(Instruction instruction) {
    return Objects.requireNonNull(instructions.get(instruction));
  }

  /// Names the contents of all files: twelve hexadecimal digits that change with any of them.
  public String version() {
    return version;
  }
}
