package onrecord.bot.finding;

import onrecord.corpus.Disclosure;
import onrecord.corpus.Figure;
import onrecord.corpus.Passage;

/// A figure with the passage and the disclosure that state it.
public record FoundFigure(Figure figure, Passage passage, Disclosure disclosure) {

  /// The row or clause that states it.
  public Quote quote() {
    return new Quote(disclosure, passage, figure.start(), figure.end());
  }

  /// Whether it is stated in a sentence rather than in a table.
  public boolean isInProse() {
    return passage.form() == Passage.Form.PROSE;
  }
}
