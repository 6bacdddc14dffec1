package onrecord.bot.chart;

import java.util.Locale;
import java.util.stream.Collectors;
import onrecord.bot.Answer.Comparison;
import onrecord.bot.chart.Shape.Role;

/// Draws a comparison as SVG. The colours are attributes, those of a light page; a page that takes
/// the chart up can give the classes `ground`, `bar`, `negative`, `line`, `words` and `unit` its
/// own.
public final class SvgChart {

  private static final String FONTS =
      "system-ui,-apple-system,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif";

  private SvgChart() {}

  /// A document of its own, with a title for those who do not see it.
  public static String draw(Comparison comparison) {
    var layout = Layout.of(comparison);
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %s %s" width="%s" height="%s" class="chart" role="img" font-family="%s">
    <title>%s</title>
    <rect class="ground" width="100%%" height="100%%" rx="8" fill="%s"/>
    %s
    </svg>
    """
        .formatted(
            number(layout.width()),
            number(layout.height()),
            number(layout.width()),
            number(layout.height()),
            FONTS,
            escaped(inWords(comparison)),
            Theme.LIGHT.ground(),
            layout.shapes().stream().map(SvgChart::draw).collect(Collectors.joining("\n")));
  }

  private static String inWords(Comparison comparison) {
    return comparison.items().stream()
        .map(item -> item.label() + " " + item.value().toPlainString())
        .collect(
            Collectors.joining("; ", comparison.title() + " (" + comparison.unit() + "): ", ""));
  }

  private static String draw(Shape shape) {
    var colour = Theme.LIGHT.of(shape);
    return switch (shape) {
      case Shape.Bar bar ->
          "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"2\" fill=\"%s\"/>"
              .formatted(
                  bar.negative() ? "negative" : "bar",
                  number(bar.x()),
                  number(bar.y()),
                  number(bar.width()),
                  number(bar.height()),
                  colour);
      case Shape.Baseline line ->
          "<path class=\"line\" d=\"M%s %sV%s\" stroke=\"%s\"/>"
              .formatted(number(line.x()), number(line.top()), number(line.bottom()), colour);
      case Shape.Text text ->
          "<text class=\"%s\" x=\"%s\" y=\"%s\" font-size=\"%s\"%s%s fill=\"%s\">%s</text>"
              .formatted(
                  text.role() == Role.UNIT ? "unit" : "words",
                  number(text.x()),
                  number(text.y()),
                  number(text.role().size()),
                  text.anchor() == Shape.Anchor.END ? " text-anchor=\"end\"" : "",
                  text.role() == Role.TITLE ? " font-weight=\"600\"" : "",
                  colour,
                  escaped(text.words()));
    };
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static String escaped(String words) {
    return words
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
