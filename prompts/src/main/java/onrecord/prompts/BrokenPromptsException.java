package onrecord.prompts;

import java.util.List;
import java.util.stream.Collectors;

/// The files of words and policy cannot be used; names everything that is wrong with them at once.
public final class BrokenPromptsException extends RuntimeException {

  private final transient List<Problem> problems;

  public BrokenPromptsException(List<Problem> problems) {
    super(
        problems.stream()
            .map(Problem::toString)
            .collect(Collectors.joining("\n", "The prompts cannot be used:\n", "")));
    this.problems = List.copyOf(problems);
  }

  /// What is wrong, in order of file and line.
  public List<Problem> problems() {
    return problems;
  }

  /// Something wrong in a file.
  ///
  /// @param file its path below the directory of prompts: `zh/phrases.yaml`
  /// @param line from 1
  /// @param message what is wrong
  public record Problem(String file, int line, String message) {

    /// The problem as compilers write it: `zh/phrases.yaml:12: missing …`.
    @Override
    public String toString() {
      return file + ":" + line + ": " + message;
    }
  }
}
