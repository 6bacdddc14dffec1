package onrecord.bot.evaluation.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import onrecord.bot.evaluation.Place;
import onrecord.bot.evaluation.Reply;
import onrecord.bot.evaluation.SuiteLine;
import onrecord.bot.evaluation.SuiteQuestion;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The replies of a run in `results.jsonl`, one a line, each written as soon as it is there, so
/// that a run that was broken off can go on.
///
/// Grades are not read back: they follow from question and answer, and a better judge should be
/// able to look at old answers.
public final class Results {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// A reply that was kept.
  ///
  /// @param round 1 for the first time it was asked
  public record Kept(String suite, int round, SuiteQuestion question, Reply reply) {

    String key() {
      return key(suite, round, question);
    }

    static String key(String suite, int round, SuiteQuestion question) {
      return suite + "/" + question.id() + "/" + round;
    }
  }

  private final Path file;

  Results(Path file) {
    this.file = file;
  }

  /// The replies in the report folder, or the results file, of an earlier run.
  ///
  /// @throws IllegalArgumentException if there are none
  public static List<Kept> of(Path report) {
    var file = Files.isDirectory(report) ? report.resolve("results.jsonl") : report;
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException("there is no report at " + report);
    }
    var kept = List.copyOf(new Results(file).read().values());
    if (kept.isEmpty()) {
      throw new IllegalArgumentException(file + " holds no results");
    }
    return kept;
  }

  /// Those kept so far, by [Kept#key]; a line that was broken off is left out.
  Map<String, Kept> read() {
    var kept = new LinkedHashMap<String, Kept>();
    if (!Files.exists(file)) {
      return kept;
    }
    try (var lines = Files.lines(file)) {
      lines
          .map(Results::parsed)
          .forEach(one -> {
            if (one != null) {
              kept.put(one.key(), one);
            }
          });
      return kept;
    } catch (IOException | UncheckedIOException unreadable) {
      throw new IllegalArgumentException("cannot read " + file, unreadable);
    }
  }

  private static @Nullable Kept parsed(String line) {
    try {
      var node = JSON.readTree(line);
      return new Kept(
          node.path("suite").asString(""),
          node.path("round").asInt(1),
          SuiteLine.read(node.path("question")),
          new Reply(
              node.path("answer"), node.path("millis").asDouble(), places(node.path("found"))));
    } catch (JacksonException | IllegalArgumentException brokenOff) {
      return null;
    }
  }

  private static List<Place> places(JsonNode found) {
    var places = new ArrayList<Place>();
    found.forEach(place -> places.add(JSON.treeToValue(place, Place.class)));
    return places;
  }

  /// Adds one; it is in the file when this returns.
  synchronized void add(Kept kept) {
    try {
      Files.writeString(
          file,
          line(kept, Map.of()) + "\n",
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write to " + file, e);
    }
  }

  /// Writes all of them anew, in this order, each with what was found about it.
  void writeAll(List<Kept> all, List<Map<String, Object>> remarks) {
    var whole = file.resolveSibling(file.getFileName() + ".new");
    try (var out = Files.newBufferedWriter(whole)) {
      for (int i = 0; i < all.size(); i++) {
        out.write(line(all.get(i), remarks.get(i)));
        out.write('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write to " + whole, e);
    }
    try {
      Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot replace " + file, e);
    }
  }

  void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot remove " + file, e);
    }
  }

  private static String line(Kept kept, Map<String, Object> remarks) {
    var line = new LinkedHashMap<String, Object>();
    line.put("suite", kept.suite());
    line.put("id", kept.question().id());
    line.put("round", kept.round());
    line.putAll(remarks);
    line.put("millis", kept.reply().millis());
    line.put("question", SuiteLine.of(kept.question()));
    line.put("answer", kept.reply().answer());
    line.put("found", kept.reply().found());
    return JSON.writeValueAsString(line);
  }
}
