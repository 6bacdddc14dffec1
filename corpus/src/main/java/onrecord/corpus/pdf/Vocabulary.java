package onrecord.corpus.pdf;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The words that a document writes in one piece somewhere, by which a hyphen at a line's end is
/// told from one that belongs to its word.
record Vocabulary(Set<String> words) {

  /// Tells nothing: all hyphens stay.
  static final Vocabulary NONE = new Vocabulary(Set.of());

  private static final Pattern WORD = Pattern.compile("\\p{L}{4,}(?!\\p{L}|-$)");

  static Vocabulary of(List<Flow> flows) {
    var words = new HashSet<String>();
    for (var flow : flows) {
      if (flow instanceof Para para) {
        for (var line : para.lines()) {
          WORD.matcher(line.text())
              .results()
              .forEach(word -> words.add(word.group().toLowerCase(Locale.ROOT)));
        }
      }
    }
    return new Vocabulary(words);
  }

  boolean holds(String word) {
    return words.contains(word.toLowerCase(Locale.ROOT));
  }
}
