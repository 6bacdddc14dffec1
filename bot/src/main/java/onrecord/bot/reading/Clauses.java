package onrecord.bot.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The clauses of a text in normal spelling.
final class Clauses {

  /// A stretch of text up to a mark.
  ///
  /// @param start offset of the first character
  /// @param end offset after the last, mark included
  /// @param text without the mark
  /// @param mark that ends it; empty at the end of the text
  record Clause(int start, int end, String text, String mark) {

    /// Whether its mark ends a sentence.
    boolean isSentence() {
      return mark.isEmpty() || SENTENCE_END.matcher(mark).find();
    }

    /// Whether it adds another matter: 另外….
    boolean adds() {
      return ADDITION.matcher(text).lookingAt();
    }

    /// Whether it asks, by its form or by its mark.
    boolean asks() {
      return (mark.contains("?") && Script.hasHan(text)) || Grammar.asks(text);
    }
  }

  private static final Pattern MARK =
      Pattern.compile(
          "[?!;。\\n]+|(?<![a-z]\\.[a-z])\\.(?=\\s|$)|(?<!\\d)[,、]|[,、](?!\\d{3}(?!\\d))|(?:以及|并且|同时|另外|此外|还有)|\\band (?=your|will|what|how|is|does|do|when|who|why|can)");

  private static final Pattern ADDITION = Pattern.compile("另外|此外|还有|其次|再者");

  private static final Pattern SENTENCE_END = Pattern.compile("[?!;。\\n.]");

  private Clauses() {}

  static List<Clause> of(String text) {
    var clauses = new ArrayList<Clause>();
    var matcher = MARK.matcher(text);
    var start = 0;
    while (matcher.find()) {
      if (!text.substring(start, matcher.start()).isBlank()) {
        clauses.add(
            new Clause(
                start, matcher.end(), text.substring(start, matcher.start()), matcher.group()));
        start = matcher.end();
      }
    }
    if (!text.substring(start).isBlank()) {
      clauses.add(new Clause(start, text.length(), text.substring(start), ""));
    }
    return List.copyOf(clauses);
  }

  /// From the clause at an offset to the end of its sentence.
  static String sentenceFrom(String text, int offset) {
    var from = text.length();
    for (var clause : of(text)) {
      if (clause.end() <= offset) {
        continue;
      }
      from = Math.min(from, clause.start());
      if (clause.isSentence()) {
        return text.substring(from, clause.end());
      }
    }
    return text.substring(Math.min(from, text.length()));
  }

  /// The clause at an offset.
  static String at(String text, int offset) {
    return of(text).stream()
        .filter(clause -> clause.start() <= offset && offset < clause.end())
        .map(Clause::text)
        .findFirst()
        .orElse(text);
  }
}
