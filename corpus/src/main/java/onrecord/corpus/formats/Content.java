package onrecord.corpus.formats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import onrecord.corpus.Intake.Reason;
import onrecord.corpus.document.UnreadableFileException;
import org.jspecify.annotations.Nullable;

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

  /// What became of an Office file that could not be read to its end.
  static RuntimeException refusal(Path file, String why, Exception e) {
    if (e instanceof UnreadableFileException refusal) {
      return refusal;
    }
    var message = Optional.ofNullable(e.getMessage()).orElse("");
    return message.contains("Zip bomb") || message.contains("exceeds the max")
        ? tooComplex(file, "it unpacks to far more than its size", e)
        : damaged(file, why, e);
  }

  static UnreadableFileException tooComplex(Path file, String why, @Nullable Throwable cause) {
    return new UnreadableFileException(
        Reason.TOO_COMPLEX,
        null,
        file.getFileName() + " is too complex to be read safely: " + why + ".",
        "Save it as a plain PDF without embedded objects, or split it.",
        cause);
  }
}
