package onrecord.retrieval.indexing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import onrecord.retrieval.analysis.QueryTerms;
import onrecord.retrieval.analysis.QueryTerms.Subject;

/// How much of what a question is about a passage holds, each piece weighted by its rarity.
///
/// The issuer's name and the year stand in the title of each passage of a report, so they are
/// common, and weigh next to nothing; a word that no passage holds weighs most.
public final class Coverage {

  /// A sentence's or a row's length, in words or Chinese characters.
  private static final int SENTENCE = 40;

  private final QueryTerms terms;
  private final Rarities rarities;
  private final Map<Subject, Double> weights = new HashMap<>();

  public Coverage(QueryTerms terms, Rarities rarities) {
    this.terms = terms;
    this.rarities = rarities;
    for (var subject : terms.subjects()) {
      weights.put(subject, weight(subject));
    }
  }

  /// The pairs across a word's border are rarer than those within it and tell nothing, so the most
  /// common proof weighs.
  private double weight(Subject subject) {
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
    var sought = 0.0;
    for (var subject : terms.subjects()) {
      var weight = weights.getOrDefault(subject, rarities.most());
      sought += weight;
      held += holds(present, subject) ? weight : 0;
    }
    return sought == 0 ? 0 : held / sought;
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

  /// A passage also holds a piece if a further wording stands there of which the piece is an
  /// abbreviation (营收 of 营业收入) or, being unknown to all passages, maybe a translation.
  private boolean holds(Set<String> present, Subject subject) {
    if (subject.proofs().stream().anyMatch(present::contains)) {
      return true;
    }
    var unknown =
        subject.proofs().stream().allMatch(proof -> rarities.of(proof) >= rarities.most());
    for (var wording : terms.wordings()) {
      var stands = !wording.terms().isEmpty() && present.containsAll(wording.terms());
      if (stands && (unknown || subject.proofs().stream().anyMatch(wording::isAbbreviatedBy))) {
        return true;
      }
    }
    return false;
  }
}
