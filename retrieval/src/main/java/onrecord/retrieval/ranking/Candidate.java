package onrecord.retrieval.ranking;

import onrecord.corpus.DisclosureKind;
import org.jspecify.annotations.Nullable;

/// A passage that was found by words or by meaning, with all that its place is decided by.
///
/// @param id the passage's
/// @param words its score by words, 0 if they did not find it; comparable within one query
/// @param similarity cosine of its and the question's vectors; 0 while it has none
/// @param coverage share of what the question is about that it holds, 0 to 1
/// @param labelled share of the question's labels that head it or a row or column of it, weighted
///   by rarity, 0 to 1
/// @param kind of its disclosure
/// @param publishedAt of its disclosure, in milliseconds since 1970
/// @param period of its disclosure, if any
/// @param ofParentAlone whether it states figures of the parent company without its subsidiaries
public record Candidate(
    String id,
    double words,
    double similarity,
    double coverage,
    double labelled,
    DisclosureKind kind,
    long publishedAt,
    @Nullable Days period,
    boolean ofParentAlone) {

  /// A span of days, counted from 1970, both ends included.
  public record Days(long first, long last) {}
}
