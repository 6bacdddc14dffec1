package onrecord.bot.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import onrecord.bot.reading.Clauses.Clause;

/// What a text asks, apart from what it tells on the way: of 二期已经投产，请问利润何时释放 only the second clause
/// asks.
///
/// A clause that hardly says anything by itself (会受影响吗) asks of the one before it. Where no clause
/// asks, as in a search, each does.
///
/// @param asking the stretches that ask, in order
/// @param sentences the stretches from the beginning of a sentence to the end of its last question
record Focus(String text, List<Stretch> asking, List<Stretch> sentences) {

  /// A clause of no more characters says hardly anything by itself; between sentences still fewer.
  private static final int BARE = 8;

  private static final int BARE_SENTENCE = 5;

  Focus {
    asking = List.copyOf(asking);
    sentences = List.copyOf(sentences);
  }

  static Focus of(String text) {
    var clauses = Clauses.of(text);
    var asking = new ArrayList<Stretch>();
    var sentences = new ArrayList<Stretch>();
    for (var i = 0; i < clauses.size(); i++) {
      var clause = clauses.get(i);
      if (clause.asks()) {
        var first = first(clauses, i);
        asking.add(new Stretch(afterLeadIn(clauses.get(first)), clause.end()));
        sentences.add(new Stretch(sentenceStart(clauses, first), clause.end()));
      }
    }
    var whole = List.of(new Stretch(0, text.length()));
    return asking.isEmpty() ? new Focus(text, whole, whole) : new Focus(text, asking, sentences);
  }

  /// The clause with which the question that ends in a clause begins.
  private static int first(List<Clause> clauses, int at) {
    var first = at;
    while (first > 0 && isBare(clauses.get(first), clauses.get(first - 1))) {
      first--;
    }
    return first;
  }

  private static boolean isBare(Clause clause, Clause before) {
    var words = clause.text().substring(afterLeadIn(clause) - clause.start());
    var length =
        Script.hasHan(words)
            ? words.codePoints().filter(Character::isLetterOrDigit).count()
            : 2L * words.strip().split("\\s+").length;
    return length <= (before.isSentence() ? BARE_SENTENCE : BARE);
  }

  private static int sentenceStart(List<Clause> clauses, int at) {
    var first = at;
    while (first > 0 && !clauses.get(first - 1).isSentence()) {
      first--;
    }
    return clauses.get(first).start();
  }

  /// Behind the last word that introduces a question: …请问.
  private static int afterLeadIn(Clause clause) {
    return clause.start() + Grammar.leadIn(clause.text());
  }

  /// Whether what stands at an offset is asked.
  boolean holds(int offset) {
    return isIn(asking, offset);
  }

  /// Whether what stands at an offset is asked, or said in the same sentence before a question.
  boolean governs(int offset) {
    return isIn(sentences, offset);
  }

  /// Whether nothing is told on the way.
  boolean isWhole() {
    return asking.size() == 1 && asking.getFirst().equals(new Stretch(0, text.length()));
  }

  /// The words that ask.
  String words() {
    return asking.stream()
        .map(stretch -> text.substring(stretch.start(), stretch.end()))
        .collect(Collectors.joining(" "));
  }

  private static boolean isIn(List<Stretch> stretches, int offset) {
    return stretches.stream()
        .anyMatch(stretch -> stretch.start() <= offset && offset < stretch.end());
  }
}
