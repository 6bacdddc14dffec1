package onrecord.prompts.files;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import onrecord.prompts.BrokenPromptsException;
import onrecord.prompts.BrokenPromptsException.Problem;

/// What is wrong with the files, collected while they are read.
public final class Problems {

  private static final Comparator<Problem> BY_PLACE =
      Comparator.comparing(Problem::file).thenComparingInt(Problem::line);

  private final List<Problem> found = new ArrayList<>();

  void add(String file, int line, String message) {
    found.add(new Problem(file, line, message));
  }

  /// @throws BrokenPromptsException if any problem was found
  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw new BrokenPromptsException(found.stream().sorted(BY_PLACE).distinct().toList());
    }
  }
}
