package onrecord.retrieval;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The example of this module's README, word for word, compiled and run on a document.
class ReadmeExampleTest {

  private static final Pattern EXAMPLE =
      Pattern.compile("```java\n(.*?class Example.*?)```", Pattern.DOTALL);

  private static final String REPORT =
      """
      # 2024年年度报告

      证券代码：900001 证券简称：青灯科技 公告编号：2025-007

      青灯科技股份有限公司

      ## 一、经营情况

      公司在江州建有三座工厂，全年产量五千台。

      ## 二、员工情况

      报告期末公司共有员工五百人，其中研发人员一百二十人。
      """;

  @TempDir Path folder;

  @Test
  void theReadmesExampleCompilesAndFindsThePassage() throws IOException, InterruptedException {
    var source = folder.resolve("Example.java");
    Files.writeString(source, example());
    var report = Files.writeString(folder.resolve("report.md"), REPORT);

    assertThat(compiled(source)).isEmpty();
    assertThat(printed(report, "研发人员有多少？"))
        .contains("2024年年度报告")
        .contains("报告期末公司共有员工五百人，其中研发人员一百二十人。");
  }

  @Test
  void theReadmesExampleHasTwentyLines() throws IOException {
    assertThat(example().lines().filter(line -> !line.isBlank()).count()).isLessThanOrEqualTo(20);
  }

  private static String example() throws IOException {
    var readme = EXAMPLE.matcher(Files.readString(Path.of("README.md")));
    assertThat(readme.find()).isTrue();
    return readme.group(1);
  }

  /// What the compiler says, which is nothing where it has nothing to say.
  private static String compiled(Path source) {
    var said = new ByteArrayOutputStream();
    var compiler = ToolProvider.getSystemJavaCompiler();
    compiler.run(
        null, said, said, "-proc:none", "-cp", System.getProperty("java.class.path"), "" + source);
    return said.toString(UTF_8);
  }

  private String printed(Path report, String question) throws IOException, InterruptedException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command =
        List.of(
            java,
            "-Xmx512m",
            "-Dstdout.encoding=UTF-8",
            "-Dsun.jnu.encoding=UTF-8",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            folder + System.getProperty("path.separator") + System.getProperty("java.class.path"),
            "Example",
            folder.resolve("data").toString(),
            report.toString(),
            question);
    var out = folder.resolve("out.txt");
    var process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(folder.resolve("err.txt").toFile())
            .start();
    var ended = process.waitFor(2, TimeUnit.MINUTES);
    process.destroyForcibly();
    assertThat(ended).as("the example ends").isTrue();
    assertThat(process.exitValue()).as(Files.readString(folder.resolve("err.txt"))).isZero();
    return Files.readString(out);
  }
}
