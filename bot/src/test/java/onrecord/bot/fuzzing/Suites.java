package onrecord.bot.fuzzing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import onrecord.bot.evaluation.BrokenSuiteException;
import onrecord.bot.evaluation.Suite;

/// Suites: read, or all that is wrong said with file and line.
final class Suites implements Target.Taking {

  private final Path file = Documents.temporary("suite.jsonl");

  @Override
  public void take(byte[] input) throws IOException {
    Files.write(file, input);
    try {
      Suite.readAll(List.of(file));
    } catch (BrokenSuiteException broken) {
      if (!broken.toString().contains("suite.jsonl")) {
        throw new AssertionError("Refused without the file's name", broken);
      }
    }
  }
}
