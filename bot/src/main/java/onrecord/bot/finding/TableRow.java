package onrecord.bot.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A row of a table as it is read aloud: what it is about, and what stands under which heading.
///
/// @param name its label
/// @param cells the others that are filled, in order
public record TableRow(String name, List<Cell> cells) {

  private static final Pattern WITH_UNIT =
      Pattern.compile(
          "(?s)(.*?)[（(]\\s*(%|％|元|千元|万元|百万元|亿元|股|万股|户|人|年|个|家|项|次|小时|元/股)\\s*[）)]\\s*");

  private static final Pattern CAPTION_UNIT =
      Pattern.compile("单位[：:]\\s*(?:人民币)?(元|千元|万元|百万元|亿元|股|万股)");

  /// What a caption's unit of money or shares does not count.
  private static final Pattern COUNTED_OTHERWISE =
      Pattern.compile("比例|比重|占比|率|年龄|序号|编号|次数|人数|期限|日期|时间|代码|届");

  private static final Pattern OF_SHARES = Pattern.compile("股|数量|增减");

  public TableRow {
    cells = List.copyOf(cells);
  }

  /// A filled cell.
  ///
  /// @param heading over its column without the unit; empty where there is none
  /// @param printed as printed
  /// @param unit that its heading gives for numbers; empty for none
  public record Cell(String heading, String printed, String unit) {}

  /// The row that a quotation is; empty where it is none, or says nothing beside its label.
  public static Optional<TableRow> of(Quote quote) {
    var grid = Grid.of(quote.passage());
    return grid.rows().stream()
        .filter(row -> row.start() == quote.start() && row.end() == quote.end())
        .filter(Grid.Row::statesSomething)
        .findFirst()
        .map(row -> read(row, grid));
  }

  private static TableRow read(Grid.Row row, Grid grid) {
    var cells = new ArrayList<Cell>();
    boolean named = false;
    for (int i = 0; i < row.cells().size(); i++) {
      var printed = row.cells().get(i);
      boolean isName = !named && printed.equals(row.label());
      named |= isName;
      boolean counts = !named && row.cells().get(i).length() < 3;
      if (!isName && !printed.isEmpty() && !counts) {
        cells.add(cell(grid.heading(i), printed, grid.caption()));
      }
    }
    var label = WITH_UNIT.matcher(row.label());
    boolean labelHasUnit =
        label.matches() && cells.size() == 1 && Grid.isNumber(cells.getFirst().printed());
    return labelHasUnit
        ? new TableRow(
            label.group(1).strip(),
            List.of(new Cell("", cells.getFirst().printed(), label.group(2))))
        : new TableRow(row.label(), cells);
  }

  private static Cell cell(String heading, String printed, String caption) {
    var matcher = WITH_UNIT.matcher(heading);
    if (!matcher.matches()) {
      return new Cell(heading, printed, Grid.isNumber(printed) ? unit(heading, caption) : "");
    }
    boolean bare = Grid.isNumber(printed) && !printed.matches(".*[%％]");
    return new Cell(matcher.group(1).strip(), printed, bare ? matcher.group(2) : "");
  }

  private static String unit(String heading, String caption) {
    var stated = CAPTION_UNIT.matcher(caption);
    if (heading.isEmpty() || !stated.find() || COUNTED_OTHERWISE.matcher(heading).find()) {
      return "";
    }
    boolean shares = stated.group(1).endsWith("股");
    return !shares || OF_SHARES.matcher(heading).find() ? stated.group(1) : "";
  }
}
