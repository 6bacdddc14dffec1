package onrecord.bot.finding;

/// A unit of a passage that may answer.
///
/// @param own the share of what is asked about that stands in the unit itself, 0 to 1
/// @param coverage the same with its headings and its investor's question, 0 to 1
/// @param fits whether it is of the form that was asked for: a number for how much, a date for when
/// @param score higher is better; comparable within one question
public record Candidate(Quote quote, double own, double coverage, boolean fits, double score) {}
