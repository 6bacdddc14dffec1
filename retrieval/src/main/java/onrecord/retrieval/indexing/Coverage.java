package onrecord.retrieval.indexing;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import onrecord.retrieval.analysis.QueryTerms;
import onrecord.retrieval.analysis.QueryTerms.Subject;
import onrecord.retrieval.analysis.QueryTerms.Wordings;

/// How much of what a question is about a passage holds, each piece weighted by its rarity.
///
/// The issuer's name and the year stand in the title of each passage of a report, so they are
/// common, and weigh next to nothing; a word that no passage holds weighs most.
public final class Coverage {

  /// A sentence's or a row's length, in words or Chinese characters.
  private static final int SENTENCE = 40;

  private final List<Sought> sought;
  private final List<List<String>> wordings;
  private final double total;

  /// A piece of what the question is about.
  ///
  /// @param weight how much it tells
  /// @param wordings which of the further wordings also state it, by their place
  private record Sought(Set<String> proofs, double weight, Set<Integer> wordings) {}

  public Coverage(QueryTerms terms, Rarities rarities) {
    wordings = terms.wordings().stream().map(Wordings::terms).toList();
    sought = terms.subjects().stream().map(subject -> sought(subject, terms, rarities)).toList();
    var sum = 0.0;
    for (var piece : sought) {
      sum += piece.weight;
    }
    total = sum;
  }

  /// A passage also holds a piece if a further wording stands there of which the piece is an
  /// abbreviation (营收 of 营业收入) or, being unknown to all passages, maybe a translation.
  private static Sought sought(Subject subject, QueryTerms terms, Rarities rarities) {
    var proofs = subject.proofs();
    var unknown = proofs.stream().allMatch(proof -> rarities.of(proof) >= rarities.most());
    var stating = new HashSet<Integer>();
    for (var i = 0; i < terms.wordings().size(); i++) {
      var wording = terms.wordings().get(i);
      var says = unknown || proofs.stream().anyMatch(wording::isAbbreviatedBy);
      if (says && !wording.terms().isEmpty()) {
        stating.add(i);
      }
    }
    return new Sought(proofs, weight(subject, rarities), Set.copyOf(stating));
  }

  /// The pairs across a word's border are rarer than those within it and tell nothing, so the most
  /// common proof weighs.
  private static double weight(Subject subject, Rarities rarities) {
    var least = rarities.most();
    for (var proof : subject.proofs()) {
      least = Math.min(least, rarities.of(proof));
    }
    return least;
  }

  /// @param present those of the question's proofs that the passage holds
  /// @return 0 to 1; 0 for a question about nothing
  public double of(Set<String> present) {
    var held = 0.0;
    for (var piece : sought) {
      held += holds(present, piece) ? piece.weight : 0;
    }
    return total == 0 ? 0 : held / total;
  }

  /// The most of it that any stretch of a sentence's or a row's length holds.
  ///
  /// @param places the question's proofs by where they stand
  public double closest(SortedMap<Integer, List<String>> places) {
    var best = 0.0;
    for (var start : places.keySet()) {
      var within = new HashSet<String>();
      places.subMap(start, start + SENTENCE).values().forEach(within::addAll);
      best = Math.max(best, of(within));
    }
    return best;
  }

  private boolean holds(Set<String> present, Sought piece) {
    for (var proof : piece.proofs) {
      if (present.contains(proof)) {
        return true;
      }
    }
    for (var stating : piece.wordings) {
      if (present.containsAll(wordings.get(stating))) {
        return true;
      }
    }
    return false;
  }
}
