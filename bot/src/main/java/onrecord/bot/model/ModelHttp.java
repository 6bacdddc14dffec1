package onrecord.bot.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Carries requests to a chat model, and lets no response run on for ever: neither in time nor in
/// length, whatever its status.
///
/// The JDK's own time-out ends with the response's head, so that the body is closed from outside.
final class ModelHttp implements HttpClient {

  private static final int MOST_BYTES = 4 * 1024 * 1024;
  private static final int MOST_BYTES_OF_A_FAILURE = 4 * 1024;

  private final java.net.http.HttpClient client;
  private final Duration longest;

  private ModelHttp(Duration longest) {
    this.longest = longest;
    this.client = java.net.http.HttpClient.newBuilder().connectTimeout(longest).build();
  }

  /// @param longest how long a response may take to its end
  static HttpClientBuilder builder(Duration longest) {
    return new Builder(longest);
  }

  @Override
  public SuccessfulHttpResponse execute(HttpRequest request) {
    try (var body = new BoundedBody(send(request))) {
      return successful(body.response, body.readAllBytes());
    } catch (IOException broken) {
      throw new UncheckedIOException("No response of the chat model", broken);
    }
  }

  /// Returns at once; the listener hears on a thread of its own.
  @Override
  public void execute(
      HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
    Thread.startVirtualThread(() -> stream(request, parser, listener));
  }

  private void stream(
      HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
    try (var body = new BoundedBody(send(request))) {
      listener.onOpen(successful(body.response, new byte[0]));
      parser.parse(WholeReply.asEvents(body.response.headers(), body), listener);
      listener.onClose();
      // Nobody else says so where a reply just stops; after a whole one nobody minds.
      listener.onError(new EOFException("The response ended"));
    } catch (IOException | RuntimeException broken) {
      listener.onError(broken);
    }
  }

  /// @throws HttpException where the response says that it failed
  private HttpResponse<InputStream> send(HttpRequest request) throws IOException {
    try {
      var response = client.send(carried(request), BodyHandlers.ofInputStream());
      CompletableFuture.delayedExecutor(longest.toMillis(), TimeUnit.MILLISECONDS)
          .execute(() -> close(response.body()));
      if (response.statusCode() / 100 != 2) {
        try (var body = response.body()) {
          var said = new String(body.readNBytes(MOST_BYTES_OF_A_FAILURE), UTF_8);
          throw new HttpException(response.statusCode(), said);
        }
      }
      return response;
    } catch (HttpTimeoutException late) {
      throw new TimeoutException(late);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while asking the chat model", stopped);
    }
  }

  private java.net.http.HttpRequest carried(HttpRequest request) {
    var body = request.body();
    var carried =
        java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
            .timeout(longest)
            .method(
                request.method().name(),
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    request
        .headers()
        .forEach((name, values) -> values.forEach(value -> carried.header(name, value)));
    return carried.build();
  }

  private static SuccessfulHttpResponse successful(HttpResponse<?> response, byte[] body) {
    return SuccessfulHttpResponse.builder()
        .statusCode(response.statusCode())
        .headers(response.headers().map())
        .body(body)
        .build();
  }

  private static void close(InputStream body) {
    try {
      body.close();
    } catch (IOException closedAlready) {
      throw new UncheckedIOException(closedAlready);
    }
  }

  /// A body that ends with a failure where it would grow too long.
  private static final class BoundedBody extends InputStream {

    private final HttpResponse<InputStream> response;
    private final InputStream body;
    private long read;

    BoundedBody(HttpResponse<InputStream> response) {
      this.response = response;
      this.body = response.body();
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = body.read(buffer, offset, length);
      read += Math.max(0, count);
      if (read > MOST_BYTES) {
        throw new IOException("The chat model's response is longer than " + MOST_BYTES + " bytes");
      }
      return count;
    }

    @Override
    public void close() throws IOException {
      body.close();
    }
  }

  /// The time-outs that LangChain4j would set are those set here.
  private record Builder(Duration longest) implements HttpClientBuilder {

    @Override
    public Duration connectTimeout() {
      return longest;
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration ignored) {
      return this;
    }

    @Override
    public Duration readTimeout() {
      return longest;
    }

    @Override
    public HttpClientBuilder readTimeout(Duration ignored) {
      return this;
    }

    @Override
    public HttpClient build() {
      return new ModelHttp(longest);
    }
  }
}
