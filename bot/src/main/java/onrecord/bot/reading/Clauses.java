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
  /// @param isSentence whether its mark ends a sentence
  record Clause(int start, int end, String text, boolean isSentence) {}

  private static final Pattern MARK =
      Pattern.compile(
          "[?!;。\\n]+|(?<![a-z]\\.[a-z])\\.(?=\\s|$)|(?<!\\d)[,、]|[,、](?!\\d{3}(?!\\d))|(?:以及|并且|同时|另外|此外|还有)|\\band (?=your|will|what|how|is|does|do|when|who|why|can)");

  private static final Pattern SENTENCE_END = Pattern.compile("[?!;。\\n.]");

  private Clauses() {}

  static List<Clause> of(String text) {
    var clauses = new ArrayList<Clause>();
    var matcher = MARK.matcher(text);
    var start = 0;
    while (matcher.find()) {
      if (!text.substring(start, matcher.start()).isBlank()) {
        var isSentence = SENTENCE_END.matcher(matcher.group()).find();
        clauses.add(
            new Clause(start, matcher.end(), text.substring(start, matcher.start()), isSentence));
        start = matcher.end();
      }
    }
    if (!text.substring(start).isBlank()) {
      clauses.add(new Clause(start, text.length(), text.substring(start), true));
    }
    return List.copyOf(clauses);
  }

  /// Whether the clause at an offset is one that asks; in a text without any such clause, each is.
  static boolean isAsking(String text, int offset) {
    var clauses = of(text);
    var anyAsks = clauses.stream().anyMatch(clause -> Grammar.asks(clause.text()));
    return !anyAsks
        || clauses.stream()
            .filter(clause -> clause.start() <= offset && offset < clause.end())
            .anyMatch(clause -> Grammar.asks(clause.text()));
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
