package onrecord.retrieval.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// A drawing of curves over a logarithmic scale, as SVG.
///
/// @param title above it
/// @param across what is counted from left to right
/// @param up what is counted upwards, from 0
record Curves(String title, String across, String up, List<Curve> curves) {

  private static final int WIDTH = 640;
  private static final int HEIGHT = 360;
  private static final int MARGIN = 60;
  private static final List<String> COLOURS =
      List.of("#0b63ce", "#b3261e", "#2e7d32", "#6a4c93", "#8a5a00", "#455a64");

  /// A named line through points, from left to right.
  record Curve(String name, List<Point> points) {}

  record Point(double x, double y) {}

  String svg() {
    var svg = new StringBuilder();
    svg.append(
        format(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\""
                + " font-family=\"sans-serif\" font-size=\"12\">%n<title>%s</title>%n"
                + "<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n",
            WIDTH, HEIGHT, title));
    text(svg, WIDTH / 2.0, 24, "middle", title);
    text(svg, WIDTH / 2.0, HEIGHT - 14, "middle", across);
    text(svg, 8, MARGIN - 14, "start", up);
    axes(svg);
    for (var i = 0; i < curves.size(); i++) {
      curve(svg, curves.get(i), COLOURS.get(i % COLOURS.size()), i);
    }
    return svg.append("</svg>\n").toString();
  }

  private void axes(StringBuilder svg) {
    for (var x : points().map(Point::x).distinct().sorted().toList()) {
      line(svg, across(x), MARGIN, across(x), HEIGHT - MARGIN, "#ddd");
      text(svg, across(x), HEIGHT - MARGIN + 18, "middle", String.format(Locale.ROOT, "%,.0f", x));
    }
    for (var i = 0; i <= 4; i++) {
      var y = highest() * i / 4;
      line(svg, MARGIN, up(y), WIDTH - MARGIN, up(y), "#ddd");
      text(svg, MARGIN - 6, up(y) + 4, "end", format("%.1f", y));
    }
  }

  private void curve(StringBuilder svg, Curve curve, String colour, int number) {
    var path = new ArrayList<String>();
    for (var point : curve.points) {
      path.add(format("%.1f,%.1f", across(point.x), up(point.y)));
      svg.append(
          format(
              "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>%n",
              across(point.x), up(point.y), colour));
    }
    svg.append(
        format(
            "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>%n",
            String.join(" ", path), colour));
    svg.append(
        format(
            "<text x=\"%d\" y=\"%d\" fill=\"%s\">%s</text>%n",
            MARGIN + 10, MARGIN + 14 + 16 * number, colour, curve.name));
  }

  private Stream<Point> points() {
    return curves.stream().flatMap(curve -> curve.points.stream());
  }

  private double highest() {
    return Math.max(points().mapToDouble(Point::y).max().orElse(1), 1e-9);
  }

  private double across(double x) {
    var least = Math.log(points().mapToDouble(Point::x).min().orElse(1));
    var most = Math.log(points().mapToDouble(Point::x).max().orElse(1));
    var share = most > least ? (Math.log(x) - least) / (most - least) : 0.5;
    return MARGIN + share * (WIDTH - 2 * MARGIN);
  }

  private double up(double y) {
    return HEIGHT - MARGIN - y / highest() * (HEIGHT - 2 * MARGIN);
  }

  private static void line(
      StringBuilder svg, double x1, double y1, double x2, double y2, String colour) {
    svg.append(
        format(
            "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>%n",
            x1, y1, x2, y2, colour));
  }

  private static void text(StringBuilder svg, double x, double y, String anchor, String text) {
    svg.append(
        format("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n", x, y, anchor, text));
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
