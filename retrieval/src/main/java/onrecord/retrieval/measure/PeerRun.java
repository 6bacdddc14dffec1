package onrecord.retrieval.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import onrecord.corpus.PassageId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks what one would take instead the same questions, in a JVM of its own with its own class
/// path.
///
/// @param classPath of the module that holds them
/// @param folder where passages and questions are handed over, and vectors kept
record PeerRun(String classPath, Path folder) {

  private static final JsonMapper JSON = new JsonMapper();

  /// A row for each peer.
  List<Row> rows(QuestionSet set, PassageTexts passages) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    write(
        folder.resolve("passages.jsonl"),
        passages.texts().entrySet().stream()
            .map(each -> line(each.getKey().value(), each.getValue())));
    write(
        folder.resolve("questions.jsonl"),
        set.questions().stream().map(each -> line(each.id(), each.text())));
    var found = folder.resolve("found.jsonl");
    run(passages.language(), found);
    return read(found, set);
  }

  private static void write(Path file, Stream<String> lines) throws IOException {
    Files.write(file, (Iterable<String>) lines::iterator);
  }

  private static String line(String id, String text) {
    return JSON.writeValueAsString(Map.of("id", id, "text", text));
  }

  private void run(String language, Path found) throws IOException, InterruptedException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command =
        List.of(
            java,
            "-Xmx2g",
            "--enable-native-access=ALL-UNNAMED",
            "--add-modules=jdk.incubator.vector",
            "-DOPT_OUT_TRACKING=true",
            "-cp",
            classPath,
            "onrecord.peers.Peers",
            folder.toString(),
            language,
            "" + Row.DEPTH);
    var process =
        new ProcessBuilder(command)
            .redirectOutput(found.toFile())
            .redirectError(folder.resolve("errors.txt").toFile())
            .start();
    if (process.waitFor() != 0) {
      throw new IOException("The peers failed: see " + folder.resolve("errors.txt"));
    }
  }

  private static List<Row> read(Path found, QuestionSet set) throws IOException {
    var byPeer = new LinkedHashMap<String, Map<String, JsonNode>>();
    for (var line : Files.readAllLines(found)) {
      var node = JSON.readTree(line);
      byPeer
          .computeIfAbsent(node.path("peer").asString(), _ -> new LinkedHashMap<>())
          .put(node.path("question").asString(), node);
    }
    var rows = new ArrayList<Row>();
    byPeer.forEach((peer, answers) -> rows.add(row(peer, answers, set)));
    return rows;
  }

  private static Row row(String peer, Map<String, JsonNode> answers, QuestionSet set) {
    var scores = new ArrayList<Scores>();
    var milliseconds = new ArrayList<Double>();
    for (var question : set.questions()) {
      var answer = answers.get(question.id());
      if (answer == null) {
        throw new IllegalStateException(peer + " did not answer " + question.id());
      }
      var places =
          answer.path("found").values().stream()
              .map(id -> set.places().apply(new PassageId(id.asString())))
              .toList();
      scores.add(Scores.of(places, question.gold()));
      milliseconds.add(answer.path("milliseconds").asDouble());
    }
    return new Row(peer, scores, milliseconds);
  }
}
