package onrecord.corpus.pdf;

/// The way in which text runs on a page as displayed, and how to lay it upright.
enum Turn {
  UPRIGHT,
  DOWNWARDS,
  UPSIDE_DOWN,
  UPWARDS;

  /// The turn of a writing direction, y counted downwards.
  static Turn of(double dx, double dy) {
    if (Math.abs(dx) >= Math.abs(dy)) {
      return dx >= 0 ? UPRIGHT : UPSIDE_DOWN;
    }
    return dy > 0 ? DOWNWARDS : UPWARDS;
  }

  /// Whether a direction is neither along the lines nor along the edges of a page: watermarks.
  static boolean isSlanted(double dx, double dy) {
    var smaller = Math.min(Math.abs(dx), Math.abs(dy));
    return smaller > 0.1 * Math.max(Math.abs(dx), Math.abs(dy));
  }

  /// Whether width and height change places.
  boolean isSideways() {
    return this == DOWNWARDS || this == UPWARDS;
  }

  /// A displayed point's first coordinate once the page is turned upright.
  double x(double x, double y, double width, double height) {
    return switch (this) {
      case UPRIGHT -> x;
      case DOWNWARDS -> y;
      case UPSIDE_DOWN -> width - x;
      case UPWARDS -> height - y;
    };
  }

  /// A displayed point's second coordinate once the page is turned upright.
  double y(double x, double y, double width, double height) {
    return switch (this) {
      case UPRIGHT -> y;
      case DOWNWARDS -> width - x;
      case UPSIDE_DOWN -> height - y;
      case UPWARDS -> x;
    };
  }

  /// The turn that undoes this one.
  Turn back() {
    return switch (this) {
      case DOWNWARDS -> UPWARDS;
      case UPWARDS -> DOWNWARDS;
      case UPRIGHT, UPSIDE_DOWN -> this;
    };
  }
}
