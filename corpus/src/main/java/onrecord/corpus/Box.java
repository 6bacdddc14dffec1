package onrecord.corpus;

/// A rectangle on a page of the original, in shares of the page's width and height from its top
/// left corner.
///
/// @param page counted from 1
/// @param x left edge, 0 to 1
/// @param y top edge, 0 to 1
/// @param width 0 to 1
/// @param height 0 to 1
public record Box(int page, double x, double y, double width, double height) {

  /// The part of this box between two shares of its width, for quoting a part of a line.
  ///
  /// @param from 0 to 1
  /// @param to `from` to 1
  public Box slice(double from, double to) {
    return new Box(page, x + width * from, y, width * (to - from), height);
  }

  /// The smallest box around this one and another on the same page.
  public Box union(Box other) {
    var left = Math.min(x, other.x);
    var top = Math.min(y, other.y);
    var right = Math.max(x + width, other.x + other.width);
    var bottom = Math.max(y + height, other.y + other.height);
    return new Box(page, left, top, right - left, bottom - top);
  }
}
