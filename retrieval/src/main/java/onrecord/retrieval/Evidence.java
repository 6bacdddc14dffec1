package onrecord.retrieval;

import java.util.List;
import onrecord.corpus.Disclosure;
import onrecord.corpus.Passage;
import onrecord.corpus.PassageId;

/// A passage that was found, with the disclosure it stands in.
///
/// @param rank from 1
/// @param score comparable within one result only; higher is nearer
/// @param coverage the share of the query's informative words, weighted by rarity, that stand in
///   the passage, its question, headings or title: 0 to 1, comparable between queries
/// @param repeats other passages of the same issuer that state the same, newest first; this one is
///   the newest where no period is asked for
/// @param neighbours passages beside it, in their order, that hold what it lacks of what is asked:
///   the answer spans them
/// @param similarity cosine of the query's and the passage's vectors, -1 to 1; 0 while the passage
///   has none
public record Evidence(
    Passage passage,
    Disclosure disclosure,
    int rank,
    double score,
    double coverage,
    double similarity,
    List<PassageId> repeats,
    List<PassageId> neighbours) {

  public Evidence {
    repeats = List.copyOf(repeats);
    neighbours = List.copyOf(neighbours);
  }

  /// One that stands alone.
  public Evidence(
      Passage passage,
      Disclosure disclosure,
      int rank,
      double score,
      double coverage,
      double similarity) {
    this(passage, disclosure, rank, score, coverage, similarity, List.of(), List.of());
  }

  /// The same at another place of another order.
  public Evidence at(int rank, double score) {
    return new Evidence(
        passage, disclosure, rank, score, coverage, similarity, repeats, neighbours);
  }
}
