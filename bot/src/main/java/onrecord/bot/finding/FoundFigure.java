package onrecord.bot.finding;

import onrecord.corpus.Disclosure;
import onrecord.corpus.Figure;
import onrecord.corpus.Passage;

/// A figure with the passage and the disclosure that state it.
///
/// @param hasTwin whether the same is stated of the group and of the parent company alone, so that
///   it has to be said which of the two it is
public record FoundFigure(Figure figure, Passage passage, Disclosure disclosure, boolean hasTwin) {

  FoundFigure(Figure figure, Passage passage, Disclosure disclosure) {
    this(figure, passage, disclosure, false);
  }

  FoundFigure withTwin() {
    return new FoundFigure(figure, passage, disclosure, true);
  }

  /// The row or clause that states it.
  public Quote quote() {
    return new Quote(disclosure, passage, figure.start(), figure.end());
  }

  /// Whether it is stated in a sentence rather than in a table.
  public boolean isInProse() {
    return passage.form() == Passage.Form.PROSE;
  }
}
