package onrecord.corpus.pdf;

import java.util.List;
import java.util.stream.Collectors;
import onrecord.corpus.Box;

/// A printed line: runs on one baseline, from left to right.
///
/// @param page from 1
/// @param pageWidth of the page laid upright, in points
/// @param pageHeight of the page laid upright, in points
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
    return runs.stream().map(Run::box).reduce(Box::union).orElseThrow();
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

  boolean hasLeader() {
    return runs.stream().anyMatch(Run::isLeader);
  }

  /// The line without its leaders; itself if it consists of nothing else.
  Line withoutLeaders() {
    var kept = runs.stream().filter(run -> !run.isLeader()).toList();
    return kept.isEmpty() || kept.size() == runs.size()
        ? this
        : new Line(page, pageWidth, pageHeight, kept);
  }
}
