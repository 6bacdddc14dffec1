package onrecord.corpus.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import onrecord.corpus.pdf.Grid.Place;

/// Puts the lines below the headings of a table together to rows: labels that take several lines,
/// words that go on below.
final class BodyRows {

  /// A label that ends so goes on.
  private static final Pattern OPEN_END =
      Pattern.compile(".*(?:[,，、(（]|\\b(?:and|or|of|the|for|to|in|from|by|with))\\s*");

  private static final Pattern OPEN_SECTION = Pattern.compile("\\p{Lu}.*[:：]");
  private static final Pattern SECTION_END = Pattern.compile(".*[:：–—-]\\s*");

  private final Columns columns;
  private final List<Draft> drafts = new ArrayList<>();

  BodyRows(Columns columns) {
    this.columns = columns;
  }

  /// A row in the making.
  private static final class Draft {
    private final List<JoinedText> cells = new ArrayList<>();
    private final boolean hasFigures;
    private final Token first;
    private Token lastLabel;
    private boolean bold = true;

    Draft(int columns, Token first, boolean hasFigures) {
      for (var i = 0; i < columns; i++) {
        cells.add(new JoinedText());
      }
      this.first = first;
      this.lastLabel = first;
      this.hasFigures = hasFigures;
    }
  }

  void add(List<Token> tokens) {
    var hasFigures = FigureRow.is(tokens);
    var last = drafts.isEmpty() ? null : drafts.getLast();
    if (last != null && goesOn(last, tokens, hasFigures)) {
      if (hasFigures) {
        drafts.removeLast();
        var joined = new Draft(columns.count(), last.first, true);
        joined.cells.getFirst().add(last.cells.getFirst().cell());
        drafts.add(joined);
        fill(joined, tokens);
      } else {
        fill(last, tokens);
      }
      return;
    }
    var draft = new Draft(columns.count(), tokens.getFirst(), hasFigures);
    fill(draft, tokens);
    drafts.add(draft);
  }

  private boolean goesOn(Draft last, List<Token> tokens, boolean hasFigures) {
    var label = tokens.getFirst();
    if (columns.of(label.area()) != 0) {
      return !hasFigures && !tokens.stream().allMatch(Token::isNothing);
    }
    if (last.hasFigures && hasFigures) {
      return false;
    }
    var before = last.cells.getFirst().text();
    var begins = Script.first(label.text());
    if (SECTION_END.matcher(before).matches() || last.lastLabel.bold() != label.bold()) {
      return false;
    }
    var isOpen = OPEN_END.matcher(before).matches() || Character.isLowerCase(begins);
    var isFull = last.lastLabel.area().width() > 0.7 * columnWidth();
    var hangs = label.area().left() > last.first.area().left() + 2;
    if (hasFigures) {
      return isOpen || (isFull && (hangs || Script.isUnspaced(begins)));
    }
    return (Character.isLowerCase(begins) || begins == '(')
        && !OPEN_SECTION.matcher(label.text()).matches();
  }

  private double columnWidth() {
    return columns.get(0).right() - columns.get(0).left();
  }

  private void fill(Draft draft, List<Token> tokens) {
    for (var token : tokens) {
      var column = columns.of(token.area());
      draft.cells.get(column).add(token.text(), token.box());
      draft.bold &= token.bold();
      if (column == 0) {
        draft.lastLabel = token;
      }
    }
  }

  List<List<Place>> places() {
    return drafts.stream().map(BodyRows::places).toList();
  }

  private static List<Place> places(Draft draft) {
    return draft.cells.stream()
        .map(cell -> new Place(cell.cell(), 0, 0, draft.bold, false, false))
        .toList();
  }
}
