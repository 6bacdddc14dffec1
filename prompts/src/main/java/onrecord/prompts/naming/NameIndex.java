package onrecord.prompts.naming;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds names in a text in one pass over a tree of their characters.
///
/// A name in Latin letters counts only as whole words: `eps` does not stand in `steps`.
///
/// @param <T> what the names name
final class NameIndex<T> {

  private final Branch<T> root = new Branch<>();

  /// Lets a name name something; of two things, the first to take a name keeps it.
  void add(String name, T named) {
    var branch = root;
    for (var c : FoldedText.of(name).toCharArray()) {
      branch = branch.children.computeIfAbsent(c, _ -> new Branch<>());
    }
    if (branch.named == null) {
      branch.named = named;
    }
  }

  /// The names that stand in a text, in order; where they overlap, the longest counts, and of
  /// equals the first.
  List<Found<T>> find(String text) {
    var folded = FoldedText.of(text);
    var candidates = new ArrayList<Found<T>>();
    for (var start = 0; start < folded.length(); start++) {
      var longest = longestAt(folded, start);
      if (longest != null) {
        candidates.add(longest);
      }
    }
    candidates.sort(Comparator.<Found<T>>comparingInt(Found::length).reversed());
    return withoutOverlaps(candidates, folded.length());
  }

  private @Nullable Found<T> longestAt(String text, int start) {
    Found<T> longest = null;
    var branch = root;
    for (var end = start; end < text.length(); ) {
      branch = branch.children.get(text.charAt(end));
      if (branch == null) {
        break;
      }
      end++;
      if (branch.named != null && isWhole(text, start, end)) {
        longest = new Found<>(branch.named, start, end);
      }
    }
    return longest;
  }

  private static boolean isWhole(String text, int start, int end) {
    return !(splitsWord(text, start) || splitsWord(text, end));
  }

  private static boolean splitsWord(String text, int offset) {
    return offset > 0
        && offset < text.length()
        && isLatin(text.charAt(offset - 1))
        && isLatin(text.charAt(offset));
  }

  private static boolean isLatin(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }

  private static <T> List<Found<T>> withoutOverlaps(List<Found<T>> longestFirst, int length) {
    var taken = new boolean[length];
    var kept = new ArrayList<Found<T>>();
    for (var found : longestFirst) {
      if (!taken[found.start()] && !taken[found.end() - 1]) {
        kept.add(found);
        Arrays.fill(taken, found.start(), found.end(), true);
      }
    }
    kept.sort(Comparator.comparingInt(Found::start));
    return kept;
  }

  /// Something named in a text.
  ///
  /// @param start offset of the name
  /// @param end offset after the name
  record Found<T>(T named, int start, int end) {

    int length() {
      return end - start;
    }
  }

  private static final class Branch<T> {
    private final Map<Character, Branch<T>> children = new HashMap<>();
    private @Nullable T named;
  }
}
