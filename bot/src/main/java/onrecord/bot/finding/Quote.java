package onrecord.bot.finding;

import onrecord.corpus.Disclosure;
import onrecord.corpus.Passage;

/// A stretch of a passage, word for word.
///
/// @param start offset of its first character in the passage's text
/// @param end offset after its last
public record Quote(Disclosure disclosure, Passage passage, int start, int end) {

  public Quote {
    if (start < 0 || end > passage.text().length() || start >= end) {
      throw new IllegalArgumentException(
          "No such stretch in " + passage.id() + ": " + start + ".." + end);
    }
  }

  /// The words as they stand in the passage.
  public String words() {
    return passage.text().substring(start, end);
  }

  /// Whether it begins a line of its passage.
  public boolean opensParagraph() {
    return start == 0 || passage.text().charAt(start - 1) == '\n';
  }
}
