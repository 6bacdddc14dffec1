package onrecord.corpus.pdf;

import java.util.List;
import onrecord.corpus.document.Block;

/// A table as it stands on one page.
///
/// @param headings how many of the first rows are known to be headings
/// @param edges the left edges of its columns and the right edge of the last, upright, in points
/// @param rows from top to bottom, each with a place for every column
record Grid(int page, Area area, int headings, List<Double> edges, List<List<Place>> rows)
    implements Piece {

  Grid {
    edges = List.copyOf(edges);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /// A place in a grid: where a cell begins, or one that a cell which began earlier covers.
  ///
  /// @param cell its text; empty where it is covered
  /// @param up how many rows further up the cell begins; 0 in its first row
  /// @param left how many columns further left it begins
  /// @param bold whether its text is bold
  /// @param centred whether its text stands in the middle of its width
  /// @param full whether its last line reaches its right edge, so that the text may go on
  record Place(Block.Cell cell, int up, int left, boolean bold, boolean centred, boolean full) {

    static final Place EMPTY = new Place(Block.Cell.EMPTY, 0, 0, false, false, false);

    static Place coveredFrom(int up, int left) {
      return new Place(Block.Cell.EMPTY, up, left, false, false, false);
    }

    /// The same, its cell beginning so many columns to the left.
    Place movedLeft(int columns) {
      return columns == left ? this : new Place(cell, up, columns, bold, centred, full);
    }

    boolean isCovered() {
      return up != 0 || left != 0;
    }

    boolean isEmpty() {
      return cell.text().isEmpty();
    }
  }

  int columns() {
    return edges.size() - 1;
  }
}
