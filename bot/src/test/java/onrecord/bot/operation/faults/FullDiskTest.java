package onrecord.bot.operation.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import onrecord.bot.answers.AnswerArchive;
import onrecord.corpus.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process whose files can grow no further, as on a disk that is full: the operating system
/// refuses each write beyond a size.
class FullDiskTest {

  private static final Path SHELL = Path.of("/bin/sh");

  /// In blocks of the shell, of 512 bytes or of 1 KiB.
  private static final int BLOCKS = 1_500;

  @TempDir Path folder;

  @Test
  void whatCannotBeWrittenIsNotAcknowledgedAndNothingAcknowledgedIsLost() throws Exception {
    assumeTrue(Files.isExecutable(SHELL), "There is no shell that could limit a process.");
    var data = folder.resolve("data");
    var log = folder.resolve("log");
    var process =
        new ProcessBuilder(
                SHELL.toString(),
                "-c",
                "ulimit -f %d; exec \"$@\"".formatted(BLOCKS),
                "sh",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx256m",
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                AnswersWithoutEnd.class.getName(),
                data.toString())
            .redirectError(log.toFile())
            .start();
    List<String> kept;
    try (var output = process.inputReader(StandardCharsets.UTF_8)) {
      kept =
          output
              .lines()
              .filter(line -> line.startsWith(DeskAtWork.ACKNOWLEDGED))
              .map(line -> line.substring(DeskAtWork.ACKNOWLEDGED.length()))
              .toList();
    }
    assertThat(process.waitFor()).as("ended by its failure").isEqualTo(1);
    assertThat(Files.readString(log)).contains("Writing to", "failed");
    assertThat(kept).isNotEmpty();

    // There is room again.
    try (var storage = Storage.in(data)) {
      var archive = new AnswerArchive(storage, Clock.systemUTC());
      assertThat(kept).allSatisfy(id -> assertThat(archive.answer(id)).isPresent());
      assertThat(archive.trail().verify().faults()).isEmpty();
    }
  }
}
