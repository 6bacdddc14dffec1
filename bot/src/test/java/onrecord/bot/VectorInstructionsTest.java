package onrecord.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A jar, started by a Java of its own.
@EnabledOnOs(OS.LINUX)
class VectorInstructionsTest {

  @TempDir Path folder;

  @Test
  void aPlainJarUsesThemInTheSameProcessAndWithTheSameArguments() throws Exception {
    var started = started(List.of("-Xmx64m"), "ask", "营业收入 是多少？", "");

    assertThat(started.said)
        .isEqualTo("true %d true [ask, 营业收入 是多少？, ]".formatted(started.process.pid()));
    assertThat(started.process.exitValue()).isEqualTo(7);
  }

  @Test
  void whatHasThemFromTheFirstDoesNotBeginAgain() throws Exception {
    var started = started(List.of("--add-modules", "jdk.incubator.vector"), "serve");

    assertThat(started.said).isEqualTo("true %d null [serve]".formatted(started.process.pid()));
  }

  private record Started(Process process, String said) {}

  private Started started(List<String> options, String... arguments)
      throws IOException, InterruptedException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command =
        Stream.of(
                List.of(java, "-Dstdout.encoding=UTF-8"),
                options,
                List.of("-jar", jar().toString()),
                List.of(arguments))
            .flatMap(List::stream)
            .toList();
    var builder = new ProcessBuilder(command).redirectError(folder.resolve("errors").toFile());
    builder.environment().put("LC_ALL", "C.UTF-8");
    var process = builder.start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return new Started(process, said.strip());
  }

  /// With the classes of this test behind it.
  private Path jar() throws IOException {
    var classPath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(entry -> Path.of(entry).toUri().toString())
            .collect(Collectors.joining(" "));
    var manifest = new Manifest();
    var main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.put(Attributes.Name.MAIN_CLASS, Program.class.getName());
    main.put(Attributes.Name.CLASS_PATH, classPath);
    main.putValue("Enable-Native-Access", "ALL-UNNAMED");
    var jar = folder.resolve("program.jar");
    try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      out.finish();
    }
    return jar;
  }

  /// Says what has become of it.
  public static final class Program {

    public static void main(String[] arguments) {
      VectorInstructions.use();
      System.out.printf(
          "%s %d %s %s%n",
          VectorInstructions.areUsed(),
          ProcessHandle.current().pid(),
          System.getProperty("onrecord.again"),
          List.of(arguments));
      System.exit(7);
    }
  }
}
