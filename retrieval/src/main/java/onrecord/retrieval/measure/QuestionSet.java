package onrecord.retrieval.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Passages, questions and which passages answer them, as BEIR lays them out: `corpus.jsonl`
/// (`_id`, `title`, `text`), `queries.jsonl` (`_id`, `text`), `qrels.tsv` (question, passage,
/// grade; also under `qrels/test.tsv`).
///
/// @param passages by id
/// @param questions by id, those with an answer only
/// @param grades by question and passage; above 0 is relevant
record QuestionSet(
    Map<String, Entry> passages,
    Map<String, String> questions,
    Map<String, Map<String, Integer>> grades) {

  /// A passage to be found.
  record Entry(String title, String text) {}

  private static final JsonMapper JSON = new JsonMapper();

  static QuestionSet read(Path folder) throws IOException {
    var passages = new LinkedHashMap<String, Entry>();
    for (var line : lines(folder.resolve("corpus.jsonl"))) {
      passages.put(text(line, "_id"), new Entry(text(line, "title"), text(line, "text")));
    }
    var grades = grades(folder);
    var questions = new LinkedHashMap<String, String>();
    for (var line : lines(folder.resolve("queries.jsonl"))) {
      if (grades.containsKey(text(line, "_id"))) {
        questions.put(text(line, "_id"), text(line, "text"));
      }
    }
    return new QuestionSet(passages, questions, grades);
  }

  private static Map<String, Map<String, Integer>> grades(Path folder) throws IOException {
    var flat = folder.resolve("qrels.tsv");
    var file = Files.exists(flat) ? flat : folder.resolve("qrels").resolve("test.tsv");
    var grades = new HashMap<String, Map<String, Integer>>();
    for (var line : Files.readAllLines(file)) {
      var cells = line.split("\t");
      if (cells.length == 3 && cells[2].matches("\\d+")) {
        grades
            .computeIfAbsent(cells[0], _ -> new HashMap<>())
            .put(cells[1], Integer.valueOf(cells[2]));
      }
    }
    return grades;
  }

  private static List<JsonNode> lines(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> !line.isBlank())
        .map(JSON::readTree)
        .toList();
  }

  private static String text(JsonNode line, String field) {
    return line.path(field).asString("");
  }
}
