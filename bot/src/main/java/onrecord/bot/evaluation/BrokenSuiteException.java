package onrecord.bot.evaluation;

import java.util.List;

/// A suite that cannot be read; names each line at fault.
public final class BrokenSuiteException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BrokenSuiteException(List<String> problems) {
    super(String.join("\n", problems));
  }
}
