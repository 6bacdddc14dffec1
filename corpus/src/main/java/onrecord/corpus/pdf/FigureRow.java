package onrecord.corpus.pdf;

import java.util.List;

/// Tells rows of figures from other lines.
final class FigureRow {

  private FigureRow() {}

  /// Whether a line gives figures: after a label, or nothing but figures.
  static boolean is(List<Token> tokens) {
    return tokens.stream().skip(1).anyMatch(Token::isNumber)
        || isAllFigures(tokens)
        || isEmptyRow(tokens);
  }

  static boolean isAllFigures(List<Token> tokens) {
    return tokens.stream().allMatch(token -> token.isNumber() || token.isNothing())
        && tokens.stream().anyMatch(Token::isNumber);
  }

  /// A label with dashes for figures; signs of currency alone head columns.
  private static boolean isEmptyRow(List<Token> tokens) {
    return tokens.size() > 1
        && !tokens.getFirst().isNothing()
        && tokens.stream().skip(1).allMatch(token -> token.isNothing() && !token.isCurrency());
  }

  /// Whether a line names periods, as headings of columns do.
  static boolean namesPeriods(List<Token> tokens) {
    return tokens.stream().noneMatch(Token::isNumber)
        && tokens.stream().filter(token -> CellText.isPeriod(token.text())).count() >= 2;
  }
}
