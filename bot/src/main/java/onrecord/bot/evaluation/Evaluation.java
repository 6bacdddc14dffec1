package onrecord.bot.evaluation;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import onrecord.prompts.Prompts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Puts suites to a running bot through its JSON API and scores the answers.
public final class Evaluation {

  private final URI bot;
  private final Grader grader;
  private final JsonMapper json = JsonMapper.builder().build();
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Long> nanoseconds = new ArrayList<>();

  /// @param bot where it is reached, such as `http://localhost:8080`
  public Evaluation(URI bot, Prompts prompts) {
    this.bot = bot;
    this.grader = new Grader(new Provenance(prompts));
  }

  /// Runs the suites, prints what failed and a row for each suite, and writes `results.jsonl`.
  ///
  /// @param report the folder to write to, which is made if it is not there
  /// @return the score of all together
  /// @throws NoAnswerException if the bot cannot be reached, or refuses a question
  public Score run(List<Suite> suites, Path report, PrintWriter out) {
    var all = new ArrayList<Grade>();
    var table = new ArrayList<String>();
    for (var suite : suites) {
      var grades = suite.questions().stream().map(this::ask).toList();
      grades.stream().filter(Evaluation::isWrong).forEach(grade -> out.println(line(grade)));
      table.add(Score.of(grades).row(suite.name()));
      all.addAll(grades);
    }
    write(all, report);
    var total = Score.of(all);
    out.println();
    out.println(Score.heading());
    table.forEach(out::println);
    if (suites.size() > 1) {
      out.println(total.row("together"));
    }
    out.printf(
        Locale.ROOT,
        "%nA full answer over HTTP: median %.1f ms, 99th percentile %.1f ms, of %d.%n",
        percentile(0.5),
        percentile(0.99),
        nanoseconds.size());
    return total;
  }

  private Grade ask(SuiteQuestion question) {
    var conversation = question.conversation().isEmpty() ? null : UUID.randomUUID().toString();
    for (var earlier : question.conversation()) {
      post(question, earlier, conversation);
    }
    return grader.grade(question, post(question, question.question(), conversation));
  }

  private JsonNode post(SuiteQuestion question, String text, @Nullable String conversation) {
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
        HttpRequest.newBuilder(bot.resolve("/api/v1/answers"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
            .build();
    try {
      long start = System.nanoTime();
      var response = http.send(request, HttpResponse.BodyHandlers.ofString());
      nanoseconds.add(System.nanoTime() - start);
      if (response.statusCode() != 200) {
        throw new NoAnswerException(
            "%s: the bot at %s replied with %d: %s"
                .formatted(question.id(), bot, response.statusCode(), response.body()));
      }
      return json.readTree(response.body());
    } catch (IOException e) {
      throw new NoAnswerException("No bot answers at " + bot, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NoAnswerException("Interrupted while asking " + question.id(), e);
    }
  }

  /// Milliseconds within which so great a share of the answers came, by the nearest rank.
  private double percentile(double share) {
    if (nanoseconds.isEmpty()) {
      return 0;
    }
    var sorted = nanoseconds.stream().sorted().toList();
    int rank = (int) Math.ceil(share * sorted.size());
    return sorted.get(Math.max(0, rank - 1)) / 1e6;
  }

  private static boolean isWrong(Grade grade) {
    return !grade.isVerdictRight()
        || !grade.hasFacts()
        || !grade.citesGold()
        || !grade.unsupported().isEmpty();
  }

  private static String line(Grade grade) {
    var faults = new ArrayList<String>();
    if (!grade.isVerdictRight()) {
      faults.add("verdict " + grade.verdict() + ", not " + grade.question().verdicts());
    }
    if (!grade.missingFacts().isEmpty()) {
      faults.add("lacks " + grade.missingFacts());
    }
    if (!grade.presentForbidden().isEmpty()) {
      faults.add("holds " + grade.presentForbidden());
    }
    if (!grade.citesGold()) {
      faults.add("does not cite " + grade.question().citations());
    }
    if (!grade.unsupported().isEmpty()) {
      faults.add("unsupported " + grade.unsupported());
    }
    return "%s  %s%n    %s%n    %s"
        .formatted(
            grade.question().id(),
            grade.question().question(),
            String.join("; ", faults),
            grade.text().replace("\n", " "));
  }

  private void write(List<Grade> grades, Path report) {
    var lines = grades.stream().map(json::writeValueAsString).toList();
    try {
      Files.createDirectories(report);
      Files.write(report.resolve("results.jsonl"), lines);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the report to " + report, e);
    }
  }
}
