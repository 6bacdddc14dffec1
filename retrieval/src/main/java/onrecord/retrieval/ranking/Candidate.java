package onrecord.retrieval.ranking;

import onrecord.corpus.DisclosureId;
import onrecord.corpus.DisclosureKind;
import onrecord.corpus.PassageId;
import onrecord.retrieval.analysis.Stated;
import onrecord.retrieval.structure.Statement;
import org.jspecify.annotations.Nullable;

/// A passage that was found by words or by meaning, with all that its place is decided by.
///
/// @param id the passage's
/// @param words its score by words, 0 if they did not find it; comparable within one query
/// @param similarity cosine of its and the question's vectors; NaN while it has none
/// @param coverage share of what the question is about that it holds, 0 to 1
/// @param closeness the most of that which stands within a sentence's length, 0 to 1
/// @param neighbour the passage beside it that holds what it lacks; null if none does
/// @param stated a mark of what it states
/// @param kind of its disclosure
/// @param publishedAt of its disclosure, in milliseconds since 1970
/// @param period of its disclosure, if any
/// @param page on which it begins; 0 where there are none
/// @param statement that it is part of, if any
/// @param ofParentAlone whether it states figures of the parent company without its subsidiaries
public record Candidate(
    PassageId id,
    double words,
    double similarity,
    double coverage,
    double closeness,
    @Nullable PassageId neighbour,
    Stated stated,
    DisclosureKind kind,
    long publishedAt,
    @Nullable Days period,
    int page,
    @Nullable Statement statement,
    boolean ofParentAlone) {

  /// A span of days, counted from 1970, both ends included.
  public record Days(long first, long last) {}

  /// The same with the passage beside it that holds what it lacks.
  public Candidate beside(PassageId other) {
    return new Candidate(
        id,
        words,
        similarity,
        coverage,
        closeness,
        other,
        stated,
        kind,
        publishedAt,
        period,
        page,
        statement,
        ofParentAlone);
  }

  /// Its similarity, 0 while it has no vector.
  public double similarityOrZero() {
    return Double.isNaN(similarity) ? 0 : similarity;
  }

  /// Where it stands; passages of one page share it.
  Place place() {
    return new Place(id.disclosure(), page == 0 ? id.value() : "" + page);
  }

  /// A page of a disclosure, or a passage of one without pages.
  record Place(DisclosureId disclosure, String page) {}
}
