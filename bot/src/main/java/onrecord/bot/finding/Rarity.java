package onrecord.bot.finding;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.stream.Stream;
import onrecord.corpus.Passage;

/// How much a term tells one passage from another: its inverse document frequency, as BM25 has it.
///
/// Source: Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009, equation 3.3.
public final class Rarity {

  /// Of each term that stands anywhere, by how many passages it stands in.
  private final Map<String, Double> known = new HashMap<>();

  /// Of a term that stands in none.
  private final double most;

  private Rarity(Map<String, Integer> frequencies, int passages) {
    frequencies.forEach((term, frequency) -> known.put(term, inverse(frequency, passages)));
    most = inverse(0, passages);
  }

  /// Counts terms over passages, their headings and questions.
  public static Rarity over(Stream<Passage> passages) {
    var frequencies = new HashMap<String, Integer>();
    int[] count = {0};
    passages.forEach(passage -> {
      count[0]++;
      for (var term : new HashSet<>(Words.terms(Matter.of(passage)))) {
        frequencies.merge(term, 1, Integer::sum);
      }
    });
    return new Rarity(frequencies, count[0]);
  }

  /// From nearly 0 for a term of every passage upwards; highest for one that stands in none. A pair
  /// of characters is no rarer than both of them together, so that pairs across two common words,
  /// which stand nowhere, weigh little.
  public double of(String term) {
    double frequency = inverseFrequency(term);
    boolean pair = term.length() == 2 && Words.isHan(term.charAt(0)) && Words.isHan(term.charAt(1));
    return pair
        ? Math.min(
            frequency, inverseFrequency(term.substring(0, 1)) + inverseFrequency(term.substring(1)))
        : frequency;
  }

  private double inverseFrequency(String term) {
    return known.getOrDefault(term, most);
  }

  private static double inverse(int frequency, int passages) {
    return Math.log(1 + (passages - frequency + 0.5) / (frequency + 0.5));
  }
}
