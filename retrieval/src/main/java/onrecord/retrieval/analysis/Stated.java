package onrecord.retrieval.analysis;

import java.util.ArrayList;
import onrecord.corpus.Passage;
import onrecord.corpus.SecuritiesCode;
import onrecord.retrieval.analysis.Term.Form;

/// A short mark of what a passage states, by which the same statement is known again in another
/// report, where a word or a sign may differ, and never a figure.
///
/// @param figures of the issuer and its numbers in their order; the same for the same statement
/// @param words 64 bits, most of them the same for nearly the same words (Charikar's SimHash, 2002)
public record Stated(long figures, long words) {

  /// So many bits may differ between nearly the same words.
  private static final int LEEWAY = 6;

  /// Of what an issuer says in a passage.
  public static Stated of(SecuritiesCode issuer, Passage passage) {
    var figures = new ArrayList<String>();
    var votes = new int[Long.SIZE];
    for (var term : Terms.of(whole(passage))) {
      if (term.form() == Form.NUMBER) {
        figures.add(term.value());
      } else if (term.form() == Form.PAIR || term.form() == Form.WORD) {
        vote(votes, spread(term.value().hashCode()));
      }
    }
    return new Stated(spread(31L * issuer.value().hashCode() + figures.hashCode()), bits(votes));
  }

  /// A short text says what its headings and the question before it are about.
  private static String whole(Passage passage) {
    var headings = String.join("\n", passage.headings());
    return headings
        + "\n"
        + (passage.question() == null ? "" : passage.question())
        + "\n"
        + passage.text();
  }

  /// Whether the two state the same.
  public boolean isLike(Stated other) {
    return figures == other.figures && Long.bitCount(words ^ other.words) <= LEEWAY;
  }

  private static void vote(int[] votes, long hash) {
    for (var bit = 0; bit < votes.length; bit++) {
      votes[bit] += (hash >>> bit & 1) == 1 ? 1 : -1;
    }
  }

  private static long bits(int[] votes) {
    var bits = 0L;
    for (var bit = 0; bit < votes.length; bit++) {
      if (votes[bit] > 0) {
        bits |= 1L << bit;
      }
    }
    return bits;
  }

  /// Each bit of the result hangs on each of the value (the finisher of SplitMix64).
  private static long spread(long value) {
    var mixed = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
    return mixed ^ mixed >>> 31;
  }
}
