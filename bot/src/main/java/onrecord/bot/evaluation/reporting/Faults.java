package onrecord.bot.evaluation.reporting;

import java.util.ArrayList;
import java.util.List;
import onrecord.bot.Verdict;
import onrecord.bot.evaluation.Grade;
import onrecord.bot.evaluation.SuiteQuestion.GoldPlace;
import onrecord.bot.evaluation.SuiteQuestion.Spot;

/// What is wrong with an answer, in words.
public final class Faults {

  private Faults() {}

  /// One line each; empty where nothing is.
  public static List<String> of(Grade grade) {
    var faults = new ArrayList<String>();
    if (!grade.isVerdictRight()) {
      faults.add(
          "%s, not %s"
              .formatted(
                  grade.verdict() == null ? "no answer" : grade.verdict(),
                  String.join(
                      " or ", grade.question().verdicts().stream().map(Verdict::name).toList())));
    }
    if (!grade.missingFacts().isEmpty()) {
      faults.add("lacks " + String.join(", ", grade.missingFacts()));
    }
    if (!grade.presentForbidden().isEmpty()) {
      faults.add("holds " + String.join(", ", grade.presentForbidden()));
    }
    for (int i = 0; i < grade.places().size(); i++) {
      if (!grade.places().get(i).isCited()) {
        faults.add("does not cite " + shown(grade.question().citations().get(i)));
      }
    }
    grade.unsupported().forEach(sentence -> faults.add("unsupported: " + sentence));
    return faults;
  }

  /// A gold place in words: `2025-018, p. 6, 9 or 2025-071, p. 2`.
  static String shown(GoldPlace place) {
    return String.join(" or ", place.spots().stream().map(Faults::shown).toList());
  }

  private static String shown(Spot spot) {
    var words =
        new StringBuilder(
            spot.file() != null ? spot.file() : String.valueOf(spot.announcementNumber()));
    if (spot.item() != null) {
      words.append(", item ").append(spot.item());
    }
    if (!spot.pages().isEmpty()) {
      words.append(", p. ");
      words.append(String.join("/", spot.pages().stream().map(String::valueOf).toList()));
    }
    return words.toString();
  }
}
