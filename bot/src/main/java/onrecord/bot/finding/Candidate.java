package onrecord.bot.finding;

import java.util.Set;
import onrecord.bot.Reading;
import onrecord.bot.Reading.Aspect;

/// A unit of a passage that may answer.
///
/// @param own the share of what is asked about that stands in the unit itself, 0 to 1
/// @param coverage the same with its headings and its investor's question, 0 to 1
/// @param closeness how nearly its label is the name of what is asked about, 0 to 1
/// @param isNamed whether its label says that it is what is asked for: 活动时间 for when
/// @param fits the aspects asked for that it is of the form to answer: a number for how much, a
///   date for when
/// @param score higher is better; comparable within one question
public record Candidate(
    Quote quote,
    double own,
    double coverage,
    double closeness,
    boolean isNamed,
    Set<Aspect> fits,
    double score) {

  public Candidate {
    fits = Set.copyOf(fits);
  }

  /// Whether it is of the form that each aspect asks for.
  public boolean fitsAll(Reading.Part part) {
    return fits.containsAll(Forms.formal(part));
  }
}
