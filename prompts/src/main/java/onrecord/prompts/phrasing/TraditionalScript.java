package onrecord.prompts.phrasing;

import com.ibm.icu.text.Transliterator;
import java.util.Comparator;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Writes simplified Chinese in traditional characters, by ICU but for the words that the IR team
/// spells differently.
final class TraditionalScript {

  private static final Transliterator ICU = Transliterator.getInstance("Simplified-Traditional");

  /// Any of the words, the longer before the shorter.
  private final Pattern spelt;

  private final Map<String, String> spellings;

  /// @param spellings simplified words and how they are to be written
  TraditionalScript(Map<String, String> spellings) {
    this.spellings = spellings;
    this.spelt =
        Pattern.compile(
            spellings.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|")));
  }

  String write(String simplified) {
    if (spellings.isEmpty()) {
      return ICU.transliterate(simplified);
    }
    var written = new StringBuilder();
    Matcher matcher = spelt.matcher(simplified);
    var end = 0;
    while (matcher.find()) {
      written.append(ICU.transliterate(simplified.substring(end, matcher.start())));
      written.append(spellings.get(matcher.group()));
      end = matcher.end();
    }
    return written.append(ICU.transliterate(simplified.substring(end))).toString();
  }
}
