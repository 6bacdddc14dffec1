package onrecord.bot.evaluation.importing;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import onrecord.bot.Verdict;
import onrecord.bot.evaluation.SuiteQuestion;
import onrecord.bot.evaluation.SuiteQuestion.GoldFigure;
import tools.jackson.databind.JsonNode;

/// Enterprise RAG Challenge: questions on annual reports, many of which cannot be answered on
/// purpose (`N/A`). Numbers count within one per cent, as the challenge has it.
final class EnterpriseRagChallenge {

  private static final String NOT_AVAILABLE = "N/A";
  private static final BigDecimal TOLERANCE = new BigDecimal("0.01");

  private EnterpriseRagChallenge() {}

  static Imported read(Path path) {
    var file = Files.isDirectory(path) ? path.resolve("answers.json") : path;
    var questions = new ArrayList<SuiteQuestion>();
    for (var item : new JsonFile(file).whole()) {
      questions.add(question(file, questions.size() + 1, item));
    }
    return Imported.of(questions);
  }

  private static SuiteQuestion question(Path file, int number, JsonNode item) {
    var text = item.path("question").asString("");
    if (text.isBlank()) {
      throw new BrokenSetException(file + ": item " + number + " lacks 'question'");
    }
    var kind = item.path("schema").asString(item.path("kind").asString("erc"));
    return gold(kind, item.path("answer")).question("erc-" + number, kind, text);
  }

  private static Gold gold(String kind, JsonNode answer) {
    var answers = JsonFile.texts(answer);
    var given = answers.stream().filter(one -> !one.equals(NOT_AVAILABLE)).toList();
    if (given.isEmpty()) {
      return Gold.unanswerable();
    }
    var gold = kind.equals("number") ? number(given) : Gold.answered(names(kind, given));
    return given.size() == answers.size()
        ? gold
        : gold.accepting(Set.of(Verdict.NOT_DISCLOSED, Verdict.OUT_OF_SCOPE));
  }

  /// A yes or no cannot be told by a string.
  private static List<String> names(String kind, List<String> given) {
    return kind.equals("boolean") ? List.of() : given;
  }

  private static Gold number(List<String> given) {
    var first = new BigDecimal(given.getFirst());
    return new Gold(
        Set.of(Verdict.ANSWERED),
        List.of(),
        List.of(new GoldFigure(first, "", null, TOLERANCE)),
        List.of());
  }
}
