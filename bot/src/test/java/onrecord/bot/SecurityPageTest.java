package onrecord.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The tests that the page on security names are there.
class SecurityPageTest {

  private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+Test)(?:\\.(\\w+))?`");

  @ParameterizedTest
  @ValueSource(strings = {"../SECURITY.md", "packaging/README.md"})
  void eachTestThatStandsThereExists(String page) throws IOException {
    var tests = tests();
    var named = TEST.matcher(Files.readString(Path.of(page))).results().toList();
    assertThat(named).hasSizeGreaterThan(10);
    for (var name : named) {
      assertThat(tests).containsKey(name.group(1));
      if (name.group(2) != null) {
        assertThat(tests.get(name.group(1))).contains("void " + name.group(2) + "(");
      }
    }
  }

  private static Map<String, String> tests() throws IOException {
    var tests = new HashMap<String, String>();
    for (var module : List.of("corpus", "retrieval", "prompts", "bot")) {
      try (var files = Files.walk(Path.of("..", module, "src/test/java"))) {
        for (var file : files.filter(path -> path.toString().endsWith("Test.java")).toList()) {
          var name = String.valueOf(file.getFileName());
          tests.put(name.substring(0, name.length() - ".java".length()), Files.readString(file));
        }
      }
    }
    return tests;
  }
}
