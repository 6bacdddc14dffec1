package onrecord.bot.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import onrecord.bot.Answer.Comparison;
import onrecord.bot.Answer.Item;
import onrecord.bot.chart.Shape.Anchor;
import onrecord.bot.chart.Shape.Role;
import onrecord.bot.finding.Figures;

/// Where everything of a chart stands: for each figure a line with its label and its value, digit
/// by digit as disclosed, and a lying bar below it.
///
/// As narrow as a phone, so that its words can be read there. Every bar begins at zero, so that
/// lengths compare as the values do.
record Layout(double width, double height, List<Shape> shapes) {

  private static final double WIDTH = 400;
  private static final double MARGIN = 16;
  private static final double GAP = 12;
  private static final double HEAD = 60;
  private static final double ROW = 42;
  private static final double WORDS = 15;
  private static final double BAR = 12;

  Layout {
    shapes = List.copyOf(shapes);
  }

  static Layout of(Comparison comparison) {
    var items = comparison.items();
    var scale = Scale.of(items);
    var shapes = new ArrayList<Shape>();
    shapes.add(text(MARGIN, 28, cut(comparison.title(), Role.TITLE, room("")), Role.TITLE));
    shapes.add(text(MARGIN, 47, comparison.unit(), Role.UNIT));
    for (int i = 0; i < items.size(); i++) {
      shapes.addAll(row(items.get(i), HEAD + i * ROW, scale));
    }
    return new Layout(WIDTH, HEAD + items.size() * ROW + MARGIN / 2, shapes);
  }

  private static List<Shape> row(Item item, double top, Scale scale) {
    var value = Figures.grouped(item.value());
    double bar = top + WORDS + 6;
    return List.of(
        text(MARGIN, top + WORDS, cut(item.label(), Role.LABEL, room(value)), Role.LABEL),
        new Shape.Text(WIDTH - MARGIN, top + WORDS, value, Anchor.END, Role.VALUE),
        scale.bar(item.value(), bar),
        new Shape.Baseline(scale.zero(), bar - 2, bar + BAR + 2));
  }

  private static Shape text(double x, double y, String words, Role role) {
    return new Shape.Text(x, y, words, Anchor.START, role);
  }

  /// What a line leaves beside a value.
  private static double room(String value) {
    return WIDTH - 2 * MARGIN - (value.isEmpty() ? 0 : width(value, Role.VALUE) + GAP);
  }

  /// A Chinese character is as wide as it is high, others are about six tenths of that.
  private static double width(String words, Role role) {
    return words.chars().mapToDouble(c -> c > 0x2E80 ? 1 : 0.6).sum() * role.size();
  }

  private static String cut(String words, Role role, double room) {
    if (width(words, role) <= room) {
      return words;
    }
    var kept = words;
    while (kept.length() > 1 && width(kept + "…", role) > room) {
      kept = kept.substring(0, kept.length() - 1);
    }
    return kept + "…";
  }

  /// How long a value is.
  ///
  /// @param zero where bars begin
  private record Scale(double zero, double unit) {

    static Scale of(List<Item> items) {
      double lowest = Math.min(0, extreme(items, false));
      double highest = Math.max(0, extreme(items, true));
      double span = highest - lowest;
      double unit = span == 0 ? 0 : (WIDTH - 2 * MARGIN) / span;
      return new Scale(MARGIN - lowest * unit, unit);
    }

    private static double extreme(List<Item> items, boolean high) {
      var values = items.stream().map(Item::value).mapToDouble(BigDecimal::doubleValue);
      return (high ? values.max() : values.min()).orElse(0);
    }

    Shape bar(BigDecimal value, double top) {
      double length = value.doubleValue() * unit;
      return new Shape.Bar(Math.min(zero, zero + length), top, Math.abs(length), BAR, length < 0);
    }
  }
}
