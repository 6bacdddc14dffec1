package onrecord.bot.chart;

/// The colours of a chart, each as `#rrggbb`.
///
/// Words have a contrast of at least 4.5 to 1 on their ground, bars of 3 to 1, as WCAG 2.2 asks.
public enum Theme {
  LIGHT("#ffffff", "#1b1f24", "#57606a", "#2563a8", "#b4442e", "#c4cad1"),
  DARK("#14181d", "#e8ebef", "#a3adb8", "#6aa5e3", "#e38773", "#444d57");

  private final String ground;
  private final String words;
  private final String faint;
  private final String bar;
  private final String negative;
  private final String line;

  Theme(String ground, String words, String faint, String bar, String negative, String line) {
    this.ground = ground;
    this.words = words;
    this.faint = faint;
    this.bar = bar;
    this.negative = negative;
    this.line = line;
  }

  String ground() {
    return ground;
  }

  String of(Shape shape) {
    return switch (shape) {
      case Shape.Bar bars -> bars.negative() ? negative : bar;
      case Shape.Baseline _ -> line;
      case Shape.Text text -> text.role() == Shape.Role.UNIT ? faint : words;
    };
  }
}
