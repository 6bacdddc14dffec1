package onrecord.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole program, in a process of its own and with nothing but an empty data directory.
class OnRecordTest {

  private static final Pattern READY =
      Pattern.compile("OnRecord is ready: http://localhost:(\\d+)  \\((\\d+) disclosures.*");

  @TempDir Path data;

  @Test
  void aFirstStartHoldsTheBundledDisclosuresAndEndsWhenToldTo() throws Exception {
    var process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "--enable-native-access=ALL-UNNAMED",
                "--add-modules",
                "jdk.incubator.vector",
                "-DOPT_OUT_TRACKING=true",
                "-cp",
                System.getProperty("java.class.path"),
                OnRecord.class.getName(),
                "--server.port=0",
                "--onrecord.data=" + data)
            .redirectErrorStream(true)
            .start();
    try (var output = process.inputReader(StandardCharsets.UTF_8)) {
      var ready = READY.matcher(lineThatSaysReady(output));
      assertThat(ready.matches()).isTrue();
      assertThat(Integer.parseInt(ready.group(2))).isPositive();
      assertThat(get("http://localhost:" + ready.group(1) + "/")).contains("OnRecord");
    } finally {
      process.destroy();
    }
    assertThat(process.waitFor()).as("ended by a signal").isEqualTo(128 + 15);
  }

  private static String lineThatSaysReady(BufferedReader output) throws IOException {
    var all = new StringBuilder();
    for (var line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith("OnRecord is ready")) {
        return line;
      }
      all.append(line).append('\n');
    }
    throw new AssertionError("It ended before it was ready:\n" + all);
  }

  private static String get(String address) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      return client
          .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
          .body();
    }
  }
}
