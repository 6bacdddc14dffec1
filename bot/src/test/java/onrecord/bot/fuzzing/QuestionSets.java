package onrecord.bot.fuzzing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import onrecord.bot.evaluation.importing.BrokenSetException;
import onrecord.bot.evaluation.importing.Form;

/// Question sets of other makers: read, or refused by name. The first byte chooses the form.
final class QuestionSets implements Target.Taking {

  private final Path file = Documents.temporary("set.jsonl");

  @Override
  public void take(byte[] input) throws IOException {
    if (input.length == 0) {
      return;
    }
    Files.write(file, Arrays.copyOfRange(input, 1, input.length));
    var form = Form.values()[Math.floorMod(input[0], Form.values().length)];
    try {
      form.read(file);
    } catch (BrokenSetException broken) {
      if (!broken.toString().contains("set.jsonl")) {
        throw new AssertionError("Refused without the file's name", broken);
      }
    }
  }
}
