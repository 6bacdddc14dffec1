package onrecord.bot.evaluation.importing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import onrecord.bot.evaluation.SuiteQuestion;
import onrecord.bot.evaluation.importing.Imported.Document;
import tools.jackson.databind.JsonNode;

/// SQuAD (Rajpurkar et al. 2016, 2018) and sets of its form, such as CMRC 2018 in both of its
/// layouts. A question that is marked as impossible must be turned away.
final class Squad {

  private final Path file;
  private final List<SuiteQuestion> questions = new ArrayList<>();
  private final List<Document> documents = new ArrayList<>();

  private Squad(Path file) {
    this.file = file;
  }

  static Imported read(Path file) {
    var squad = new Squad(file);
    var root = new JsonFile(file).whole();
    squad.readAll(root.isArray() ? root : root.path("data"));
    if (squad.questions.isEmpty()) {
      throw new BrokenSetException(file + ": holds no questions under 'data' or as a list");
    }
    return new Imported(squad.questions, squad.documents);
  }

  private void readAll(JsonNode articles) {
    for (var article : articles) {
      var title = article.path("title").asString("");
      if (article.path("paragraphs").isArray()) {
        article.path("paragraphs").forEach(paragraph -> readParagraph(title, paragraph));
      } else {
        readParagraph(title, article);
      }
    }
  }

  private void readParagraph(String title, JsonNode paragraph) {
    var name = "paragraph-%04d.md".formatted(documents.size() + 1);
    var text = either(paragraph, "context", "context_text");
    documents.add(new Document(name, title.isBlank() ? name : title, text));
    for (var asked : paragraph.path("qas")) {
      boolean impossible = asked.path("is_impossible").asBoolean(false);
      var gold = impossible ? Gold.unanswerable() : Gold.answered(answers(asked)).at(List.of(Gold.file(name)));
      questions.add(
          gold.question(
              either(asked, "id", "query_id"),
              impossible ? "impossible" : "reading",
              either(asked, "question", "query_text")));
    }
  }

  private static List<String> answers(JsonNode asked) {
    var answers = new ArrayList<String>();
    asked
        .path("answers")
        .forEach(answer ->
            answers.add(answer.isObject() ? answer.path("text").asString("") : answer.asString()));
    return answers.stream().distinct().toList();
  }

  private String either(JsonNode node, String one, String other) {
    var value = node.path(one).asString(node.path(other).asString(""));
    if (value.isBlank()) {
      throw new BrokenSetException(
          "%s: paragraph %d lacks '%s'".formatted(file, documents.size(), one));
    }
    return value;
  }
}
