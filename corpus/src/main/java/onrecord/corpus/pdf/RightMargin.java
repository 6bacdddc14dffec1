package onrecord.corpus.pdf;

import java.util.Arrays;
import java.util.List;

/// Where full lines end on a page, in points from its left edge.
///
/// A page can have several such places, as when one of its sections is set narrower; lines of
/// justified text all end there.
///
/// @param places in ascending order, at least one
record RightMargin(List<Double> places) {

  private static final int FEWEST_LINES = 3;
  private static final double FEWEST_SHARE = 0.2;
  private static final double SAME_PLACE = 2;

  /// Of a page with too few lines to tell.
  static RightMargin usual(List<PageText> pages) {
    var ends = wideEnds(pages.stream().flatMap(page -> page.lines().stream()).toList(), 0.4);
    return new RightMargin(
        List.of(ends.length == 0 ? Double.MAX_VALUE : ends[(int) (ends.length * 0.9)]));
  }

  /// Of a page, or this one if the page has too few wide lines.
  RightMargin of(List<Line> lines) {
    return of(wideEnds(lines, 0.4));
  }

  /// Of one of several columns of a page.
  RightMargin ofColumn(List<Line> lines) {
    var width = lines.stream().map(Line::area).reduce(Area::union).orElseThrow().width();
    return of(wideEnds(lines, 0.6 * width / lines.getFirst().pageWidth()));
  }

  private RightMargin of(double[] ends) {
    if (ends.length < FEWEST_LINES) {
      return this;
    }
    var places = Arrays.stream(ends).filter(end -> isCommon(end, ends)).boxed().distinct().toList();
    return places.isEmpty()
        ? new RightMargin(List.of(ends[ends.length - 1]))
        : new RightMargin(places);
  }

  /// @param share of the page's width that a wide line takes
  private static double[] wideEnds(List<Line> lines, double share) {
    return lines.stream()
        .filter(line -> line.area().width() > share * line.pageWidth())
        .mapToDouble(line -> line.area().right())
        .sorted()
        .toArray();
  }

  private static boolean isCommon(double end, double[] ends) {
    var near = Arrays.stream(ends).filter(other -> Math.abs(other - end) <= SAME_PLACE).count();
    return near >= FEWEST_LINES && near >= FEWEST_SHARE * ends.length;
  }

  /// Whether a line is full: it ends at the margin, or something so wide would not have fitted.
  ///
  /// @param end where the line ends
  /// @param next the width of the word that follows on the next line
  boolean isReached(double end, double next, double size) {
    return end + next > places.getLast() - 0.3 * size
        || places.stream().anyMatch(place -> Math.abs(place - end) <= 0.5 * size);
  }
}
