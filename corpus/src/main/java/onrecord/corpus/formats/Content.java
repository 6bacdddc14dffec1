package onrecord.corpus.formats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import onrecord.corpus.Intake.Reason;
import onrecord.corpus.document.UnreadableFileException;

/// What stands in a file.
final class Content {

  private Content() {}

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw damaged(file, "it cannot be read from disk", e);
    }
  }

  static String text(Path file) {
    return Charsets.decode(bytes(file));
  }

  static UnreadableFileException damaged(Path file, String why, Throwable cause) {
    return new UnreadableFileException(
        Reason.DAMAGED,
        null,
        file.getFileName() + " is damaged: " + why + ".",
        "Open it in the program that made it, save it again, and hand in the new file.",
        cause);
  }

  static UnreadableFileException tooComplex(Path file, String why, Throwable cause) {
    return new UnreadableFileException(
        Reason.TOO_COMPLEX,
        null,
        file.getFileName() + " is too complex to be read safely: " + why + ".",
        "Save it as a plain PDF without embedded objects, or split it.",
        cause);
  }
}
