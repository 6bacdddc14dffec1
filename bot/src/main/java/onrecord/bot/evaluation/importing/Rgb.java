package onrecord.bot.evaluation.importing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import onrecord.bot.Verdict;
import onrecord.bot.evaluation.SuiteQuestion;
import onrecord.bot.evaluation.SuiteQuestion.GoldPlace;
import onrecord.bot.evaluation.SuiteQuestion.Spot;
import onrecord.bot.evaluation.importing.Imported.Document;
import onrecord.bot.evaluation.importing.JsonFile.Line;
import tools.jackson.databind.JsonNode;

/// RGB: news questions with passages that answer them and passages that do not. Where none answers,
/// the question must be turned away.
final class Rgb {

  private Rgb() {}

  static Imported read(Path path) {
    var questions = new ArrayList<SuiteQuestion>();
    var documents = new ArrayList<Document>();
    for (var line : new JsonFile(path).lines()) {
      var id = line.required("id");
      var positive = documents(id, "positive", line, documents);
      documents(id, "negative", line, documents);
      questions.add(gold(line, positive).question("rgb-" + id, kind(positive), line.required("query")));
    }
    return new Imported(questions, documents);
  }

  private static String kind(List<Spot> positive) {
    return positive.isEmpty() ? "rejection" : "noise";
  }

  private static Gold gold(Line line, List<Spot> positive) {
    if (positive.isEmpty()) {
      return Gold.unanswerable();
    }
    var facts = new ArrayList<List<String>>();
    line.json().path("answer").forEach(answer -> facts.add(JsonFile.texts(answer)));
    return new Gold(
        Set.of(Verdict.ANSWERED), facts, List.of(), List.of(new GoldPlace(positive)));
  }

  private static List<Spot> documents(
      String id, String kind, Line line, List<Document> documents) {
    var spots = new ArrayList<Spot>();
    for (var text : flat(line.json().path(kind))) {
      var file = "rgb-%s-%s-%d.md".formatted(id, kind, spots.size() + 1);
      documents.add(new Document(file, line.required("query"), text));
      spots.add(new Spot(null, file, null, List.of(), null, null));
    }
    return spots;
  }

  /// Lists of passages for several answers stand in lists of lists.
  private static List<String> flat(JsonNode passages) {
    var texts = new ArrayList<String>();
    for (var passage : passages) {
      texts.addAll(passage.isArray() ? flat(passage) : List.of(passage.asString()));
    }
    return texts;
  }
}
