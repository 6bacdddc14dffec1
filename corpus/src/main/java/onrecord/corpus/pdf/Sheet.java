package onrecord.corpus.pdf;

import java.util.List;
import onrecord.corpus.Box;

/// What is printed on a page in one writing direction, laid upright.
///
/// @param page its number, from 1
/// @param turn how the text runs on the page as displayed
/// @param width the upright width in points
/// @param height the upright height in points
/// @param horizontals drawn lines from left to right
/// @param verticals drawn lines from top to bottom
record Sheet(
    int page,
    Turn turn,
    double width,
    double height,
    List<Glyph> glyphs,
    List<Stroke> horizontals,
    List<Stroke> verticals) {

  /// The place of an area on the page as displayed, in shares of its size.
  Box box(Area area) {
    var back = turn.back();
    var x1 = back.x(area.left(), area.top(), width, height);
    var y1 = back.y(area.left(), area.top(), width, height);
    var x2 = back.x(area.right(), area.bottom(), width, height);
    var y2 = back.y(area.right(), area.bottom(), width, height);
    var shownWidth = turn.isSideways() ? height : width;
    var shownHeight = turn.isSideways() ? width : height;
    var left = share(Math.min(x1, x2), shownWidth);
    var top = share(Math.min(y1, y2), shownHeight);
    return new Box(
        page,
        left,
        top,
        share(Math.max(x1, x2), shownWidth) - left,
        share(Math.max(y1, y2), shownHeight) - top);
  }

  private static double share(double length, double whole) {
    return Math.clamp(length / whole, 0, 1);
  }
}
