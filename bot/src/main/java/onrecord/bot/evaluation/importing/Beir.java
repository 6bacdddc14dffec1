package onrecord.bot.evaluation.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import onrecord.bot.evaluation.SuiteQuestion;
import onrecord.bot.evaluation.SuiteQuestion.GoldPlace;
import onrecord.bot.evaluation.importing.Imported.Document;
import onrecord.bot.evaluation.importing.JsonFile.Line;

/// BEIR's `corpus.jsonl`, `queries.jsonl` and judgements, as three columns with a heading
/// (`qrels.tsv`, `qrels/test.tsv`) or TREC's four without (`qrels.txt`).
///
/// Only what is found is judged, so every verdict is accepted.
final class Beir {

  private static final List<String> JUDGEMENTS =
      List.of("qrels.tsv", "qrels/test.tsv", "qrels/dev.tsv", "qrels.txt");

  private Beir() {}

  static Imported read(Path folder) {
    var relevant = relevant(folder);
    var questions = new ArrayList<SuiteQuestion>();
    for (var line : new JsonFile(folder.resolve("queries.jsonl")).lines()) {
      var places = relevant.get(line.required("_id"));
      if (places != null) {
        questions.add(
            gold(line, places).question(line.required("_id"), "retrieval", line.required("text")));
      }
    }
    var documents =
        new JsonFile(folder.resolve("corpus.jsonl"))
            .lines().stream()
                .map(line ->
                    new Document(
                        file(line.required("_id")), title(line), line.required("text")))
                .toList();
    return new Imported(questions, documents);
  }

  private static Gold gold(Line line, List<GoldPlace> places) {
    var answers = JsonFile.texts(line.json().path("metadata").path("answers"));
    return Gold.answered(answers).accepting(Gold.ANY).at(places);
  }

  private static String title(Line line) {
    var title = line.optional("title");
    return title == null || title.isBlank() ? line.required("_id") : title;
  }

  private static String file(String id) {
    return id.replaceAll("[^\\w.\\-]", "_") + ".md";
  }

  private static Map<String, List<GoldPlace>> relevant(Path folder) {
    var file =
        JUDGEMENTS.stream()
            .map(folder::resolve)
            .filter(Files::isRegularFile)
            .findFirst()
            .orElseThrow(() ->
                new BrokenSetException(
                    folder + ": holds none of " + String.join(", ", JUDGEMENTS)));
    var relevant = new LinkedHashMap<String, List<GoldPlace>>();
    try {
      var lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        judge(file, i + 1, lines.get(i).strip().split("\\s+"), relevant);
      }
    } catch (IOException unreadable) {
      throw new BrokenSetException(file + ": cannot be read", unreadable);
    }
    return relevant;
  }

  private static void judge(
      Path file, int number, String[] cells, Map<String, List<GoldPlace>> relevant) {
    boolean heading = number == 1 && cells[0].equals("query-id");
    if (heading || (cells.length == 1 && cells[0].isEmpty())) {
      return;
    }
    if (cells.length != 3 && cells.length != 4) {
      throw new BrokenSetException(
          file + ":" + number + ": expected 3 columns (BEIR) or 4 (TREC), found " + cells.length);
    }
    if (!cells[cells.length - 1].matches("-?\\d+")) {
      throw new BrokenSetException(
          file + ":" + number + ": '" + cells[cells.length - 1] + "' is no grade");
    }
    if (Integer.parseInt(cells[cells.length - 1]) > 0) {
      relevant
          .computeIfAbsent(cells[0], _ -> new ArrayList<>())
          .add(Gold.file(file(cells[cells.length - 2])));
    }
  }
}
