package onrecord.bot.evaluation.watching;

import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import onrecord.bot.Answer;
import onrecord.bot.Verdict;
import onrecord.retrieval.Evidence;

/// What an answer tells of itself, without anyone judging it.
///
/// @param askedAt when it was asked
/// @param verdict what became of it
/// @param margin by which share of its score the best passage leads the second; 1 where there is
///   only one, 0 where there is none
/// @param coverage the greatest share of the question's informative words that one passage holds
/// @param support the share of sentences about the company that cite something; 1 where there are
///   none
/// @param dropped how many sentences did not pass verification
/// @param reasons why parts were not answered
/// @param millis how long it took
public record Signals(
    Instant askedAt,
    Verdict verdict,
    double margin,
    double coverage,
    double support,
    int dropped,
    List<Answer.Reason> reasons,
    double millis) {

  private static final Pattern DROPPED = Pattern.compile("dropped by verification: (\\d+)");

  public Signals {
    reasons = List.copyOf(reasons);
  }

  /// Those of an answer.
  public static Signals of(Answer answer) {
    return new Signals(
        answer.askedAt(),
        answer.verdict(),
        margin(answer.evidence()),
        answer.evidence().stream().mapToDouble(Evidence::coverage).max().orElse(0),
        support(answer.claims()),
        dropped(answer.parts()),
        answer.parts().stream().flatMap(part -> Stream.ofNullable(part.reason())).toList(),
        answer.timings().values().stream().mapToDouble(Double::doubleValue).sum());
  }

  /// Whether it is a deferral, in whole or in part.
  public boolean isDeferral() {
    return verdict == Verdict.DEFERRED || verdict == Verdict.PARTLY_DEFERRED;
  }

  private static double margin(List<Evidence> evidence) {
    if (evidence.size() < 2) {
      return evidence.size();
    }
    double best = evidence.get(0).score();
    return best <= 0 ? 0 : Math.clamp((best - evidence.get(1).score()) / best, 0, 1);
  }

  private static double support(List<Answer.Claim> claims) {
    long cited = claims.stream().filter(claim -> !claim.citations().isEmpty()).count();
    return claims.isEmpty() ? 1 : (double) cited / claims.size();
  }

  private static int dropped(List<Answer.Part> parts) {
    return parts.stream()
        .flatMap(part -> part.signals().stream())
        .map(DROPPED::matcher)
        .filter(Matcher::matches)
        .mapToInt(found -> Integer.parseInt(found.group(1)))
        .sum();
  }
}
