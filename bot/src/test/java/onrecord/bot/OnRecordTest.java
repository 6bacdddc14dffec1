package onrecord.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;
import onrecord.bot.operation.backup.Backup;
import onrecord.bot.operation.backup.BackupRequests;
import onrecord.corpus.Corpora;
import onrecord.corpus.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole program, in a process of its own and with nothing but an empty data directory.
class OnRecordTest {

  private static final Pattern READY =
      Pattern.compile("OnRecord is ready: http://localhost:(\\d+)  \\((\\d+) disclosures.*");

  @TempDir Path folder;

  /// How many disclosures the program says that it holds.
  private int held;

  @Test
  void aFirstStartAnswersFromTheBundledDisclosuresCallsNobodyAndIsBackedUpWhileItServes()
      throws Exception {
    try (var outside = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      serve(outside.getLocalPort());
      outside.setSoTimeout(1);
      assertThatThrownBy(outside::accept)
          .as("a call to anywhere else would have come here")
          .isInstanceOf(SocketTimeoutException.class);
    }
    Backup.in(folder.resolve("backup"))
        .restore(folder.resolve("restored"), Storage::in, Clock.systemUTC());
    try (var restored = Corpora.open(folder.resolve("restored"))) {
      assertThat(restored.disclosures()).hasSize(held);
    }
  }

  /// @param outside the port of a proxy that everything not on this machine would be asked through
  private void serve(int outside) throws Exception {
    var process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "--enable-native-access=ALL-UNNAMED",
                "--add-modules",
                "jdk.incubator.vector",
                "-DOPT_OUT_TRACKING=true",
                "-DsocksProxyHost=127.0.0.1",
                "-DsocksProxyPort=" + outside,
                "-Dhttp.proxyHost=127.0.0.1",
                "-Dhttp.proxyPort=" + outside,
                "-Dhttps.proxyHost=127.0.0.1",
                "-Dhttps.proxyPort=" + outside,
                "-cp",
                System.getProperty("java.class.path"),
                OnRecord.class.getName(),
                "--server.port=0",
                // When the server stops, it calls itself at this address.
                "--server.address=localhost",
                "--onrecord.data=" + folder.resolve("data"))
            .redirectErrorStream(true)
            .start();
    try (var output = process.inputReader(StandardCharsets.UTF_8)) {
      var ready = READY.matcher(lineThatSaysReady(output));
      assertThat(ready.matches()).isTrue();
      held = Integer.parseInt(ready.group(2));
      assertThat(held).isPositive();
      var address = "http://localhost:" + ready.group(1);
      assertThat(get(address + "/")).contains("OnRecord");
      assertThat(get(address + "/api/v1/search?q=revenue")).contains("passageId");
      BackupRequests.ask(folder.resolve("data"), folder.resolve("backup"), Duration.ofMinutes(5));
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
