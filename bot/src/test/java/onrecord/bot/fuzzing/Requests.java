package onrecord.bot.fuzzing;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import onrecord.bot.OnRecord;
import onrecord.bot.wechat.FakeWechat;
import org.springframework.boot.builder.SpringApplicationBuilder;

/// Requests to the whole program over HTTP: each is answered or refused, and none fails within.
///
/// An input is a line `METHOD PATH`, a line with the body's type, and the body.
final class Requests implements Target.Taking {

  private static final Set<String> METHODS =
      Set.of("GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH");

  private static final List<String> BODIES =
      List.of("application/json", "multipart/form-data", "text/xml", "text/plain");

  private static final int SERVER_ERROR = 500;
  private static final int UNAVAILABLE = 503;

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(20)).build();
  private final String address;

  Requests() {
    var data = Documents.temporary("data");
    var wechat = new FakeWechat();
    var program =
        new SpringApplicationBuilder(OnRecord.class)
            .run(
                "--server.port=0",
                "--server.address=localhost",
                "--onrecord.data=" + data,
                "--onrecord.api.requests-per-minute=0",
                "--onrecord.channels.questions-per-minute=0",
                "--onrecord.wechat.app-id=" + FakeWechat.APP,
                "--onrecord.wechat.secret=" + FakeWechat.SECRET,
                "--onrecord.wechat.token=" + FakeWechat.TOKEN,
                "--onrecord.wechat.api-url=" + wechat.url(),
                "--logging.level.root=off");
    address =
        "http://localhost:"
            + program.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  @Override
  public void take(byte[] input) throws IOException, InterruptedException {
    var lines = new String(input, StandardCharsets.ISO_8859_1).split("\n", 3);
    var words = lines[0].split(" ", 2);
    if (lines.length < 3 || words.length < 2 || !METHODS.contains(words[0])) {
      return;
    }
    var body = lines[2].getBytes(StandardCharsets.ISO_8859_1);
    var request =
        HttpRequest.newBuilder(URI.create(address + path(words[1])))
            .timeout(Duration.ofMinutes(1))
            .method(words[0], BodyPublishers.ofByteArray(body))
            .header("Content-Type", BODIES.contains(lines[1]) ? lines[1] : BODIES.getFirst())
            .build();
    var response = http.send(request, BodyHandlers.ofByteArray());
    if (response.statusCode() >= SERVER_ERROR && response.statusCode() != UNAVAILABLE) {
      throw new AssertionError(
          words[0]
              + " "
              + request.uri().getRawPath()
              + " fails with "
              + response.statusCode()
              + ": "
              + new String(response.body(), StandardCharsets.UTF_8));
    }
  }

  /// The path with all that an address may not hold in its escaped form, and the escapes and
  /// separators that are there left as they are.
  private static String path(String raw) {
    var path = new StringBuilder(raw.startsWith("/") ? "" : "/");
    for (var sign : raw.split("(?<=.)|(?=.)")) {
      path.append(
          "/?&=.-_~:".contains(sign) ? sign : URLEncoder.encode(sign, StandardCharsets.ISO_8859_1));
    }
    return path.toString().replaceAll("%25([0-9A-Fa-f]{2})", "%$1");
  }
}
