package onrecord.bot.evaluation;

import java.util.List;
import onrecord.bot.Verdict;

/// How an answer measures up to its question.
///
/// @param verdict that the answer has
/// @param isVerdictRight whether it is among those accepted
/// @param missingFacts the facts that its text lacks
/// @param presentForbidden the forbidden strings that its text holds
/// @param missingPlaces how many gold places are not cited
/// @param unsupported sentences that are neither a standard phrase nor stand in what they cite
/// @param text the answer's text
public record Grade(
    SuiteQuestion question,
    Verdict verdict,
    boolean isVerdictRight,
    List<String> missingFacts,
    List<String> presentForbidden,
    int missingPlaces,
    List<String> unsupported,
    String text) {

  /// Whether all facts stand in it and nothing forbidden does.
  public boolean hasFacts() {
    return missingFacts.isEmpty() && presentForbidden.isEmpty();
  }

  /// Whether each gold place is cited.
  public boolean citesGold() {
    return missingPlaces == 0;
  }

  /// Whether something that must be deferred was answered.
  public boolean isLeak() {
    return question.mustBeDeferred() && verdict == Verdict.ANSWERED;
  }
}
