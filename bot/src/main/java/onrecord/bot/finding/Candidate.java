package onrecord.bot.finding;

import java.util.Set;
import onrecord.bot.Reading.Aspect;

/// A unit of a passage that may answer.
///
/// @param own the share of what is asked about that stands in the unit itself, 0 to 1
/// @param coverage the same with its headings and its investor's question, 0 to 1
/// @param headed the share of it that stands in the innermost heading, 0 to 1
/// @param isNamed whether its label says that it is what is asked for: 活动时间 for when
/// @param fits the aspects asked for that it is of the form to answer: a number for how much, a
///   date for when
/// @param score higher is better; comparable within one question
public record Candidate(
    Quote quote,
    double own,
    double coverage,
    double headed,
    boolean isNamed,
    Set<Aspect> fits,
    double score) {

  public Candidate {
    fits = Set.copyOf(fits);
  }
}
