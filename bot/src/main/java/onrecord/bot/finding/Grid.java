package onrecord.bot.finding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import onrecord.corpus.Passage;

/// A table read as rows under headings.
///
/// @param caption the lines above the headings: the unit, the table's name
/// @param headings the columns' headings; empty for a table of labels and values
/// @param rows below the headings, in order
record Grid(String caption, List<String> headings, List<Row> rows) {

  private static final Pattern NUMBER = Pattern.compile("[\\d,.，．%％()（）+\\-－—/\\s]+");
  private static final Pattern HEADS_LABELS =
      Pattern.compile(
          ".*(项目|名称|姓名|类别|类型|事项|构成|科目|序号|年度|指标|分类|科类|产品|行业|地区|主体|对象|方式|释义项?|单位|item|name)(（[^）]*）|\\([^)]*\\))?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern HEADS_VALUES =
      Pattern.compile(
          "((19|20)\\d{2}|期[末初]|本[期年]|上[期年]).*|.*([数量额率]|比例|占比|情况|说明|内容|释义|日期|时间|原因|方式|是或否|用途|标准|名称|状态|年限|经历|简历|履历|关系|amount|value)(（[^）]*）|\\([^)]*\\))?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern TOTAL =
      Pattern.compile("(合计|总计|小计|总额|total|内部抵销|内部抵消|分部间抵销).*", Pattern.CASE_INSENSITIVE);
  private static final Pattern ORDINAL =
      Pattern.compile("\\d{1,3}|[一二三四五六七八九十]{1,3}|第[一二三四五六七八九十]名");

  Grid {
    headings = List.copyOf(headings);
    rows = List.copyOf(rows);
  }

  /// A row.
  ///
  /// @param start offset of its first character in the passage's text
  /// @param end offset after its last
  /// @param cells as printed, without the white space around them; empty ones included
  /// @param group the heading of the group of rows that it stands in (分产品); empty for none
  record Row(int start, int end, List<String> cells, String group) {

    Row {
      cells = List.copyOf(cells);
    }

    /// What the row is about: its first cell that is not merely its number.
    String label() {
      return cells.stream()
          .filter(cell -> !cell.isEmpty() && !ORDINAL.matcher(cell).matches())
          .findFirst()
          .orElse("");
    }

    /// Whether it adds up other rows.
    boolean isTotal() {
      return TOTAL.matcher(Words.compact(label())).matches();
    }

    /// Whether it states anything beside its label.
    boolean statesSomething() {
      return cells.stream().filter(cell -> !cell.isEmpty()).count() > 1;
    }
  }

  static Grid of(Passage table) {
    return of(table.text());
  }

  static Grid of(String text) {
    var reading = new Lines(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      reading.take(text, start, end);
      start = end + 1;
    }
    return new Grid(String.join("\n", reading.captions()), reading.headings(), reading.rows());
  }

  /// The lines read so far, told apart.
  private record Lines(List<String> captions, List<String> headings, List<Row> rows) {

    void take(String text, int start, int end) {
      var line = text.substring(start, end);
      if (line.isBlank()) {
        return;
      }
      var cells = cells(line);
      boolean isFirst = rows.isEmpty() && headings.isEmpty();
      if (isFirst && cells.size() == 1) {
        captions.add(cells.getFirst());
      } else if (isFirst && areHeadings(cells)) {
        headings.addAll(cells);
      } else {
        rows.add(row(cells, start + leadingSpace(line), start + line.stripTrailing().length()));
      }
    }

    private Row row(List<String> cells, int start, int end) {
      if (rows.isEmpty()) {
        return new Row(start, end, cells, "");
      }
      var above = rows.getLast();
      return new Row(start, end, cells, above.statesSomething() ? above.group() : above.label());
    }

    private static int leadingSpace(String line) {
      return line.length() - line.stripLeading().length();
    }
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.split("\t", -1)).map(String::strip).toList();
  }

  /// Headings are words; in two columns they say that labels or names follow.
  private static boolean areHeadings(List<String> cells) {
    if (cells.stream().skip(1).anyMatch(cell -> isNumber(cell) && !cell.matches("(19|20)\\d{2}"))) {
      return false;
    }
    return cells.size() > 2
        || HEADS_LABELS.matcher(cells.getFirst()).matches()
            && HEADS_VALUES.matcher(cells.getLast()).matches();
  }

  /// Whether a cell states a number and nothing else.
  static boolean isNumber(String cell) {
    return NUMBER.matcher(cell).matches() && cell.chars().anyMatch(Character::isDigit);
  }

  /// The heading over a column; empty where there is none.
  String heading(int column) {
    return column < headings.size() ? headings.get(column) : "";
  }
}
