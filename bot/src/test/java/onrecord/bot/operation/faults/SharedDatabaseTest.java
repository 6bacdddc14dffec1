package onrecord.bot.operation.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import onrecord.bot.DisclosurePublished;
import onrecord.bot.OnRecord;
import onrecord.corpus.Corpora;
import onrecord.corpus.CuratedCorpus;
import onrecord.corpus.Intake;
import onrecord.corpus.Storage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;

/// Two instances of the whole program over one PostgreSQL server.
class SharedDatabaseTest {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @SuppressWarnings("InlineFormatString")
  private static final String NOTICE =
      """
      # 关于%s项目的公告

      证券代码：688888 证券简称：青岚科技 公告编号：2025-%s

      青岚科技股份有限公司

      公司的%s项目已于2025年10月投产，投资额为%s万元。

      2025年11月3日
      """;

  @TempDir static Path folder;

  /// The disclosures that each instance has told of.
  private static final ConcurrentLinkedQueue<String> TOLD = new ConcurrentLinkedQueue<>();

  @SuppressWarnings("NullAway.Init")
  private static EmbeddedPostgres server;

  @SuppressWarnings("NullAway.Init")
  private static ConfigurableApplicationContext one;

  @SuppressWarnings("NullAway.Init")
  private static ConfigurableApplicationContext other;

  @BeforeAll
  static void begin() throws IOException {
    server = server(0);
    try (var storage = Storage.in(folder.resolve("one"), url(), "postgres", "postgres");
        var corpus = Corpora.open(storage, Corpora.Limits.DEFAULT, Clock.systemUTC())) {
      corpus.take(notice("青岚湖", "101", "4,321.09"));
    }
    // Originals are shared as well, by a directory that both see.
    one = instance("one");
    Files.createDirectories(folder.resolve("other"));
    Files.createSymbolicLink(folder.resolve("other/originals"), folder.resolve("one/originals"));
    other = instance("other");
  }

  @AfterAll
  static void end() throws IOException {
    other.close();
    one.close();
    server.close();
  }

  @Test
  void whatIsPublishedThroughOneIsAnsweredByBothAndToldOnce() throws Exception {
    var corpus = one.getBean(CuratedCorpus.class);
    var draft = ((Intake.Taken) corpus.draft(notice("白鹿原", "102", "5,678.12"))).disclosure().id();
    corpus.publish(draft, Clock.systemUTC().instant());
    for (var instance : List.of(one, other)) {
      assertThat(ask(instance, "白鹿原项目的投资额是多少？").body()).contains("5,678.12万元");
    }
    await("it is told", () -> TOLD.contains(draft.value()));
    await("nothing is due", () -> corpus.due().isEmpty());
    assertThat(TOLD).containsOnlyOnce(draft.value());
  }

  @Test
  void whileTheDatabaseIsAwayAskersAreAskedToComeBackAndThenAnsweredWithoutARestart()
      throws Exception {
    var question = "青岚湖项目的投资额是多少？";
    assertThat(ask(one, question).body()).contains("4,321.09万元");
    var port = server.getPort();

    server.close();
    var refused = ask(one, question);
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValue("Retry-After")).contains("5");
    assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(refused.body()).doesNotContain("4,321.09", "SQL", "jdbc");
    assertThat(get(one, "/actuator/health/ready").statusCode()).isEqualTo(503);
    assertThat(get(one, "/actuator/health/live").statusCode()).isEqualTo(200);

    server = server(port);
    for (var instance : List.of(one, other)) {
      await("it is ready", () -> get(instance, "/actuator/health/ready").statusCode() == 200);
      assertThat(ask(instance, question).body()).contains("4,321.09万元");
    }
  }

  private static EmbeddedPostgres server(int port) throws IOException {
    return EmbeddedPostgres.builder()
        .setPort(port)
        .setDataDirectory(folder.resolve("database"))
        .setCleanDataDirectory(false)
        .setPGStartupWait(PATIENCE)
        .start();
  }

  private static String url() {
    return server.getJdbcUrl("postgres", "postgres");
  }

  private static ConfigurableApplicationContext instance(String name) {
    var counting =
        (ApplicationListener<PayloadApplicationEvent<?>>)
            event -> {
              if (event.getPayload() instanceof DisclosurePublished published) {
                TOLD.add(published.disclosure().id().value());
              }
            };
    return new SpringApplicationBuilder(OnRecord.class)
        .listeners(counting)
        .run(
            "--server.port=0",
            "--onrecord.data=" + folder.resolve(name),
            "--onrecord.database.url=" + url(),
            "--onrecord.database.user=postgres",
            "--onrecord.database.password=postgres",
            "--onrecord.channels.key=" + "ab".repeat(32));
  }

  private static Path notice(String project, String number, String amount) throws IOException {
    return Files.writeString(
        folder.resolve(number + ".md"), NOTICE.formatted(project, number, project, amount));
  }

  private static HttpResponse<String> ask(ConfigurableApplicationContext instance, String question)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(address(instance, "/api/v1/answers"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"question\":\"%s\"}".formatted(question)));
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  private static HttpResponse<String> get(ConfigurableApplicationContext instance, String path) {
    try {
      return HTTP.send(
          HttpRequest.newBuilder(address(instance, path)).build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static URI address(ConfigurableApplicationContext instance, String path) {
    var port = instance.getEnvironment().getRequiredProperty("local.server.port");
    return URI.create("http://localhost:" + port + path);
  }

  private static void await(String what, BooleanSupplier come) throws InterruptedException {
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (!come.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waiting until %s", what).isLessThan(end);
      Thread.sleep(50);
    }
  }
}
