package onrecord.corpus.pdf;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import onrecord.corpus.Box;

/// Lays the words that were recognised in the picture of a page out as if they had been printed on
/// it, whichever way up it was scanned.
final class RecognisedPage {

  /// Lines whose heights differ by less than this share are set in one size: a line's height
  /// depends on the letters that happen to be in it.
  private static final double SAME_SIZE = 0.25;

  private static final double DESCENT = 0.16;

  /// Shorter words may be as high as they are wide.
  private static final int LONG_WORD = 4;

  private final int page;
  private final Turn turn;
  private final double width;
  private final double height;
  private final double usualSize;

  /// @param words laid upright, as width and height are
  private RecognisedPage(
      int page, Turn turn, double width, double height, List<PrintedWord> words) {
    this.page = page;
    this.turn = turn;
    this.width = width;
    this.height = height;
    var sizes = words.stream().map(word -> word.line().height() * height).sorted().toList();
    this.usualSize = sizes.isEmpty() ? 1 : sizes.get(sizes.size() / 2);
  }

  static PrintedPage of(int page, double width, double height, List<PrintedWord> words) {
    var turn = turn(width, height, words);
    var upright = words.stream().map(word -> upright(word, turn)).toList();
    return turn.isSideways()
        ? new RecognisedPage(page, turn, height, width, upright).printed(upright)
        : new RecognisedPage(page, turn, width, height, upright).printed(upright);
  }

  /// The way in which most words follow one another in their lines.
  private static Turn turn(double width, double height, List<PrintedWord> words) {
    var turns = new EnumMap<Turn, Integer>(Turn.class);
    for (var i = 1; i < words.size(); i++) {
      var before = words.get(i - 1);
      var word = words.get(i);
      if (before.line().equals(word.line()) && word.text().length() >= LONG_WORD) {
        var dx = (middleX(word.box()) - middleX(before.box())) * width;
        var dy = (middleY(word.box()) - middleY(before.box())) * height;
        turns.merge(Turn.of(dx, dy), 1, Integer::sum);
      }
    }
    return turns.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(Turn.UPRIGHT);
  }

  private static double middleX(Box box) {
    return box.x() + box.width() / 2;
  }

  private static double middleY(Box box) {
    return box.y() + box.height() / 2;
  }

  private static PrintedWord upright(PrintedWord word, Turn turn) {
    return turn == Turn.UPRIGHT
        ? word
        : new PrintedWord(
            word.text(), upright(word.box(), turn), upright(word.line(), turn), word.confidence());
  }

  /// In shares of the page as turned.
  private static Box upright(Box box, Turn turn) {
    var right = box.x() + box.width();
    var bottom = box.y() + box.height();
    var x1 = turn.x(box.x(), box.y(), 1, 1);
    var x2 = turn.x(right, bottom, 1, 1);
    var y1 = turn.y(box.x(), box.y(), 1, 1);
    var y2 = turn.y(right, bottom, 1, 1);
    return new Box(
        box.page(), Math.min(x1, x2), Math.min(y1, y2), Math.abs(x2 - x1), Math.abs(y2 - y1));
  }

  private PrintedPage printed(List<PrintedWord> words) {
    var glyphs = new ArrayList<Glyph>();
    var line = new ArrayList<PrintedWord>();
    for (var word : words.stream().flatMap(word -> withoutRules(word).stream()).toList()) {
      if (!line.isEmpty() && !line.getLast().line().equals(word.line())) {
        addGlyphs(line, glyphs);
        line.clear();
      }
      line.add(word);
    }
    addGlyphs(line, glyphs);
    var sheet = new Sheet(page, turn, width, height, List.copyOf(glyphs), List.of(), List.of());
    return new PrintedPage(page, List.of(sheet), glyphs.size(), 0, 0, true, 0);
  }

  /// The ruling of tables is taken for strokes beside the words.
  private static List<PrintedWord> withoutRules(PrintedWord word) {
    var text = word.text().replaceAll("^[|｜]+|[|｜]+$", "");
    return text.isEmpty()
        ? List.of()
        : List.of(new PrintedWord(text, word.box(), word.line(), word.confidence()));
  }

  /// Words stand in the order of their line and never over each other, whatever their boxes say.
  private void addGlyphs(List<PrintedWord> line, List<Glyph> glyphs) {
    var left = 0.0;
    for (var i = 0; i < line.size(); i++) {
      var word = line.get(i);
      var start = Math.max(left, word.box().x() * width);
      var end = Math.max(start, (word.box().x() + word.box().width()) * width);
      if (i + 1 < line.size()) {
        var next = line.get(i + 1).box().x() * width;
        end = isOne(word, line.get(i + 1)) && next - end < size(word) ? next : Math.min(end, next);
      }
      end = Math.max(end, start + word.text().length() * 0.1 * size(word));
      addGlyphs(word, start, end, glyphs);
      left = end;
    }
  }

  /// Whether words that are recognised apart are printed without a space: Chinese, and the groups
  /// of digits of a number.
  private static boolean isOne(PrintedWord word, PrintedWord next) {
    var last = Script.last(word.text());
    var first = Script.first(next.text());
    return (Script.isUnspaced(last) && Script.isUnspaced(first))
        || (word.text().matches("-?[\\d,.]*[,.]") && Character.isDigit(first));
  }

  private double size(PrintedWord word) {
    var own = word.line().height() * height;
    return Math.abs(own - usualSize) < SAME_SIZE * usualSize ? usualSize : own;
  }

  /// The characters of a word share its width.
  private void addGlyphs(PrintedWord word, double start, double end, List<Glyph> glyphs) {
    var characters = word.text().codePoints().mapToObj(Character::toString).toList();
    var line = word.line();
    var baseline = (line.y() + line.height() * (1 - DESCENT)) * height;
    var advance = (end - start) / characters.size();
    for (var i = 0; i < characters.size(); i++) {
      glyphs.add(
          new Glyph(characters.get(i), start + i * advance, baseline, advance, size(word), false));
    }
  }
}
