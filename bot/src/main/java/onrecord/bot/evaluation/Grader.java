package onrecord.bot.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import onrecord.bot.evaluation.Grade.PlaceGrade;
import onrecord.bot.evaluation.SuiteQuestion.GoldPlace;
import tools.jackson.databind.JsonNode;

/// Grades an answer, as the JSON API gives it, against its question.
public final class Grader {

  private final Provenance provenance;

  public Grader(Provenance provenance) {
    this.provenance = provenance;
  }

  /// The grade of an answer whose evidence stands at unknown places.
  public Grade grade(SuiteQuestion question, JsonNode answer) {
    return grade(question, new Reply(answer, 0, List.of()));
  }

  /// The grade of a reply.
  public Grade grade(SuiteQuestion question, Reply reply) {
    var answer = reply.answer();
    var verdict = reply.verdict().orElse(null);
    var text = answer.path("text").asString("");
    var cited = cited(answer);
    var support = provenance.support(answer);
    return new Grade(
        question,
        verdict,
        verdict != null && question.verdicts().contains(verdict),
        question.facts().stream()
            .filter(fact -> !Facts.holds(text, fact))
            .map(List::getFirst)
            .toList(),
        question.forbidden().stream().filter(word -> Facts.holds(text, List.of(word))).toList(),
        new FigureJudge(answer).grade(question.figures()),
        question.citations().stream().map(gold -> grade(gold, cited, reply.found())).toList(),
        cited.size(),
        (int) cited.stream().filter(place -> isGold(place, question)).count(),
        support.sentences(),
        support.unsupported(),
        text);
  }

  private static List<Place> cited(JsonNode answer) {
    var places = new ArrayList<Place>();
    answer.path("citations").forEach(citation -> places.add(Place.ofCitation(citation)));
    return places;
  }

  private static boolean isGold(Place place, SuiteQuestion question) {
    return question.citations().stream().anyMatch(place::isAt);
  }

  private static PlaceGrade grade(GoldPlace gold, List<Place> cited, List<Place> found) {
    return new PlaceGrade(
        cited.stream().anyMatch(place -> place.isAt(gold)),
        1
            + IntStream.range(0, found.size())
                .filter(i -> found.get(i).isAt(gold))
                .findFirst()
                .orElse(-1));
  }
}
