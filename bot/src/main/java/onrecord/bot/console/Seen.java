package onrecord.bot.console;

import java.util.List;
import onrecord.corpus.Box;
import onrecord.corpus.Passage;
import onrecord.corpus.ReadFigure;
import org.jspecify.annotations.Nullable;

/// A passage on a page of the preview, with the figures that were read from it.
public record Seen(Passage passage, List<SeenFigure> figures) {

  /// A figure, and where its cell stands on the page.
  ///
  /// @param number shown beside the cell and in the list, from 1
  /// @param cell null where the format has no pages
  /// @param inSheet its cell in a workbook, such as `利润表!C5`; null in other formats
  public record SeenFigure(
      int number, ReadFigure read, @Nullable Box cell, @Nullable String inSheet) {

    /// By the printed number within the row or sentence that supports the figure.
    static SeenFigure of(int number, ReadFigure read, Passage passage) {
      var figure = read.read();
      var at = passage.text().indexOf(figure.printed(), figure.start());
      var found = at >= 0 && at < figure.end();
      var start = found ? at : figure.start();
      var end = found ? at + figure.printed().length() : figure.end();
      var boxes = passage.boxes(start, end);
      return new SeenFigure(
          number,
          read,
          boxes.isEmpty() ? null : boxes.getFirst(),
          passage.cells(start, end).orElse(null));
    }

    public boolean standsOn(int page) {
      return cell != null && cell.page() == page;
    }
  }
}
