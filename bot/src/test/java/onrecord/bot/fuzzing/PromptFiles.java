package onrecord.bot.fuzzing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import onrecord.prompts.BrokenPromptsException;
import onrecord.prompts.Prompts;

/// The files of the IR team's policy and wording, one of them with arbitrary content: loaded, or
/// all that is wrong said with file and line. The first byte chooses the file.
final class PromptFiles implements Target.Taking {

  private static final Path BUNDLED = Path.of("..", "prompts");
  private static final List<String> FOLDERS = List.of("zh", "en", "policy", "model");

  private final Path folder = Documents.temporary("prompts");
  private final List<Path> files;

  PromptFiles() {
    files = FOLDERS.stream().flatMap(name -> copied(name).stream()).sorted().toList();
  }

  private List<Path> copied(String name) {
    try (var listed = Files.list(BUNDLED.resolve(name))) {
      Files.createDirectories(folder.resolve(name));
      var copies = listed.map(file -> name + "/" + file.getFileName()).toList();
      for (var copy : copies) {
        Files.copy(BUNDLED.resolve(copy), folder.resolve(copy));
      }
      return copies.stream().map(Path::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void take(byte[] input) throws IOException {
    if (input.length == 0) {
      return;
    }
    var file = files.get(Math.floorMod(input[0], files.size()));
    Files.write(folder.resolve(file), Arrays.copyOfRange(input, 1, input.length));
    try {
      Prompts.load(folder);
    } catch (BrokenPromptsException broken) {
      if (broken.problems().isEmpty()) {
        throw new AssertionError("Refused without a reason", broken);
      }
    } finally {
      Files.write(folder.resolve(file), Files.readAllBytes(BUNDLED.resolve(file)));
    }
  }
}
