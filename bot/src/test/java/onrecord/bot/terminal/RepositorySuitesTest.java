package onrecord.bot.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import onrecord.bot.OnRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The suites of the repository, put to the demo company by the command that people use, and held
/// to the limits that stand beside them. The report stays in the build's folder.
class RepositorySuitesTest {

  private static final Path SUITES = Path.of("../corpus/suites");
  private static final Path REPORT = Path.of("target/evaluation");

  @Test
  void noSuiteOfTheRepositoryFallsBelowItsLimits(@TempDir Path data) throws Exception {
    var arguments = new ArrayList<>(List.of("evaluate", "@" + SUITES.resolve("limits")));
    arguments.addAll(List.of("--data", data.toString(), "--report", REPORT.toString()));
    var suites = suites();
    arguments.addAll(suites);
    var out = new StringWriter();

    int code =
        new Terminal(
                OnRecord.class,
                parts(),
                Shell.unattended(
                    InputStream.nullInputStream(),
                    new PrintWriter(out),
                    new PrintWriter(System.err)))
            .run(arguments.toArray(String[]::new));

    assertThat(suites).isNotEmpty();
    assertThat(REPORT.resolve("report.html")).isNotEmptyFile();
    assertThat(code).as(out.toString()).isEqualTo(Terminal.DONE);
  }

  private static List<String> suites() throws IOException {
    try (var files = Files.list(SUITES)) {
      return files.map(Path::toString).filter(file -> file.endsWith(".jsonl")).sorted().toList();
    }
  }

  private static Class<?> parts() throws ClassNotFoundException {
    return Class.forName("onrecord.bot.BotConfiguration");
  }
}
