package onrecord.corpus.pdf;

import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;

/// Collects the lines that paths draw along the edges of a page, strokes and thin fills alike.
///
/// Curves and slanted lines rule nothing and are left out.
final class DrawnLines {

  /// A filled area up to this thick, in points, is a line.
  private static final double THICKNESS = 3;

  /// A stroke that leaves its direction by no more than this, in points, runs along an edge.
  private static final double SLANT = 1;

  private final List<Stroke> horizontals = new ArrayList<>();
  private final List<Stroke> verticals = new ArrayList<>();
  private final List<Segment> segments = new ArrayList<>();
  private Point2D.Double start = new Point2D.Double();
  private Point2D.Double current = start;

  private record Segment(Point2D.Double start, Point2D.Double end) {}

  List<Stroke> horizontals() {
    return horizontals;
  }

  List<Stroke> verticals() {
    return verticals;
  }

  void rectangle(Point2D.Double a, Point2D.Double b, Point2D.Double c, Point2D.Double d) {
    moveTo(a);
    lineTo(b);
    lineTo(c);
    lineTo(d);
    close();
  }

  void moveTo(Point2D.Double point) {
    start = point;
    current = point;
  }

  void lineTo(Point2D.Double point) {
    segments.add(new Segment(current, point));
    current = point;
  }

  void curveTo(Point2D.Double point) {
    current = point;
  }

  void close() {
    lineTo(start);
  }

  void discard() {
    segments.clear();
  }

  void stroke() {
    for (var segment : segments) {
      add(List.of(segment), SLANT);
    }
    discard();
  }

  /// A fill is a line if the whole of a shape is thin; larger areas are shading.
  void fill() {
    for (var first = 0; first < segments.size(); ) {
      var end = endOfShape(first);
      add(segments.subList(first, end), THICKNESS);
      first = end;
    }
    discard();
  }

  private int endOfShape(int first) {
    var end = first + 1;
    while (end < segments.size() && segments.get(end).start.equals(segments.get(end - 1).end)) {
      end++;
    }
    return end;
  }

  private void add(List<Segment> shape, double thickness) {
    var left = Double.MAX_VALUE;
    var top = Double.MAX_VALUE;
    var right = -Double.MAX_VALUE;
    var bottom = -Double.MAX_VALUE;
    for (var segment : shape) {
      left = Math.min(left, Math.min(segment.start.x, segment.end.x));
      right = Math.max(right, Math.max(segment.start.x, segment.end.x));
      top = Math.min(top, Math.min(segment.start.y, segment.end.y));
      bottom = Math.max(bottom, Math.max(segment.start.y, segment.end.y));
    }
    // A dot of a dotted line may belong to one in either direction.
    if (bottom - top <= thickness) {
      horizontals.add(new Stroke((top + bottom) / 2, left, right));
    }
    if (right - left <= thickness) {
      verticals.add(new Stroke((left + right) / 2, top, bottom));
    }
  }
}
