package onrecord.retrieval.embedding;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import onrecord.corpus.Disclosure;
import onrecord.corpus.Passage;
import onrecord.retrieval.analysis.Wording;

/// The text whose vector stands for a passage.
///
/// @param chinese whether the Chinese model reads it
/// @param text simplified, within what the models read
public record EmbeddingText(boolean chinese, String text) {

  /// The models read 512 tokens and cut the rest without a word.
  static final int MOST_TOKENS = 480;

  /// Of a passage: its title and headings before its words, since a passage alone seldom says whose
  /// and of when it is. Of a table only the words: to these models figures are noise.
  public static EmbeddingText of(Disclosure disclosure, Passage passage) {
    var parts = new StringJoiner("\n");
    parts.add(disclosure.title());
    passage.headings().forEach(parts::add);
    if (passage.question() != null) {
      parts.add(passage.question());
    }
    parts.add(passage.form() == Passage.Form.TABLE ? wordsOf(passage.text()) : passage.text());
    return of(Wording.isChinese(passage.text()), parts.toString());
  }

  /// Of a question.
  public static EmbeddingText of(boolean chinese, String text) {
    var readable = chinese ? Wording.simplified(text) : text;
    var whole = readable.substring(0, endWithin(MOST_TOKENS, readable));
    return new EmbeddingText(chinese, Wording.wellFormed(whole));
  }

  private static String wordsOf(String table) {
    List<String> words = new ArrayList<>();
    for (var cell : table.split("[\t\n]")) {
      if (cell.chars().anyMatch(Character::isLetter)) {
        words.add(cell);
      }
    }
    return String.join(" ", words);
  }

  /// Counts as the models' tokenizers do at worst: a Chinese character, three letters, two digits
  /// or a sign each is a token.
  private static int endWithin(int tokens, String text) {
    var sixths = 0;
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c < 128 && Character.isLetter(c)) {
        sixths += 2;
      } else if (Character.isDigit(c)) {
        sixths += 3;
      } else if (!Character.isWhitespace(c)) {
        sixths += 6;
      }
      if (sixths > tokens * 6) {
        return i;
      }
    }
    return text.length();
  }
}
