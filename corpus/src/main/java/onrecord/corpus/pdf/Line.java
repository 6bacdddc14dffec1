package onrecord.corpus.pdf;

import java.util.List;
import java.util.stream.Collectors;
import onrecord.corpus.Box;

/// A printed line: runs on one baseline, from left to right.
///
/// @param page from 1
/// @param height of the page laid upright, in points
record Line(int page, double pageWidth, double pageHeight, List<Run> runs) implements Piece {

  Line {
    runs = List.copyOf(runs);
  }

  String text() {
    return runs.stream().map(Run::text).collect(Collectors.joining(" "));
  }

  @Override
  public Area area() {
    return runs.stream().map(Run::area).reduce(Area::union).orElseThrow();
  }

  Box box() {
    var first = runs.getFirst().box();
    if (runs.size() == 1) {
      return first;
    }
    var left = 1.0;
    var top = 1.0;
    var right = 0.0;
    var bottom = 0.0;
    for (var run : runs) {
      var box = run.box();
      left = Math.min(left, box.x());
      top = Math.min(top, box.y());
      right = Math.max(right, box.x() + box.width());
      bottom = Math.max(bottom, box.y() + box.height());
    }
    return new Box(page, left, top, right - left, bottom - top);
  }

  /// The font size of its longest run.
  double size() {
    var longest = runs.getFirst();
    for (var run : runs) {
      longest = run.text().length() > longest.text().length() ? run : longest;
    }
    return longest.size();
  }

  boolean bold() {
    return runs.stream().allMatch(Run::bold);
  }
}
