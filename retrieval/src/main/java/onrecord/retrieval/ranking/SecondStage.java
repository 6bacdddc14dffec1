package onrecord.retrieval.ranking;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import onrecord.corpus.ReportingPeriod;
import onrecord.retrieval.Query;
import onrecord.retrieval.ranking.Candidate.Days;
import org.jspecify.annotations.Nullable;

/// Looks at the candidates' structure: does it hold all that is asked, under the very name asked
/// for, in a report on the period asked for.
///
/// @param first the order it improves on, in scores of 0 to 1
/// @param coverage the weight of holding all that is asked
/// @param labelled the weight of a heading, row or column of the very name
/// @param period the weight of a disclosure on the very period
/// @param parent what a statement of the parent company alone loses, unless asked for
public record SecondStage(
    Ranking first, double coverage, double labelled, double period, double parent)
    implements Ranking {

  @Override
  public double[] scores(Query query, List<Candidate> candidates) {
    var scores = first.scores(query, candidates);
    var asksForParent = asksForParent(query.text());
    for (var i = 0; i < scores.length; i++) {
      var candidate = candidates.get(i);
      scores[i] += coverage * candidate.coverage() + labelled * candidate.labelled();
      scores[i] += period * fit(query.period(), candidate.period());
      scores[i] -= candidate.ofParentAlone() && !asksForParent ? parent : 0;
    }
    return scores;
  }

  private static boolean asksForParent(String question) {
    return question.contains("母公司") || question.toLowerCase(Locale.ROOT).contains("parent company");
  }

  /// How well a disclosure's period fits the one asked for: 1 for the same, less the longer after
  /// it the disclosure reports, since reports restate the year before; 0 if it ends before.
  private static double fit(@Nullable ReportingPeriod asked, @Nullable Days reported) {
    if (asked == null || reported == null) {
      return 0;
    }
    var lag = reported.last() - asked.end().toEpochDay();
    if (lag < 0) {
      return 0;
    }
    var sameStart = reported.first() == asked.start().toEpochDay();
    var year = ChronoUnit.YEARS.getDuration().toDays();
    return 1.0 / (1 + 2.0 * lag / year) - (lag == 0 && !sameStart ? 0.1 : 0);
  }
}
