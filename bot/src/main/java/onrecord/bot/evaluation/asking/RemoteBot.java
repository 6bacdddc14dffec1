package onrecord.bot.evaluation.asking;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import onrecord.bot.evaluation.Reply;
import onrecord.bot.evaluation.SuiteQuestion;
import onrecord.bot.evaluation.SuiteQuestion.GoldPlace;
import onrecord.bot.evaluation.SuiteQuestion.Spot;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A running bot, asked through its JSON API.
///
/// Where it says that too much is asked of it, it is asked again when it wants to be.
public final class RemoteBot implements Bot {

  private static final Duration LONGEST_ANSWER = Duration.ofMinutes(5);
  private static final int ATTEMPTS = 30;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final URI address;
  private final RemoteShelf shelf;
  private final JsonMapper json = JsonMapper.builder().build();
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

  /// @param address where it is reached, such as `http://localhost:8080`
  public RemoteBot(URI address) {
    this.address = address;
    this.shelf = new RemoteShelf(this::get);
  }

  @Override
  public String name() {
    return address.toString();
  }

  @Override
  public String corpusRevision() {
    return get("/api/v1/corpus").map(corpus -> corpus.path("revision").asString("?")).orElse("?");
  }

  @Override
  public Reply ask(SuiteQuestion question) {
    var conversation = question.conversation().isEmpty() ? null : UUID.randomUUID().toString();
    question.conversation().forEach(earlier -> post(question, earlier, conversation));
    return post(question, question.question(), conversation);
  }

  private Reply post(SuiteQuestion question, String text, @Nullable String conversation) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("question", text);
    if (question.asOf() != null) {
      body.put("asOf", question.asOf());
    }
    if (question.issuer() != null) {
      body.put("issuer", question.issuer());
    }
    if (conversation != null) {
      body.put("conversationId", conversation);
    }
    var request =
        to("/api/v1/answers")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
            .build();
    for (int attempt = 1; ; attempt++) {
      long begun = System.nanoTime();
      var response = send(request);
      double millis = (System.nanoTime() - begun) / 1e6;
      if (!isTooMuch(response) || attempt == ATTEMPTS) {
        return reply(question, response, millis);
      }
      pause(response);
    }
  }

  private Reply reply(SuiteQuestion question, HttpResponse<String> response, double millis) {
    if (response.statusCode() != 200) {
      return Reply.failed(response.statusCode() + " " + response.body(), millis);
    }
    try {
      var answer = json.readTree(response.body());
      var reply = new Reply(answer, millis, shelf.found(answer, question.asOf()));
      return reply.verdict().isPresent()
          ? reply
          : Reply.failed("No answer: " + response.body(), millis);
    } catch (JacksonException | IllegalArgumentException notAnAnswer) {
      return Reply.failed("No answer: " + response.body(), millis);
    }
  }

  private static boolean isTooMuch(HttpResponse<String> response) {
    return response.statusCode() == 429 || response.statusCode() == 503;
  }

  private static void pause(HttpResponse<String> response) {
    var seconds = response.headers().firstValueAsLong("Retry-After");
    try {
      Thread.sleep(seconds.isPresent() ? Duration.ofSeconds(seconds.getAsLong()) : PATIENCE);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new NoAnswerException("Interrupted while waiting for the bot", stopped);
    }
  }

  private Optional<JsonNode> get(String path) {
    var response = send(to(path).GET().build());
    try {
      return response.statusCode() == 200
          ? Optional.of(json.readTree(response.body()))
          : Optional.empty();
    } catch (JacksonException notJson) {
      return Optional.empty();
    }
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(address.resolve(path)).timeout(LONGEST_ANSWER);
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException unreachable) {
      throw new NoAnswerException("No bot answers at " + address, unreachable);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new NoAnswerException("Interrupted while asking " + address, stopped);
    }
  }

  @Override
  public List<String> passagesAt(Spot spot) {
    return shelf.passagesAt(GoldPlace.at(spot));
  }

  static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
