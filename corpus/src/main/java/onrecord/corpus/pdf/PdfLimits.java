package onrecord.corpus.pdf;

import java.time.Duration;

/// How much work a PDF may ask for before it is refused as too complex.
///
/// @param pages the most pages
/// @param time the longest reading time for a file, of a processor
/// @param glyphs the most characters on a page
/// @param operators the most drawing operators on a page
public record PdfLimits(int pages, Duration time, int glyphs, int operators) {

  /// Generous for any periodic report, small enough that a hostile file is done with soon.
  public static final PdfLimits USUAL =
      new PdfLimits(2_000, Duration.ofMinutes(2), 50_000, 1_000_000);

  /// The same with another time.
  public PdfLimits within(Duration longest) {
    return new PdfLimits(pages, longest, glyphs, operators);
  }

  public PdfLimits {
    if (pages < 1 || !time.isPositive() || glyphs < 1 || operators < 1) {
      throw new IllegalArgumentException("Limits must be positive");
    }
  }
}
