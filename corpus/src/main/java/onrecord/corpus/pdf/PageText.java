package onrecord.corpus.pdf;

import java.util.ArrayList;
import java.util.List;

/// The lines and the ruled tables of a page.
///
/// @param page from 1
/// @param lines of the main writing direction outside of tables, from top to bottom
/// @param grids the ruled tables
/// @param asides lines in other writing directions
record PageText(int page, List<Line> lines, List<Grid> grids, List<Line> asides) {

  PageText {
    lines = List.copyOf(lines);
    grids = List.copyOf(grids);
    asides = List.copyOf(asides);
  }

  static PageText of(PrintedPage printed) {
    var lines = List.<Line>of();
    var grids = List.<Grid>of();
    var asides = new ArrayList<Line>();
    for (var i = 0; i < printed.sheets().size(); i++) {
      var sheet = printed.sheets().get(i);
      if (i == 0) {
        var tables = new RuledTables(sheet).find();
        grids = tables.grids();
        lines = new LineFinder(sheet).lines(tables.rest());
      } else {
        asides.addAll(new LineFinder(sheet).lines(sheet.glyphs()));
      }
    }
    return new PageText(printed.page(), lines, grids, asides);
  }

  PageText withLines(List<Line> remaining) {
    return new PageText(page, remaining, grids, asides);
  }
}
