package onrecord.bot.reading;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a question typed in pinyin without tones: mingnian yeji zenmeyang is 明年业绩怎么样.
///
/// Only a text that can be read so from end to end is taken for pinyin.
final class Pinyin {

  /// Readings that differ from the commonest one of the character.
  private static final Map<Character, List<String>> OTHER_READINGS =
      Map.ofEntries(
          Map.entry('行', List.of("hang", "xing")),
          Map.entry('长', List.of("zhang", "chang")),
          Map.entry('重', List.of("zhong", "chong")),
          Map.entry('率', List.of("lv", "lu", "lue")),
          Map.entry('还', List.of("hai", "huan")),
          Map.entry('会', List.of("hui", "kuai")),
          Map.entry('么', List.of("me")),
          Map.entry('了', List.of("le")),
          Map.entry('着', List.of("zhe")),
          Map.entry('都', List.of("dou")),
          Map.entry('得', List.of("de", "dei")),
          Map.entry('哪', List.of("na", "nei")),
          Map.entry('谁', List.of("shui", "shei")),
          Map.entry('没', List.of("mei")),
          Map.entry('的', List.of("de")),
          Map.entry('给', List.of("gei")),
          Map.entry('大', List.of("da")),
          Map.entry('绿', List.of("lv")),
          Map.entry('女', List.of("nv")),
          Map.entry('调', List.of("tiao", "diao")),
          Map.entry('降', List.of("jiang")),
          Map.entry('单', List.of("dan")),
          Map.entry('几', List.of("ji")),
          Map.entry('种', List.of("zhong")),
          Map.entry('分', List.of("fen")),
          Map.entry('期', List.of("qi")));

  /// The tone signs of pinyin.
  private static final Pattern MARKS = Pattern.compile("\\p{M}");

  /// Letters long enough to be a term of two syllables.
  private static final Pattern TYPED = Pattern.compile("(?<![A-Za-z])[A-Za-z]{6,40}(?![A-Za-z])");

  private static final int LONGEST_WORD = 16;

  private final List<String> vocabulary;
  private final AtomicReference<@Nullable Map<String, String>> spelt = new AtomicReference<>();

  Pinyin(List<String> vocabulary) {
    this.vocabulary = List.copyOf(vocabulary);
  }

  /// Each word by its spellings: made for the first text that could be pinyin, since most are not.
  private Map<String, String> words() {
    var made = spelt.get();
    if (made == null) {
      made = spelt(vocabulary);
      spelt.set(made);
    }
    return made;
  }

  private static Map<String, String> spelt(List<String> vocabulary) {
    var words = new HashMap<String, String>();
    for (var word : vocabulary) {
      if (word.length() <= LONGEST_WORD && word.codePoints().allMatch(Script::isHan)) {
        spellings(word).forEach(spelling -> words.putIfAbsent(spelling, word));
      }
    }
    return words;
  }

  /// The Chinese text, if the whole can be read as pinyin of known words; the fewest words count.
  Optional<String> read(String text) {
    var letters = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    letters = letters.toLowerCase(Locale.ROOT).replaceAll("[\\s'?,.!？，。！]", "");
    if (Script.hasHan(text) || !letters.matches("[a-z0-9]*[a-z]{4}[a-z0-9]*")) {
      return Optional.empty();
    }
    return segment(letters).map(words -> String.join("", words));
  }

  /// A Chinese text with the terms in it that are typed in pinyin written out: 2024年jinglirun多少.
  /// Latin that can be read so is taken for pinyin only where it makes one or two whole words,
  /// since names and English words stand in Chinese texts too.
  String writtenOut(String text) {
    return Script.hasHan(text)
        ? TYPED.matcher(text).replaceAll(match -> Matcher.quoteReplacement(term(match.group())))
        : text;
  }

  private String term(String letters) {
    return segment(letters.toLowerCase(Locale.ROOT))
        .filter(words -> words.size() <= 2 && words.stream().allMatch(word -> word.length() > 1))
        .map(words -> String.join("", words))
        .orElse(letters);
  }

  private Optional<List<String>> segment(String letters) {
    var best = new ArrayList<@Nullable List<String>>();
    best.add(List.of());
    for (var end = 1; end <= letters.length(); end++) {
      best.add(shortest(letters, end, best));
    }
    return Optional.ofNullable(best.getLast());
  }

  private @Nullable List<String> shortest(
      String letters, int end, List<@Nullable List<String>> best) {
    List<String> shortest = null;
    for (var start = 0; start < end; start++) {
      var before = best.get(start);
      var word = wordAt(letters.substring(start, end));
      if (before != null
          && word != null
          && (shortest == null || before.size() + 1 < shortest.size())) {
        shortest = new ArrayList<>(before);
        shortest.add(word);
      }
    }
    return shortest;
  }

  private @Nullable String wordAt(String letters) {
    return letters.matches("\\d+") ? letters : words().get(letters);
  }

  private static List<String> spellings(String word) {
    var spellings = List.of("");
    for (var character : word.toCharArray()) {
      var readings = OTHER_READINGS.getOrDefault(character, List.of(Script.syllable(character)));
      spellings =
          spellings.stream()
              .flatMap(head -> readings.stream().map(reading -> head + reading))
              .toList();
    }
    return spellings;
  }
}
