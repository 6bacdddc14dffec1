package onrecord.bot.fuzzing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import onrecord.corpus.Intake;
import onrecord.corpus.IntakeProgress;
import onrecord.corpus.document.UnreadableFileException;
import onrecord.corpus.formats.Archive;

/// Archives: what is unpacked stays within its own folder and within the limits.
final class Archives implements Target.Taking {

  private static final Archive.Limits LIMITS = new Archive.Limits(20, 4L << 20, 1L << 20, 2);

  private final Path file = Documents.temporary("archive.zip");

  @Override
  public void take(byte[] input) throws IOException {
    Files.write(file, input);
    if (!Archive.is(file)) {
      return;
    }
    try {
      Archive.take(file, LIMITS, Archives::refusedWithinItsFolder, IntakeProgress.UNHEARD);
    } catch (UnreadableFileException _) {
      return;
    }
  }

  private static Intake refusedWithinItsFolder(Path document) {
    var temporary = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
    var depth = document.toAbsolutePath().normalize().getNameCount() - temporary.getNameCount();
    if (!document.toAbsolutePath().normalize().startsWith(temporary) || depth != 2) {
      throw new AssertionError(document + " is unpacked elsewhere");
    }
    try {
      if (Files.size(document) > 1L << 20) {
        throw new AssertionError(document + " is larger than is taken");
      }
    } catch (IOException e) {
      throw new AssertionError(document + " is not there", e);
    }
    return new Intake.Refused(
        document.getFileName().toString(), null, Intake.Reason.DAMAGED, "Not read.", "Nothing.");
  }
}
