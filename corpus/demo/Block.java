import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// A piece of a document, as written in a source after its placeholders are filled.
///
/// One line is one paragraph; `#` to `####` are headings; `@table` to `@end` holds a table, a row a
/// line and `|` between cells; `@toc`, `@pagebreak`, `@center`, `@right`, `@title`, `@sub` and
/// `@banner` are what they say.
sealed interface Block {
  record Heading(int level, String text) implements Block {}

  record Paragraph(String style, String text) implements Block {}

  /// @param caption a line above, at the right, such as the unit; may be empty
  /// @param style layout hints: `plain`, `narrow`, `dense`, `left`
  record Table(String caption, String style, List<Row> rows) implements Block {}

  record Contents() implements Block {}

  record PageBreak() implements Block {}

  /// A table row; a cell `<` belongs to the cell on its left, a cell `^` to the one above.
  record Row(boolean head, List<String> cells) {
    static Row parse(String line) {
      boolean head = line.startsWith("!");
      var cells =
          Arrays.stream((head ? line.substring(1) : line).split("\\|", -1))
              .map(String::strip)
              .toList();
      return new Row(head, cells);
    }
  }

  Pattern TABLE = Pattern.compile("@table(?:\\s+style=(\\S+))?\\s*(.*)");

  static List<Block> parse(String text) {
    var blocks = new ArrayList<Block>();
    var lines = text.lines().map(String::strip).filter(line -> !line.isEmpty()).iterator();
    while (lines.hasNext()) {
      var line = lines.next();
      if (line.startsWith("@table")) {
        var rows = new ArrayList<Row>();
        for (var row = lines.next(); !row.equals("@end"); row = lines.next()) {
          rows.add(Row.parse(row));
        }
        var head = TABLE.matcher(line);
        head.matches();
        blocks.add(new Table(head.group(2), head.group(1) == null ? "" : head.group(1), rows));
      } else {
        blocks.add(single(line));
      }
    }
    return blocks;
  }

  private static Block single(String line) {
    if (line.equals("@toc")) {
      return new Contents();
    }
    if (line.equals("@pagebreak")) {
      return new PageBreak();
    }
    if (line.startsWith("@")) {
      var words = line.substring(1).split(" ", 2);
      return new Paragraph(words[0], words.length < 2 ? "" : words[1]);
    }
    if (line.startsWith("#")) {
      int level = line.indexOf(' ');
      return new Heading(level, line.substring(level + 1));
    }
    return new Paragraph("body", line);
  }
}
