package onrecord.bot.ruling;

import java.util.List;
import onrecord.bot.Answer.Reason;
import onrecord.bot.Verdict;

/// What the rulings on the parts make of the question as a whole.
public final class Verdicts {

  private Verdicts() {}

  /// Small talk beside a question does not count.
  public static Verdict of(List<Ruling> rulings) {
    var counted = rulings.stream().filter(ruling -> !isSmallTalk(ruling)).toList();
    if (counted.isEmpty()) {
      return Verdict.OUT_OF_SCOPE;
    }
    boolean says = counted.stream().anyMatch(Verdicts::saysSomething);
    if (says) {
      return counted.stream().allMatch(Verdicts::answers)
          ? Verdict.ANSWERED
          : Verdict.PARTLY_DEFERRED;
    }
    if (counted.stream().anyMatch(Ruling.Deferred.class::isInstance)) {
      return Verdict.DEFERRED;
    }
    return counted.stream().anyMatch(Ruling.NotDisclosed.class::isInstance)
        ? Verdict.NOT_DISCLOSED
        : Verdict.OUT_OF_SCOPE;
  }

  private static boolean isSmallTalk(Ruling ruling) {
    return ruling instanceof Ruling.Declined(var reason, _) && reason == Reason.NOT_A_QUESTION;
  }

  private static boolean saysSomething(Ruling ruling) {
    return ruling instanceof Ruling.Answered || ruling instanceof Ruling.OutlookQuoted;
  }

  private static boolean answers(Ruling ruling) {
    return ruling instanceof Ruling.Answered
        || ruling instanceof Ruling.OutlookQuoted quoted && quoted.isThirdParty();
  }
}
