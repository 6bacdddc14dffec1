package onrecord.bot.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import onrecord.bot.Answer.Usage;
import onrecord.bot.model.ModelSettings.Service;
import onrecord.bot.model.NoReplyException.Why;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Over real HTTP, against a stub of the services.
class ChatModelsTest {

  private static final String REPLY = "{\"claims\": []}";
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final long PLENTY = 1_000_000;

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Hands clock = new Hands();
  private final Memory memory = new InMemory();

  // --- what it is asked, and what it says

  @ParameterizedTest
  @EnumSource
  void aStreamedReplyIsHeardPieceByPieceAndGivenWhole(Service service) throws NoReplyException {
    try (var stub = StubModel.saying(new Saying.Text(REPLY))) {
      var heard = new ArrayList<String>();

      var reply = model(service, stub).ask(request("question"), allowance(), heard::add);

      assertThat(reply.text()).isEqualTo(REPLY);
      assertThat(heard).hasSizeGreaterThan(1);
      assertThat(String.join("", heard)).isEqualTo(REPLY);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aServiceThatDoesNotStreamIsHeardToo(Service service) throws NoReplyException {
    try (var stub = StubModel.saying(new Saying.Whole(REPLY))) {
      var reply = model(service, stub).ask(request("question"), allowance(), piece -> {});

      assertThat(reply.text()).isEqualTo(REPLY);
      assertThat(reply.usage()).isEqualTo(new Usage(70, 30));
    }
  }

  @Test
  void itIsAskedForTheFormWithoutAnyTemperatureAndWithTheKey() throws NoReplyException {
    try (var stub = StubModel.saying(new Saying.Text(REPLY))) {
      model(Service.OPENAI, stub).ask(request("question"), allowance(), piece -> {});

      var asked = stub.asked().getFirst();
      assertThat(asked.path()).isEqualTo("/v1/chat/completions");
      assertThat(asked.authorization()).isEqualTo("Bearer secret");
      assertThat(asked.body().path("model").asString()).isEqualTo("stub");
      assertThat(asked.body().path("temperature").asDouble()).isZero();
      assertThat(
              asked.body().path("max_tokens").asInt(0)
                  + asked.body().path("max_completion_tokens").asInt(0))
          .isEqualTo(50);
      var form = asked.body().at("/response_format/json_schema/schema");
      assertThat(form.path("type").asString()).isEqualTo("object");
      assertThat(form.path("additionalProperties").asBoolean(true)).isFalse();
      assertThat(asked.instruction()).isEqualTo("Do it.");
      assertThat(asked.material().path("question").asString()).isEqualTo("question");
    }
  }

  @Test
  void aServiceThatRefusesTheFormIsAskedWithoutItFromThenOn() throws NoReplyException {
    try (var stub =
        StubModel.saying(asked ->
            asked.body().has("response_format")
                ? new Saying.Status(400)
                : new Saying.Text(REPLY))) {
      var model = model(Service.OPENAI, stub);

      assertThat(model.ask(request("one"), allowance(), piece -> {}).text()).isEqualTo(REPLY);
      assertThat(model.ask(request("two"), allowance(), piece -> {}).text()).isEqualTo(REPLY);

      assertThat(stub.asked()).hasSize(3);
    }
  }

  // --- where it gives no reply

  @ParameterizedTest
  @CsvSource({
    "401, REFUSED",
    "403, REFUSED",
    "404, REFUSED",
    "429, BUSY",
    "503, BUSY",
    "500, UNREACHABLE",
    "502, UNREACHABLE"
  })
  void aStatusSaysWhy(int status, Why why) {
    try (var stub = StubModel.saying(new Saying.Status(status))) {
      for (var service : Service.values()) {
        assertThat(failure(model(service, stub), "question" + service)).isEqualTo(why);
      }
    }
  }

  @Test
  void aReplyThatBreaksOffIsNone() {
    try (var stub = StubModel.saying(new Saying.Cut(REPLY))) {
      assertThat(failure(model(Service.OPENAI, stub), "question")).isEqualTo(Why.UNREACHABLE);
      assertThat(failure(model(Service.OLLAMA, stub), "question")).isNotNull();
    }
  }

  @ParameterizedTest
  @EnumSource
  void anEmptyReplyIsNone(Service service) {
    try (var stub = StubModel.saying(new Saying.Text(""))) {
      assertThat(failure(model(service, stub), "question")).isEqualTo(Why.UNUSABLE);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aReplyWithoutEndIsCutShort(Service service) {
    try (var stub = StubModel.saying(new Saying.Endless("{", " more and more "))) {
      assertThat(failure(model(service, stub), "question")).isEqualTo(Why.UNUSABLE);
    }
  }

  @ParameterizedTest
  @EnumSource
  void nonsenseIsNoReply(Service service) {
    try (var stub = StubModel.saying(new Saying.Nonsense("<html>gateway</html>"))) {
      assertThat(failure(model(service, stub), "question")).isNotNull();
    }
  }

  @Test
  void whoSaysNothingIsWaitedForNoLongerThanTheQuestionHasTime() {
    try (var stub = StubModel.saying(new Saying.Silence())) {
      var why =
          catchThrowableOfType(
                  NoReplyException.class,
                  () ->
                      model(Service.OPENAI, stub)
                          .ask(request("question"), Allowance.of(SHORT, PLENTY), piece -> {}))
              .why();

      assertThat(why).isEqualTo(Why.SLOW);
    }
  }

  @Test
  void whereNobodyListensThereIsNoReply() {
    var nowhere = URI.create("http://localhost:1/v1");

    assertThat(failure(model(Service.OPENAI, nowhere, PLENTY), "question"))
        .isEqualTo(Why.UNREACHABLE);
  }

  // --- resting

  @Test
  void aModelThatFailsAgainAndAgainIsLeftAloneAndTriedAgainLater() throws NoReplyException {
    var saying = new ArrayList<Saying>(List.of(new Saying.Status(500)));
    try (var stub = StubModel.saying(asked -> saying.getLast())) {
      var model = model(Service.OPENAI, stub);

      assertThat(failure(model, "one")).isEqualTo(Why.UNREACHABLE);
      assertThat(failure(model, "two")).isEqualTo(Why.UNREACHABLE);
      assertThat(failure(model, "three")).isEqualTo(Why.RESTING);
      assertThat(stub.asked()).hasSize(2);
      assertThat(meters.get("onrecord.llm.resting").gauge().value()).isEqualTo(1);

      saying.add(new Saying.Text(REPLY));
      clock.advance(Duration.ofMinutes(1));

      assertThat(model.ask(request("four"), allowance(), piece -> {}).text()).isEqualTo(REPLY);
      assertThat(model.ask(request("five"), allowance(), piece -> {}).text()).isEqualTo(REPLY);
      assertThat(meters.get("onrecord.llm.resting").gauge().value()).isZero();
    }
  }

  // --- what it costs

  @Test
  void theTokensOfADayEndWithItAndBeginWithTheNext() throws NoReplyException {
    try (var stub = StubModel.saying(new Saying.Whole(REPLY))) {
      var model = model(Service.OPENAI, stub.openAi(), 150);

      model.ask(request("one"), allowance(), piece -> {});

      assertThat(meters.get("onrecord.llm.budget.spent").gauge().value()).isEqualTo(100);
      assertThat(meters.get("onrecord.llm.budget.limit").gauge().value()).isEqualTo(150);
      assertThat(failure(model, "two")).isEqualTo(Why.SPENT);
      assertThat(stub.asked()).hasSize(1);

      clock.advance(Duration.ofDays(1));

      assertThat(model.ask(request("two"), allowance(), piece -> {}).text()).isEqualTo(REPLY);
    }
  }

  @Test
  void aQuestionHasTokensOfItsOwn() throws NoReplyException {
    try (var stub = StubModel.saying(new Saying.Whole(REPLY))) {
      var model = model(Service.OPENAI, stub);
      var little = Allowance.of(PATIENCE, 130);

      model.ask(request("one"), little, piece -> {});

      var why =
          catchThrowableOfType(
                  NoReplyException.class, () -> model.ask(request("two"), little, piece -> {}))
              .why();
      assertThat(why).isEqualTo(Why.SPENT);
      assertThat(model.ask(request("two"), allowance(), piece -> {}).text()).isEqualTo(REPLY);
    }
  }

  // --- the same for everyone

  @Test
  void theSameRequestIsAskedOnceAcrossRestartsAndCostsNothingMore() throws NoReplyException {
    try (var stub = StubModel.saying(new Saying.Whole(REPLY))) {
      model(Service.OPENAI, stub).ask(request("question"), allowance(), piece -> {});

      var heard = new ArrayList<String>();
      var again =
          model(Service.OPENAI, stub)
              .ask(request("question"), Allowance.of(PATIENCE, 0), heard::add);

      assertThat(again).isEqualTo(new ChatModel.Reply(REPLY, Usage.NONE));
      assertThat(heard).containsExactly(REPLY);
      assertThat(stub.asked()).hasSize(1);
    }
  }

  @Test
  void whoAskTheSameAtTheSameTimeHearTheSame() throws Exception {
    var saying = new AtomicInteger();
    try (var stub =
            StubModel.saying(
                asked -> new Saying.Text("{\"n\": " + saying.incrementAndGet() + "}"));
        var investors = Executors.newVirtualThreadPerTaskExecutor()) {
      var model = model(Service.OPENAI, stub);
      Callable<String> asking =
          () -> model.ask(request("question"), allowance(), piece -> {}).text();

      var said =
          investors.invokeAll(Collections.nCopies(20, asking)).stream()
              .map(Future::resultNow)
              .distinct()
              .toList();

      assertThat(said).containsExactly("{\"n\": 1}");
      assertThat(stub.asked()).hasSize(1);
    }
  }

  @Test
  void aFailureIsNotRemembered() throws NoReplyException {
    var saying = new ArrayList<Saying>(List.of(new Saying.Status(503)));
    try (var stub = StubModel.saying(asked -> saying.getLast())) {
      var model = model(Service.OPENAI, stub);
      assertThat(failure(model, "question")).isEqualTo(Why.BUSY);

      saying.add(new Saying.Text(REPLY));

      assertThat(model.ask(request("question"), allowance(), piece -> {}).text()).isEqualTo(REPLY);
    }
  }

  @Test
  void anOllamaIsRecognisedByItsPort() {
    assertThat(Service.at(URI.create("http://localhost:11434"))).isEqualTo(Service.OLLAMA);
    assertThat(Service.at(URI.create("http://localhost:11434/v1"))).isEqualTo(Service.OPENAI);
    assertThat(Service.at(URI.create("https://api.example.com/v1"))).isEqualTo(Service.OPENAI);
  }

  @Test
  void theKeyStandsInNoLog() {
    assertThat(settings(Service.OPENAI, URI.create("http://localhost/v1"), 1).toString())
        .doesNotContain("secret");
  }

  private ChatModel model(Service service, StubModel stub) {
    return model(service, service == Service.OPENAI ? stub.openAi() : stub.ollama(), PLENTY);
  }

  private ChatModel model(Service service, URI url, long tokensPerDay) {
    return ChatModels.open(settings(service, url, tokensPerDay), memory, clock, meters);
  }

  private static ModelSettings settings(Service service, URI url, long tokensPerDay) {
    return new ModelSettings(service, url, "secret", "stub", PATIENCE, tokensPerDay);
  }

  private static Allowance allowance() {
    return Allowance.of(PATIENCE, PLENTY);
  }

  private static ModelRequest request(String question) {
    var form = JsonObjectSchema.builder().additionalProperties(false).build();
    return new ModelRequest("writing", "Do it.", "{\"question\":\"" + question + "\"}", form, 50);
  }

  private static Why failure(ChatModel model, String question) {
    return catchThrowableOfType(
            NoReplyException.class, () -> model.ask(request(question), allowance(), piece -> {}))
        .why();
  }

  /// A clock that a test sets.
  private static final class Hands extends Clock {

    private Instant now = Instant.parse("2025-11-20T01:00:00Z");

    void advance(Duration time) {
      now = now.plus(time);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
