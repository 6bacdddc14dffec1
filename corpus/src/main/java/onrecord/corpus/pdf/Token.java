package onrecord.corpus.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import onrecord.corpus.Box;

/// What stands alone on a line of a table: a label, a heading, a figure with its signs.
///
/// @param text as printed; a currency sign that stands apart is put before its figure
/// @param area where it stands, a currency sign that stands apart not counted
/// @param box the whole of it on the page as displayed
record Token(String text, Area area, Box box, double size, boolean bold) {

  private static final Pattern CURRENCY = Pattern.compile("[$€£¥￥]|(?:US|HK|C|A)\\$|RMB");
  private static final Pattern CLOSING = Pattern.compile("[)）]?\\s*[%％]?|pts?|bps?");

  /// The tokens of a line, from left to right.
  static List<Token> of(Line line) {
    var tokens = new ArrayList<Token>();
    Run sign = null;
    for (var run : line.runs()) {
      var isSign = CURRENCY.matcher(run.text()).matches();
      if (sign != null && isFigure(run) && !isSign) {
        tokens.add(signed(sign, run));
        sign = null;
        continue;
      }
      if (sign != null) {
        tokens.add(of(sign));
        sign = null;
      }
      if (isSign) {
        sign = run;
      } else if (!tokens.isEmpty() && closes(tokens.getLast(), run)) {
        tokens.set(tokens.size() - 1, closed(tokens.getLast(), run));
      } else {
        tokens.add(of(run));
      }
    }
    if (sign != null) {
      tokens.add(of(sign));
    }
    return tokens;
  }

  private static Token of(Run run) {
    return new Token(run.text(), run.area(), run.box(), run.size(), run.bold());
  }

  private static boolean isFigure(Run run) {
    return CellText.isNumber(run.text()) || CellText.isNothing(run.text());
  }

  private static Token signed(Run sign, Run figure) {
    return new Token(
        sign.text() + figure.text(),
        figure.area(),
        sign.box().union(figure.box()),
        figure.size(),
        figure.bold());
  }

  private static boolean closes(Token figure, Run sign) {
    return CLOSING.matcher(sign.text()).matches()
        && figure.text().matches(".*[\\d)]")
        && sign.area().left() - figure.area().right() < 3 * sign.size();
  }

  private static Token closed(Token figure, Run sign) {
    return new Token(
        figure.text + sign.text(),
        figure.area.union(sign.area()),
        figure.box.union(sign.box()),
        figure.size,
        figure.bold);
  }

  boolean isNumber() {
    return CellText.isNumber(text);
  }

  boolean isCurrency() {
    return CURRENCY.matcher(text).matches();
  }

  boolean isNothing() {
    return CellText.isNothing(text);
  }
}
