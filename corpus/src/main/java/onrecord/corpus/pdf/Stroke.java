package onrecord.corpus.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A drawn line along a page's edges.
///
/// @param at its distance from the left edge if it is vertical, from the top if it is horizontal
/// @param from where it begins on the other axis
/// @param to where it ends on the other axis
record Stroke(double at, double from, double to) {

  /// Lines this close to each other are one, drawn twice or in pieces.
  private static final double SAME = 1.3;

  /// Gaps up to this length are those of a dashed line.
  private static final double DASH_GAP = 3.2;

  double length() {
    return to - from;
  }

  boolean covers(double place) {
    return from <= place && place <= to;
  }

  /// Joins pieces that lie on one line, and leaves out what stays too short to rule anything.
  static List<Stroke> joined(List<Stroke> pieces, double shortest) {
    var sorted = new ArrayList<>(pieces);
    sorted.sort(Comparator.comparingDouble(Stroke::at));
    var joined = new ArrayList<Stroke>();
    var start = 0;
    for (var i = 1; i <= sorted.size(); i++) {
      if (i == sorted.size() || sorted.get(i).at - sorted.get(i - 1).at > SAME) {
        joinAlong(sorted.subList(start, i), shortest, joined);
        start = i;
      }
    }
    return joined;
  }

  private static void joinAlong(List<Stroke> line, double shortest, List<Stroke> joined) {
    var at = line.stream().mapToDouble(Stroke::at).average().orElse(0);
    var sorted = new ArrayList<>(line);
    sorted.sort(Comparator.comparingDouble(Stroke::from));
    var from = sorted.getFirst().from;
    var to = sorted.getFirst().to;
    for (var piece : sorted) {
      if (piece.from - to > DASH_GAP) {
        keep(new Stroke(at, from, to), shortest, joined);
        from = piece.from;
        to = piece.to;
      }
      to = Math.max(to, piece.to);
    }
    keep(new Stroke(at, from, to), shortest, joined);
  }

  private static void keep(Stroke stroke, double shortest, List<Stroke> joined) {
    if (stroke.length() >= shortest) {
      joined.add(stroke);
    }
  }
}
