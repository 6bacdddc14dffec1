package onrecord.corpus.pdf;

/// A printed character on a page laid upright.
///
/// @param text what it stands for; a blank for a space
/// @param x left edge in points
/// @param baseline distance of its baseline from the top of the page
/// @param width its advance
/// @param size font size in points
/// @param bold printed in a bold face, or thickened
record Glyph(String text, double x, double baseline, double width, double size, boolean bold) {

  // The em box of common faces stands so far above and below the baseline, in font sizes.
  private static final double ASCENT = 0.86;
  private static final double DESCENT = 0.16;

  double right() {
    return x + width;
  }

  double centre() {
    return x + width / 2;
  }

  double top() {
    return baseline - ASCENT * size;
  }

  double bottom() {
    return baseline + DESCENT * size;
  }

  double middle() {
    return baseline - (ASCENT - DESCENT) / 2 * size;
  }

  boolean isBlank() {
    return text.isBlank();
  }
}
