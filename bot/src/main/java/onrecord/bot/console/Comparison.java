package onrecord.bot.console;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import onrecord.corpus.Passage;
import onrecord.corpus.Speaker;
import org.jspecify.annotations.Nullable;

/// What a correction changes of a report: passages side by side, and within them the words that
/// differ.
public record Comparison(List<Pair> pairs, int unchanged) {

  private static final Pattern TOKEN =
      Pattern.compile("[\\p{L}&&[^\\p{IsHan}]]+|-?[\\d,]+(?:\\.\\d+)?%?|\\p{IsHan}|\\s+|.");

  /// Two passages alike by less than this have nothing to do with each other.
  private static final double LEAST = 0.25;

  /// A passage before and after; one of them is missing where it was dropped or added.
  public record Pair(@Nullable Passage before, @Nullable Passage after, List<Piece> pieces) {}

  /// Some words: kept, or only in one of the two.
  public record Piece(Kind kind, String words) {}

  /// Where a piece stands.
  public enum Kind {
    KEPT,
    REMOVED,
    ADDED
  }

  static Comparison of(List<Passage> before, List<Passage> after) {
    var said = texts(after);
    var known = texts(before);
    var gone = before.stream().filter(passage -> !said.contains(plain(passage))).toList();
    var added = new ArrayList<>(after.stream().filter(p -> !known.contains(plain(p))).toList());
    var pairs = new ArrayList<Pair>();
    for (var passage : gone) {
      var partner = likest(passage, added);
      if (partner != null) {
        added.remove(partner);
      }
      pairs.add(pair(passage, partner));
    }
    added.forEach(passage -> pairs.add(pair(null, passage)));
    return new Comparison(List.copyOf(pairs), before.size() - gone.size());
  }

  private static Set<String> texts(List<Passage> passages) {
    var texts = new HashSet<String>();
    passages.forEach(passage -> texts.add(plain(passage)));
    return texts;
  }

  private static String plain(Passage passage) {
    return Normalizer.normalize(passage.text(), Normalizer.Form.NFKC).replaceAll("\\s", "");
  }

  private static @Nullable Passage likest(Passage passage, List<Passage> candidates) {
    Passage likest = null;
    var most = LEAST;
    var tokens = counts(passage);
    for (var candidate : candidates) {
      var likeness =
          candidate.form() == passage.form() && candidate.speaker() != Speaker.BOILERPLATE
              ? likeness(tokens, counts(candidate))
              : 0;
      if (likeness > most) {
        most = likeness;
        likest = candidate;
      }
    }
    return likest;
  }

  private static Map<String, Integer> counts(Passage passage) {
    var counts = new HashMap<String, Integer>();
    tokens(passage.text()).stream()
        .filter(token -> !token.isBlank())
        .forEach(token -> counts.merge(token, 1, Integer::sum));
    return counts;
  }

  /// The share of words in common, by Dice.
  private static double likeness(Map<String, Integer> one, Map<String, Integer> other) {
    var shared =
        one.entrySet().stream()
            .mapToInt(entry -> Math.min(entry.getValue(), other.getOrDefault(entry.getKey(), 0)))
            .sum();
    var all =
        one.values().stream().mapToInt(Integer::intValue).sum()
            + other.values().stream().mapToInt(Integer::intValue).sum();
    return all == 0 ? 0 : 2.0 * shared / all;
  }

  private static Pair pair(@Nullable Passage before, @Nullable Passage after) {
    return new Pair(
        before,
        after,
        pieces(
            before == null ? List.of() : tokens(before.text()),
            after == null ? List.of() : tokens(after.text())));
  }

  private static List<String> tokens(String text) {
    var tokens = new ArrayList<String>();
    var matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      tokens.add(matcher.group());
    }
    return tokens;
  }

  /// The longest common run of words is kept, the rest removed or added.
  private static List<Piece> pieces(List<String> one, List<String> other) {
    var common = new int[one.size() + 1][other.size() + 1];
    for (int i = one.size() - 1; i >= 0; i--) {
      for (int j = other.size() - 1; j >= 0; j--) {
        common[i][j] =
            one.get(i).equals(other.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    var pieces = new ArrayList<Piece>();
    int i = 0;
    int j = 0;
    while (i < one.size() || j < other.size()) {
      if (i < one.size() && j < other.size() && one.get(i).equals(other.get(j))) {
        add(pieces, Kind.KEPT, one.get(i));
        i++;
        j++;
      } else if (j == other.size() || (i < one.size() && common[i + 1][j] >= common[i][j + 1])) {
        add(pieces, Kind.REMOVED, one.get(i++));
      } else {
        add(pieces, Kind.ADDED, other.get(j++));
      }
    }
    return pieces;
  }

  private static void add(List<Piece> pieces, Kind kind, String words) {
    if (!pieces.isEmpty() && pieces.getLast().kind() == kind) {
      pieces.set(pieces.size() - 1, new Piece(kind, pieces.getLast().words() + words));
    } else {
      pieces.add(new Piece(kind, words));
    }
  }
}
