package onrecord.corpus;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Where a stretch of a passage's text stands in the original: a printed line, a line of a cell on
/// a page, or a cell of a workbook.
///
/// @param start offset of its first character in the passage's text
/// @param end offset after its last character
/// @param box its place on the page; null in a workbook, which has no pages
/// @param cell its place in a workbook; null on a page
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TextLine(int start, int end, @Nullable Box box, @Nullable SheetCell cell) {

  public TextLine {
    if ((box == null) == (cell == null)) {
      throw new IllegalArgumentException("A stretch stands on a page or in a workbook");
    }
  }

  /// On a page.
  public TextLine(int start, int end, Box box) {
    this(start, end, box, null);
  }

  /// In a workbook.
  public TextLine(int start, int end, SheetCell cell) {
    this(start, end, null, cell);
  }

  /// Its place on the page.
  ///
  /// @throws NullPointerException in a workbook
  public Box onPage() {
    return Objects.requireNonNull(box, "A workbook has no pages");
  }

  /// Whether it stands on a page.
  public boolean standsOn(int page) {
    return box != null && box.page() == page;
  }

  /// The part of it between two offsets, counted from another one.
  ///
  /// @param from within it
  /// @param to within it
  /// @param base what is taken from each offset
  public TextLine slice(int from, int to, int base) {
    double length = end - start;
    return box == null
        ? new TextLine(from - base, to - base, null, cell)
        : new TextLine(
            from - base, to - base, box.slice((from - start) / length, (to - start) / length));
  }
}
