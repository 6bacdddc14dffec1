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
    words.forEach(word -> addGlyphs(word, glyphs));
    var sheet =
        new Sheet(page, Turn.UPRIGHT, width, height, List.copyOf(glyphs), List.of(), List.of());
    return new PrintedPage(page, List.of(sheet), glyphs.size(), 0, 0, 0);
  }

  /// The characters of a word share its width.
  private void addGlyphs(PrintedWord word, List<Glyph> glyphs) {
    var characters = word.text().codePoints().mapToObj(Character::toString).toList();
    var own = word.line().height() * height;
    var size = Math.abs(own - usualSize) < SAME_SIZE * usualSize ? usualSize : own;
    var baseline = (word.line().y() + word.line().height()) * height - DESCENT * own;
    var advance = word.box().width() * width / characters.size();
    for (var i = 0; i < characters.size(); i++) {
      var x = word.box().x() * width + i * advance;
      glyphs.add(new Glyph(characters.get(i), x, baseline, advance, size, false));
    }
  }
}
