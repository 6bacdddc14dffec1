package onrecord.bot.chart;

/// A piece of a chart, in points from its top left corner.
sealed interface Shape {

  /// A bar, drawn from the baseline.
  ///
  /// @param negative whether it stands for a value below zero
  record Bar(double x, double y, double width, double height, boolean negative) implements Shape {}

  /// The line from which bars are drawn.
  record Baseline(double x, double top, double bottom) implements Shape {}

  /// Words on one line.
  ///
  /// @param x of the anchor
  /// @param y of the line on which letters stand
  record Text(double x, double y, String words, Anchor anchor, Role role) implements Shape {}

  /// Which end of the words stands at the anchor.
  enum Anchor {
    START,
    END
  }

  /// What words are there for, which decides how they look.
  enum Role {
    TITLE(16),
    UNIT(12.5),
    LABEL(13.5),
    VALUE(13.5);

    private final double size;

    Role(double size) {
      this.size = size;
    }

    double size() {
      return size;
    }
  }
}
