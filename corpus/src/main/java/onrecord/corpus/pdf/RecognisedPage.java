package onrecord.corpus.pdf;

import java.util.ArrayList;
import java.util.List;

/// Lays the words that were recognised in the picture of a page out as if they had been printed on
/// it.
final class RecognisedPage {

  /// Lines whose heights differ by less than this share are set in one size: a line's height
  /// depends on the letters that happen to be in it.
  private static final double SAME_SIZE = 0.25;

  private static final double DESCENT = 0.16;

  private final int page;
  private final double width;
  private final double height;
  private final double usualSize;

  private RecognisedPage(int page, double width, double height, List<PrintedWord> words) {
    this.page = page;
    this.width = width;
    this.height = height;
    var sizes = words.stream().map(word -> word.line().height() * height).sorted().toList();
    this.usualSize = sizes.isEmpty() ? 1 : sizes.get(sizes.size() / 2);
  }

  static PrintedPage of(int page, double width, double height, List<PrintedWord> words) {
    return new RecognisedPage(page, width, height, words).printed(words);
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
    var sheet =
        new Sheet(page, Turn.UPRIGHT, width, height, List.copyOf(glyphs), List.of(), List.of());
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
