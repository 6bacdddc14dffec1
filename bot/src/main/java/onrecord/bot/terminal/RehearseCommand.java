package onrecord.bot.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import onrecord.retrieval.SearchIndex;
import org.springframework.context.ApplicationContext;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/// `rehearse`: serves the demo company from a folder of its own, asks as investors do, and ends.
/// What Java notes meanwhile makes later starts faster.
@Command(
    name = "rehearse",
    description = {
      "Serves the demo company for a moment, asks it questions, and ends.",
      "With java -XX:AOTCacheOutput=FILE it makes a cache, with which -XX:AOTCache=FILE starts faster."
    })
final class RehearseCommand implements Callable<Integer> {

  /// Each in a way of its own: a figure, a change, a calculation, an outlook, a price, a remark.
  private static final List<String> QUESTIONS =
      List.of(
          "2024年营业收入是多少？",
          "2025年前三季度净利润同比增长多少？",
          "2024年研发费用占营业收入的比例是多少？",
          "公司主要产品有哪些？海外收入占比多少？",
          "公司2026年业绩预计怎么样？",
          "股价什么时候能涨？",
          "你好",
          "前三季度淨利潤是多少？",
          "What was revenue in 2024?",
          "What will profit be next year?");

  private static final List<String> PAGES =
      List.of("/", "/api/v1/corpus", "/api/v1/disclosures", "/actuator/health", "/console");

  private static final int ROUNDS = 3;

  /// Nothing of the real installation is touched, and nobody is spoken to.
  private static final List<String> ALONE =
      List.of(
          "--server.port=0",
          "--server.address=localhost",
          "--onrecord.api.requests-per-minute=1000",
          "--onrecord.database.url=",
          "--onrecord.retrieval.opensearch.nodes=",
          "--onrecord.telegram.token=",
          "--onrecord.wechat.app-id=");

  private final Installations installations;

  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  RehearseCommand(Installations installations) {
    this.installations = installations;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    var folder = Files.createTempDirectory("onrecord-rehearsal");
    try {
      rehearse(folder);
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
    return Terminal.DONE;
  }

  private void rehearse(Path folder) throws InterruptedException {
    var properties = new ArrayList<>(installations.properties());
    properties.addAll(ALONE);
    var alone = new Installations(installations.service(), installations.parts(), properties);
    try (var service = alone.serve(folder);
        var http = HttpClient.newHttpClient()) {
      service.getBean(SearchIndex.class).awaitVectors();
      for (int round = 0; round < ROUNDS; round++) {
        QUESTIONS.forEach(question -> send(http, asking(service, question)));
        PAGES.forEach(page -> send(http, HttpRequest.newBuilder(address(service, page)).build()));
      }
    }
    spec.commandLine()
        .getOut()
        .printf("%d questions asked and answered.%n", ROUNDS * QUESTIONS.size());
  }

  private static HttpRequest asking(ApplicationContext service, String question) {
    var body = JsonMapper.shared().writeValueAsString(Map.of("question", question));
    return HttpRequest.newBuilder(address(service, "/api/v1/answers"))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private static URI address(ApplicationContext service, String path) {
    var port = service.getEnvironment().getProperty("local.server.port");
    return URI.create("http://localhost:%s%s".formatted(port, path));
  }

  private static void send(HttpClient http, HttpRequest request) {
    try {
      var status = http.send(request, BodyHandlers.ofString()).statusCode();
      if (status >= 400) {
        throw new IllegalStateException("%s answered %d".formatted(request.uri(), status));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Stopped while rehearsing", stopped);
    }
  }
}
