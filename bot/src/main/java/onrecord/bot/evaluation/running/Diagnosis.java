package onrecord.bot.evaluation.running;

import java.util.List;
import java.util.Optional;
import onrecord.bot.evaluation.Facts;
import onrecord.bot.evaluation.Grade;
import onrecord.bot.evaluation.Grade.PlaceGrade;
import onrecord.bot.evaluation.Lost;
import onrecord.bot.evaluation.Reply;
import onrecord.bot.evaluation.SuiteQuestion;
import onrecord.bot.evaluation.asking.Bot;

/// Finds the step at which an answer went wrong, from what it says of itself and what the bot
/// holds.
record Diagnosis(Bot bot) {

  /// Empty where nothing is wrong, or there is no answer to learn anything from.
  Optional<Lost> of(Grade grade, Reply reply) {
    if (grade.isRight() || grade.verdict() == null) {
      return Optional.empty();
    }
    return Optional.of(step(grade, reply));
  }

  private Lost step(Grade grade, Reply reply) {
    var question = grade.question();
    boolean wronglyDeferred = grade.isDeferral() && question.mustNotBeDeferred();
    boolean nothingToFind = question.citations().isEmpty() && question.facts().isEmpty();
    if (!grade.isVerdictRight() && (wronglyDeferred || nothingToFind)) {
      return Lost.RULED_WRONGLY;
    }
    if (grade.isVerdictRight() && grade.hasFacts() && grade.citesGold()) {
      return Lost.PASSED_BY_VERIFICATION;
    }
    if (isDropped(reply)) {
      return Lost.DROPPED_BY_VERIFICATION;
    }
    if (!isParsed(question)) {
      return Lost.NOT_PARSED;
    }
    if (!isRetrieved(grade, reply)) {
      return Lost.NOT_RETRIEVED;
    }
    return grade.isVerdictRight() ? Lost.NOT_SELECTED : Lost.RULED_WRONGLY;
  }

  /// Whether a gold place has passages, and these state the gold figures where the suite names
  /// them.
  private boolean isParsed(SuiteQuestion question) {
    if (question.citations().isEmpty()) {
      return true;
    }
    var texts =
        question.citations().stream()
            .flatMap(place -> place.spots().stream())
            .flatMap(spot -> bot.passagesAt(spot).stream())
            .toList();
    boolean hasFacts =
        question.figures().isEmpty()
            || question.facts().stream()
                .allMatch(fact -> texts.stream().anyMatch(text -> states(text, fact)));
    return !texts.isEmpty() && hasFacts;
  }

  /// A cell states a number without its unit.
  private static boolean states(String text, List<String> fact) {
    return Facts.holds(text, fact)
        || Facts.holds(
            text, fact.stream().map(one -> one.replaceAll("(?<=\\d)[^\\d]+$", "")).toList());
  }

  private static boolean isRetrieved(Grade grade, Reply reply) {
    if (grade.question().citations().isEmpty() || grade.rightCitations() > 0) {
      return true;
    }
    boolean atPlace = grade.places().stream().map(PlaceGrade::rank).anyMatch(rank -> rank > 0);
    if (!reply.found().isEmpty()) {
      return atPlace;
    }
    return grade.question().facts().stream()
        .anyMatch(fact -> {
          for (var evidence : reply.answer().path("evidence")) {
            if (states(evidence.path("text").asString(""), fact)) {
              return true;
            }
          }
          return false;
        });
  }

  private static boolean isDropped(Reply reply) {
    for (var part : reply.answer().path("parts")) {
      for (var signal : part.path("signals")) {
        if (signal.asString("").startsWith("dropped")) {
          return true;
        }
      }
    }
    return false;
  }
}
