package onrecord.bot.fuzzing;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/// Inputs that once broke a part, or were close to it, break it no more; and each seed is taken.
class KeptInputsTest {

  /// The requests are put to a program that other tests start too; here they would start another.
  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "API")
  void areTaken(Target target) throws IOException {
    var taking = target.ready();
    for (var input : inputs(target)) {
      assertThatCode(() -> taking.take(Files.readAllBytes(input)))
          .as("%s", input.getFileName())
          .doesNotThrowAnyException();
    }
    assertThatCode(() -> taking.take(new byte[0])).doesNotThrowAnyException();
  }

  private static List<Path> inputs(Target target) throws IOException {
    var folder = Path.of("src", "test", "resources", "kept-inputs", target.key());
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
