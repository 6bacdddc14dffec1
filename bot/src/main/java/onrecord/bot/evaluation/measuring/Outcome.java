package onrecord.bot.evaluation.measuring;

import onrecord.bot.evaluation.Grade;
import onrecord.bot.evaluation.Reply;
import onrecord.bot.evaluation.SuiteQuestion;

/// What became of a question of a suite.
///
/// @param suite the suite's name
/// @param round 1 for the first time it was asked, 2 for the second
public record Outcome(String suite, int round, Reply reply, Grade grade) {

  public SuiteQuestion question() {
    return grade.question();
  }

  /// Names the question among all suites.
  public String key() {
    return suite + "/" + question().id();
  }

  /// Names what is resampled together: a question alone, or all wordings of the same question,
  /// whose outcomes are not independent of each other.
  String cluster() {
    var group = question().group();
    return suite + "/" + (group == null ? question().id() : "group " + group);
  }
}
