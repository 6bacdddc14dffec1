package onrecord.corpus.pdf;

import java.util.List;

/// What a page holds.
///
/// @param page its number, from 1
/// @param sheets its contents by writing direction, the one with most text first
/// @param letters how many characters can be read: letters, digits, Chinese characters
/// @param unreadable how many stand for nothing known, or for private or control characters
/// @param others how many are signs and punctuation
/// @param recognised whether its text lies unseen over its picture, as scanners leave it
/// @param pictured the share of it that its largest picture covers, 0 to 1
record PrintedPage(
    int page,
    List<Sheet> sheets,
    int letters,
    int unreadable,
    int others,
    boolean recognised,
    double pictured) {

  /// A page number or a stamp that was printed over the picture of a page.
  private static final int FEW_LETTERS = 30;

  private static final double MOST_OF_THE_PAGE = 0.6;

  PrintedPage {
    sheets = List.copyOf(sheets);
  }

  boolean isBlank() {
    return letters + unreadable + others == 0;
  }

  /// Whether it is a picture, or nearly nothing but one.
  boolean isScanned() {
    return (isBlank() && pictured > 0)
        || (letters + others < FEW_LETTERS && pictured > MOST_OF_THE_PAGE);
  }

  /// Whether what is on it is not language: characters without meaning, or mostly signs, as when a
  /// font does not say what its glyphs stand for.
  boolean isGibberish() {
    var all = letters + unreadable + others;
    return (all >= 20 && (unreadable > 0.3 * all || (letters < 0.4 * all && letters < others)))
        || sheets.stream().limit(1).anyMatch(sheet -> !Legibility.isText(sheet.glyphs()));
  }
}
