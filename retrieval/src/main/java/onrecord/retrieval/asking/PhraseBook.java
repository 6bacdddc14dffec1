package onrecord.retrieval.asking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import onrecord.retrieval.analysis.Term;
import onrecord.retrieval.analysis.Terms;
import onrecord.retrieval.analysis.Wording;

/// Phrases that mean something, found in a text whatever their inflection, case and spacing; where
/// they overlap, the longest counts.
///
/// @param <T> what a phrase means
final class PhraseBook<T> {

  private final Map<String, Set<T>> meanings = new HashMap<>();
  private int longest;

  /// A phrase in a text.
  ///
  /// @param start offset in the normalised text
  /// @param end offset after it
  record Mention<T>(int start, int end, Set<T> meanings) {

    boolean overlaps(Mention<T> other) {
      return start < other.end && other.start < end;
    }
  }

  void add(String phrase, T meaning) {
    var words = words(Wording.normalised(phrase));
    if (!words.isEmpty()) {
      var key = key(words);
      meanings.computeIfAbsent(key, _ -> new LinkedHashSet<>()).add(meaning);
      longest = Math.max(longest, words.size());
    }
  }

  /// In order of appearance.
  List<Mention<T>> in(String normalised) {
    var words = words(normalised);
    var mentions = new ArrayList<Mention<T>>();
    for (var length = Math.min(longest, words.size()); length > 0; length--) {
      for (var from = 0; from + length <= words.size(); from++) {
        var phrase = words.subList(from, from + length);
        var meant = meanings.get(key(phrase));
        if (meant != null) {
          var mention = new Mention<T>(phrase.getFirst().start(), phrase.getLast().end(), meant);
          if (mentions.stream().noneMatch(mention::overlaps)) {
            mentions.add(mention);
          }
        }
      }
    }
    mentions.sort((one, other) -> Integer.compare(one.start, other.start));
    return mentions;
  }

  /// Numbers with what follows them at once are one word (10k), save for Chinese and per cent.
  private static List<Term> words(String normalised) {
    var words = new ArrayList<Term>();
    for (var term : Terms.ofNormalised(normalised)) {
      switch (term.form()) {
        case CHARACTER, WORD, NUMBER -> words.add(term);
        case QUANTITY -> {
          if (Character.isLetter(term.value().charAt(term.value().length() - 1))
              && term.value().chars().allMatch(c -> c < 128)) {
            words.removeLast();
            words.add(term);
          }
        }
        case PAIR -> {}
      }
    }
    return words;
  }

  private static String key(List<Term> words) {
    return String.join(" ", words.stream().map(Term::value).toList());
  }
}
