package onrecord.bot.finding;

import java.util.Set;
import java.util.stream.Collectors;

/// A text made comparable.
///
/// @param compact as [Words#compact] has it
/// @param terms as [Words#terms] has them, each once
record Text(String compact, Set<String> terms) {

  static final Text EMPTY = new Text("", Set.of());

  Text {
    terms = Set.copyOf(terms);
  }

  static Text of(String text) {
    return text.isEmpty()
        ? EMPTY
        : new Text(
            Words.compact(text),
            // Pairs of characters are few, and each stands in thousands of texts.
            Words.terms(text).stream().map(String::intern).collect(Collectors.toSet()));
  }
}
