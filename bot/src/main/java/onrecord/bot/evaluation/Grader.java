package onrecord.bot.evaluation;

import java.util.ArrayList;
import java.util.List;
import onrecord.bot.Verdict;
import onrecord.bot.evaluation.SuiteQuestion.GoldPlace;
import onrecord.bot.finding.Words;
import tools.jackson.databind.JsonNode;

/// Grades an answer, as the JSON API gives it, against its question.
final class Grader {

  private final Provenance provenance;

  Grader(Provenance provenance) {
    this.provenance = provenance;
  }

  Grade grade(SuiteQuestion question, JsonNode answer) {
    var verdict = Verdict.valueOf(answer.path("verdict").asString());
    var text = answer.path("text").asString();
    return new Grade(
        question,
        verdict,
        question.verdicts().contains(verdict),
        question.facts().stream()
            .filter(fact -> !Facts.holds(text, fact))
            .map(List::getFirst)
            .toList(),
        question.forbidden().stream().filter(word -> Facts.holds(text, List.of(word))).toList(),
        missing(question.citations(), citations(answer)),
        provenance.unsupported(answer),
        text);
  }

  private static List<JsonNode> citations(JsonNode answer) {
    var citations = new ArrayList<JsonNode>();
    answer.path("citations").forEach(citations::add);
    return citations;
  }

  private static int missing(List<GoldPlace> gold, List<JsonNode> citations) {
    return (int)
        gold.stream()
            .filter(place -> citations.stream().noneMatch(citation -> isAt(place, citation)))
            .count();
  }

  private static boolean isAt(GoldPlace place, JsonNode citation) {
    return isIn(place, citation.path("disclosure")) && isAtSpot(place, citation.path("locator"));
  }

  private static boolean isIn(GoldPlace place, JsonNode disclosure) {
    if (place.file() != null) {
      return place.file().equals(disclosure.path("file").asString(""));
    }
    return place.announcementNumber() == null
        || Words.compact(disclosure.path("announcementNumber").asString(""))
            .equals(Words.compact(place.announcementNumber()));
  }

  private static boolean isAtSpot(GoldPlace place, JsonNode locator) {
    boolean item = place.item() == null || place.item().equals(locator.path("item").asString(""));
    boolean page = place.pages().isEmpty() || place.pages().contains(locator.path("page").asInt(0));
    return item && page;
  }
}
