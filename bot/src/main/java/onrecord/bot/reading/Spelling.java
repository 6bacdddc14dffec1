package onrecord.bot.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// Mends misspelt terms: a stretch that sounds like a known term (前三季渡), or looks like one (收人), is
/// written as that term. Terms that are spelt right are left alone.
final class Spelling {

  /// Characters that are easily taken for one another.
  private static final List<String> LOOK_ALIKES =
      List.of(
          "人入八", "己已巳", "末未", "土士", "大太犬", "日曰", "千干于", "贷货", "侧则测", "拆折", "末来未", "拨拔", "徽微", "住往",
          "遗遣", "候侯", "项顶", "析折");

  /// Shorter words sound alike too easily, unless what is written makes no word.
  private static final int SHORTEST_BY_SOUND = 4;

  private final Set<String> vocabulary;
  private final Map<Integer, Map<String, String>> bySound =
      new TreeMap<>(Comparator.reverseOrder());
  private final Map<Integer, Map<String, String>> byShape =
      new TreeMap<>(Comparator.reverseOrder());
  private final Map<Character, String> syllables = new ConcurrentHashMap<>();
  private final Map<Character, Character> shapes = new HashMap<>();

  Spelling(List<String> vocabulary) {
    this.vocabulary = Set.copyOf(vocabulary);
    for (var group : LOOK_ALIKES) {
      group.chars().forEach(character -> shapes.putIfAbsent((char) character, group.charAt(0)));
    }
    for (var term : vocabulary) {
      if (term.codePoints().allMatch(Script::isHan) && term.length() > 1) {
        index(byShape, term, shape(term));
        index(bySound, term, sound(term));
      }
    }
  }

  private static void index(Map<Integer, Map<String, String>> index, String term, String key) {
    index.computeIfAbsent(term.length(), _ -> new HashMap<>()).putIfAbsent(key, term);
  }

  /// The text with misspelt terms mended, of the same length.
  ///
  /// @param isWord whether a stretch is right as it stands, though no term
  String mend(String text, Predicate<String> isWord) {
    var words = Script.hasHan(text) ? Set.copyOf(Script.words(text)) : Set.<String>of();
    var heard =
        mendBy(
            bySound,
            text,
            this::sound,
            window -> isWord.test(window) || (isShort(window) && !fallsApart(window, words)));
    return mendBy(byShape, heard, this::shape, isWord);
  }

  private static boolean isShort(String window) {
    return window.length() < SHORTEST_BY_SOUND;
  }

  /// Whether each of its characters stands alone as the dictionary cuts the text: 营首 is no word,
  /// and part of none.
  private static boolean fallsApart(String window, Set<String> words) {
    return window.codePoints().mapToObj(Character::toString).allMatch(words::contains);
  }

  private String mendBy(
      Map<Integer, Map<String, String>> terms,
      String text,
      UnaryOperator<String> key,
      Predicate<String> isWord) {
    var mended = new StringBuilder(text);
    var settled = new ArrayList<int[]>();
    terms.forEach((length, byKey) -> {
      for (var start = 0; start + length <= mended.length(); start++) {
        var window = mended.substring(start, start + length);
        if (isSettled(settled, start, start + length)) {
          continue;
        }
        if (vocabulary.contains(window)) {
          settled.add(new int[] {start, start + length});
        } else if (window.codePoints().allMatch(Script::isHan)) {
          var term = byKey.get(key.apply(window));
          if (term != null
              && sharesCharacter(term, window)
              && !holdsTerm(window)
              && !isWord.test(window)) {
            mended.replace(start, start + length, term);
            settled.add(new int[] {start, start + length});
          }
        }
      }
    });
    return mended.toString();
  }

  /// Whether all but its first or last character is a term spelt right: 迪三季度 in 比亚迪三季度.
  private boolean holdsTerm(String window) {
    return window.length() > 3
        && (vocabulary.contains(window.substring(1))
            || vocabulary.contains(window.substring(0, window.length() - 1)));
  }

  private static boolean isSettled(List<int[]> settled, int start, int end) {
    return settled.stream().anyMatch(stretch -> start < stretch[1] && stretch[0] < end);
  }

  private static boolean sharesCharacter(String term, String window) {
    for (var i = 0; i < term.length(); i++) {
      if (term.charAt(i) == window.charAt(i)) {
        return true;
      }
    }
    return false;
  }

  private String sound(String word) {
    var sound = new StringBuilder();
    for (var character : word.toCharArray()) {
      sound.append(syllables.computeIfAbsent(character, Script::syllable)).append(' ');
    }
    return sound.toString();
  }

  private String shape(String word) {
    var shape = new StringBuilder();
    for (var character : word.toCharArray()) {
      shape.append((char) shapes.getOrDefault(character, character));
    }
    return shape.toString();
  }
}
