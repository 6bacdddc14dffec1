package onrecord.retrieval;

import onrecord.corpus.Disclosure;
import onrecord.corpus.Passage;

/// A passage that was found, with the disclosure it stands in.
///
/// @param rank from 1
/// @param score comparable within one result only; higher is nearer
/// @param coverage the share of the query's informative words, weighted by rarity, that stand in
///   the passage, its question, headings or title: 0 to 1, comparable between queries
/// @param similarity cosine of the query's and the passage's vectors, -1 to 1; 0 while the passage
///   has none
public record Evidence(
    Passage passage,
    Disclosure disclosure,
    int rank,
    double score,
    double coverage,
    double similarity) {

  /// The same at another place of another order.
  public Evidence at(int rank, double score) {
    return new Evidence(passage, disclosure, rank, score, coverage, similarity);
  }
}
