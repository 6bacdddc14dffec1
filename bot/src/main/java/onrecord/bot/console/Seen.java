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
  public record SeenFigure(int number, ReadFigure read, @Nullable Box cell) {

    static SeenFigure of(int number, ReadFigure read, Passage passage) {
      return new SeenFigure(number, read, cell(read, passage));
    }

    /// The printed number within the row or sentence that supports the figure.
    private static @Nullable Box cell(ReadFigure read, Passage passage) {
      var figure = read.read();
      var at = passage.text().indexOf(figure.printed(), figure.start());
      var found = at >= 0 && at < figure.end();
      var boxes =
          found
              ? passage.boxes(at, at + figure.printed().length())
              : passage.boxes(figure.start(), figure.end());
      return boxes.isEmpty() ? null : boxes.getFirst();
    }

    public boolean standsOn(int page) {
      return cell != null && cell.page() == page;
    }
  }
}
