package onrecord.retrieval.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads a folder laid out as BEIR and TREC lay them out: `corpus.jsonl` (`_id`, `title`, `text`),
/// `queries.jsonl` (`_id`, `text`) or `queries.tsv` (id, text), and judgements in `qrels.tsv`,
/// `qrels/test.tsv` or `qrels.txt`, with (question, passage, grade) or TREC's (question, iteration,
/// passage, grade) on a line.
final class BeirSet {

  private static final JsonMapper JSON = new JsonMapper();

  private BeirSet() {}

  /// Whether a folder holds such a set.
  static boolean isIn(Path folder) {
    return Files.exists(folder.resolve("corpus.jsonl"));
  }

  static QuestionSet read(Path folder) throws IOException {
    var corpus = new SetCorpus();
    for (var line : lines(folder.resolve("corpus.jsonl"))) {
      corpus.add(text(line, "_id"), text(line, "title"), text(line, "text"));
    }
    var gold = gold(folder);
    var questions = new ArrayList<Judged>();
    for (var query : queries(folder).entrySet()) {
      var found = gold.getOrDefault(query.getKey(), List.of());
      if (!found.isEmpty()) {
        questions.add(
            new Judged(query.getKey(), query.getValue(), SetCorpus.PUBLISHED_AT, null, found));
      }
    }
    return new QuestionSet(
        String.valueOf(folder.getFileName()),
        corpus,
        questions,
        passage -> Set.of(corpus.name(passage)));
  }

  private static Map<String, String> queries(Path folder) throws IOException {
    var queries = new LinkedHashMap<String, String>();
    var jsonl = folder.resolve("queries.jsonl");
    if (Files.exists(jsonl)) {
      lines(jsonl).forEach(line -> queries.put(text(line, "_id"), text(line, "text")));
    } else {
      for (var line : Files.readAllLines(folder.resolve("queries.tsv"))) {
        var cells = line.split("\t", 2);
        queries.put(cells[0], cells[cells.length - 1]);
      }
    }
    return queries;
  }

  private static Map<String, List<Gold>> gold(Path folder) throws IOException {
    var gold = new LinkedHashMap<String, List<Gold>>();
    for (var line : Files.readAllLines(judgements(folder))) {
      var cells = List.of(line.strip().split("\\s+"));
      if (cells.size() < 3 || !cells.getLast().matches("-?\\d+")) {
        continue;
      }
      var grade = Integer.parseInt(cells.getLast());
      if (grade > 0) {
        gold.computeIfAbsent(cells.getFirst(), _ -> new ArrayList<>())
            .add(new Gold(Set.of(cells.get(cells.size() - 2)), grade));
      }
    }
    return gold;
  }

  private static Path judgements(Path folder) throws IOException {
    return Stream.of("qrels.tsv", "qrels/test.tsv", "qrels/dev.tsv", "qrels.txt")
        .map(folder::resolve)
        .filter(Files::exists)
        .findFirst()
        .orElseThrow(
            () -> new IOException("No qrels.tsv, qrels/test.tsv or qrels.txt in " + folder));
  }

  private static List<JsonNode> lines(Path file) throws IOException {
    try (var lines = Files.lines(file)) {
      return lines.filter(line -> !line.isBlank()).map(JSON::readTree).toList();
    }
  }

  private static String text(JsonNode line, String field) {
    return line.path(field).asString("");
  }
}
