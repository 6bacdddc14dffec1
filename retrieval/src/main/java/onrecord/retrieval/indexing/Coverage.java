package onrecord.retrieval.indexing;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import onrecord.retrieval.analysis.QueryTerms;
import onrecord.retrieval.analysis.QueryTerms.Subject;
import onrecord.retrieval.analysis.QueryTerms.Wordings;
import org.jspecify.annotations.Nullable;

/// How much of what a question is about a passage holds, each piece weighted by its rarity.
///
/// The issuer's name and the year stand in the title of each passage of a report, so they are
/// common, and weigh next to nothing; a word that no passage holds weighs most.
public final class Coverage {

  /// A sentence's or a row's length, in words or Chinese characters.
  private static final int SENTENCE = 40;

  private final List<Piece> pieces;
  private final double sought;

  public Coverage(QueryTerms terms, Rarities rarities) {
    this.pieces = terms.subjects().stream().map(each -> Piece.of(each, terms, rarities)).toList();
    this.sought = pieces.stream().mapToDouble(Piece::weight).sum();
  }

  /// A piece of what is asked.
  ///
  /// @param proofs any of which shows it
  /// @param wordings any of which shows it too, where all of its terms stand
  private record Piece(Set<String> proofs, List<List<String>> wordings, double weight) {

    static Piece of(Subject subject, QueryTerms terms, Rarities rarities) {
      return new Piece(
          subject.proofs(), wordings(subject, terms, rarities), weight(subject, rarities));
    }

    /// The pairs across a word's border are rarer than those within it and tell nothing, so the
    /// most common proof weighs.
    private static double weight(Subject subject, Rarities rarities) {
      return subject.proofs().stream().mapToDouble(rarities::of).min().orElse(rarities.most());
    }

    /// Those of which it is an abbreviation (营收 of 营业收入) or, being unknown to all passages, maybe a
    /// translation.
    private static List<List<String>> wordings(
        Subject subject, QueryTerms terms, Rarities rarities) {
      var unknown =
          subject.proofs().stream().allMatch(proof -> rarities.of(proof) >= rarities.most());
      return terms.wordings().stream()
          .filter(wording -> !wording.terms().isEmpty())
          .filter(
              wording -> unknown || subject.proofs().stream().anyMatch(wording::isAbbreviatedBy))
          .map(Wordings::terms)
          .toList();
    }

    boolean isIn(Set<String> present) {
      for (var proof : proofs) {
        if (present.contains(proof)) {
          return true;
        }
      }
      for (var wording : wordings) {
        if (present.containsAll(wording)) {
          return true;
        }
      }
      return false;
    }
  }

  /// @param present those of the question's proofs that the passage holds
  /// @return 0 to 1; 0 for a question about nothing
  public double of(Set<String> present) {
    var held = 0.0;
    for (var piece : pieces) {
      held += piece.isIn(present) ? piece.weight : 0;
    }
    return sought == 0 ? 0 : held / sought;
  }

  /// The most of it that any stretch of a sentence's or a row's length holds. Only where a stretch
  /// gains a term it did not hold can it hold more than those before.
  ///
  /// @param places the question's proofs by where they stand
  public double closest(SortedMap<Integer, List<String>> places) {
    var best = 0.0;
    var stretch = new ArrayDeque<Map.Entry<Integer, List<String>>>();
    var within = new HashMap<String, Integer>();
    for (var place : places.entrySet()) {
      while (!stretch.isEmpty() && stretch.getFirst().getKey() <= place.getKey() - SENTENCE) {
        stretch.removeFirst().getValue().forEach(term -> within.compute(term, Coverage::oneLess));
      }
      stretch.addLast(place);
      var gains = false;
      for (var term : place.getValue()) {
        gains |= within.merge(term, 1, Integer::sum) == 1;
      }
      best = gains ? Math.max(best, of(within.keySet())) : best;
    }
    return best;
  }

  private static @Nullable Integer oneLess(String term, @Nullable Integer count) {
    return count == null || count == 1 ? null : count - 1;
  }
}
