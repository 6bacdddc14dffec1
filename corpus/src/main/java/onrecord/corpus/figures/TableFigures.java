package onrecord.corpus.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import onrecord.corpus.Basis;
import onrecord.corpus.Figure;
import onrecord.corpus.Figure.Restatement;
import onrecord.corpus.Figure.Scope;
import onrecord.corpus.Language;
import onrecord.corpus.Passage;
import onrecord.corpus.ReportingPeriod;
import onrecord.corpus.Unit;
import onrecord.corpus.figures.TableText.Row;
import org.jspecify.annotations.Nullable;

/// Reads the figures of one table passage, row by row.
///
/// Headings may come again between the rows (a table of results goes over to balances), and rows
/// with a label alone open groups.
final class TableFigures {

  private static final Pattern WITHOUT_FIGURES =
      Pattern.compile(
          "(?:所有者权益|股东权益)变动表|statements? of (?:changes in )?(?:consolidated )?(?:total )?(?:share|stock)?holders[’']? ?equity"
              + "|statements? of (?:total |changes in )?equity|预计|盈利预测|经营计划|预算",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DAY_WITHOUT_YEAR =
      Pattern.compile(
          "(?:(?:three|six|nine|twelve) months ended |(?:fiscal )?years? ended |as of |at )?"
              + "\\b(?:january|february|march|april|may|june|july|august|september|october|november|december) \\d{1,2},?(?! ?\\d)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern BALANCES =
      Pattern.compile("balance sheets?|financial position|资产负债表", Pattern.CASE_INSENSITIVE);
  private static final Pattern AMOUNT = Pattern.compile("[$€£] ?\\(?\\d");
  private static final Pattern NO_FIGURE =
      Pattern.compile(
          "代码|编号|序号|电话|传真|邮编|邮政|证号|网址|地址|日期|时间|届|页码|telephone|\\bfax\\b|zip code|commission file|identification",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DETAIL = Pattern.compile("项目|构成|品种|产品|名称|明细|关联方");

  private final Passage passage;
  private final Setting setting;
  private final TableText table;
  private final FiscalCalendar calendar;
  private final String subject;
  private final @Nullable ReportingPeriod captioned;
  private final Scope scope;

  private @Nullable Unit captionUnit;
  private List<String> headings = List.of();
  private List<Column> columns = List.of();
  private Naming naming;
  private boolean isHeading = true;
  private String group = "";
  private String carried = "";

  TableFigures(Passage passage, Setting setting) {
    this.passage = passage;
    this.setting = setting;
    this.table = TableText.of(passage.text());
    this.subject = PlainText.fold(innermostHeading() + "\n" + table.caption());
    this.captioned = captionPeriod();
    this.calendar = setting.calendar().at(captioned);
    this.scope = setting.scope(PlainText.fold(table.caption()));
    this.captionUnit = captionUnit();
    this.naming = naming();
  }

  List<Figure> read() {
    var figures = new ArrayList<Figure>();
    if (WITHOUT_FIGURES.matcher(subject).find()) {
      return figures;
    }
    for (var row : table.rows()) {
      if (isHeadingRow(row)) {
        readHeading(row);
      } else if (isGroupRow(row)) {
        readGroup(row);
      } else {
        isHeading = false;
        figures.addAll(isPairs(row) ? readPairs(row) : readData(row));
      }
    }
    return figures;
  }

  // ---------------------------------------------------------------- headings and groups

  private boolean isHeadingRow(Row row) {
    var filled = row.filled();
    if (filled.size() < 2 && !(isHeading && headings.isEmpty())) {
      return false;
    }
    var years = 0;
    for (var column : filled) {
      var numeral = Numeral.read(row.cell(column));
      if (numeral != null && !numeral.isYear()) {
        return false;
      }
      years += numeral == null ? 0 : 1;
    }
    if (isHeading && headings.isEmpty()) {
      return filled.size() > 1;
    }
    var announced = 0;
    for (var column : filled) {
      announced += column > 0 && announces(row.cell(column)) ? 1 : 0;
    }
    return announced > 0 && announced >= filled.size() - 2
        || years > 0 && years >= filled.size() - 1;
  }

  private boolean announces(String cell) {
    var plain = PlainText.fold(cell);
    return plain.length() < 30
        && (PeriodWords.ofHeading(plain, calendar) != null
            || ChangeWords.isHeading(plain)
            || UnitWords.of(plain) != null
            || !plain.isEmpty()
                && !Numeral.isAbsent(cell)
                && Column.GENERIC.matcher(plain).matches());
  }

  private void readHeading(Row row) {
    headings = isHeading && !headings.isEmpty() ? joined(headings, row.cells()) : row.cells();
    headings = withoutTitle(headings);
    var context = dayWithoutYear(PlainText.fold(row.cell(0)));
    columns = Column.read(headings.stream().map(cell -> dated(context, cell)).toList(), calendar);
    if (captionUnit == null) {
      captionUnit =
          UnitWords.ofCaption(PlainText.fold(String.join(" ", row.cells())), setting.currency());
    }
    naming = naming();
    group = isHeading ? group : "";
  }

  /// The heading of the labels: of the first column that is no number of order.
  private String labelHeading() {
    for (var i = 0; i < columns.size(); i++) {
      if (!(columns.get(i) instanceof Column.Ignored)) {
        return PlainText.fold(headings.get(i));
      }
    }
    return "";
  }

  private Naming naming() {
    return new Naming(
        setting.disclosure().language(), passage.headings(), subject, columns, labelHeading());
  }

  /// A title that spans all columns is repeated in each heading, and heads none.
  private List<String> withoutTitle(List<String> headings) {
    var filled = headings.stream().filter(heading -> !heading.isBlank()).toList();
    var first = filled.getFirst();
    var end = first.indexOf(' ');
    if (filled.size() < 2 || end < 0) {
      return headings;
    }
    var title = first.substring(0, end + 1);
    if (isEnglish() || PeriodWords.ofHeading(PlainText.fold(title), calendar) != null) {
      return headings;
    }
    return filled.stream().allMatch(heading -> heading.startsWith(title))
        ? headings.stream()
            .map(heading -> heading.isBlank() ? heading : heading.substring(end + 1))
            .toList()
        : headings;
  }

  /// Years ended December 31, | 2022 | 2021: the cell of the labels, or the caption, begins what
  /// the others end.
  private String dayWithoutYear(String label) {
    var inLabel = DAY_WITHOUT_YEAR.matcher(label);
    if (inLabel.find()) {
      return inLabel.group() + " ";
    }
    var inCaption = DAY_WITHOUT_YEAR.matcher(PlainText.fold(table.caption()));
    return inCaption.find() ? inCaption.group() + " " : "";
  }

  private static String dated(String day, String heading) {
    return heading.strip().matches("(?:19|20)\\d{2}") ? day + heading.strip() : heading;
  }

  private static List<String> joined(List<String> upper, List<String> lower) {
    var joined = new ArrayList<String>();
    for (var i = 0; i < Math.max(upper.size(), lower.size()); i++) {
      var above = i < upper.size() ? upper.get(i) : "";
      var below = i < lower.size() ? lower.get(i) : "";
      joined.add(above.equals(below) ? above : (above + " " + below).strip());
    }
    return joined;
  }

  private boolean isGroupRow(Row row) {
    var filled = row.filled();
    return filled.size() == 1 && Numeral.read(row.cell(filled.getFirst())) == null
        || filled.size() > 1
            && filled.stream().map(row::cell).distinct().count() == 1
            && Numeral.read(row.cell(filled.getFirst())) == null;
  }

  private void readGroup(Row row) {
    var label = row.cell(row.filled().getFirst());
    if (RowLabel.of(label).name().isEmpty() || Numeral.isAbsent(label)) {
      return;
    }
    // An item left blank opens nothing.
    var plain = PlainText.fold(label);
    group = Naming.opensGroup(plain, setting.disclosure().language()) ? plain : group;
  }

  // ---------------------------------------------------------------- rows

  /// Label, value, label, value: each value belongs to the label before it.
  private boolean isPairs(Row row) {
    var filled = row.filled();
    if (filled.size() < 3 || filled.size() % 2 != 0 || hasValueColumns()) {
      return false;
    }
    for (var i = 0; i < filled.size(); i++) {
      var isNumber = Numeral.read(row.cell(filled.get(i))) != null;
      if (isNumber != (i % 2 == 1)) {
        return false;
      }
    }
    return true;
  }

  private boolean hasHeadings() {
    return columns.stream().anyMatch(Column.Values.class::isInstance);
  }

  private boolean hasValueColumns() {
    return columns.stream()
        .anyMatch(column -> column instanceof Column.Values values && values.period() != null);
  }

  private List<Figure> readPairs(Row row) {
    var figures = new ArrayList<Figure>();
    var filled = row.filled();
    for (var i = 0; i < filled.size(); i += 2) {
      var figure = labelled(row, row.cell(filled.get(i)), row.cell(filled.get(i + 1)));
      if (figure != null) {
        figures.add(figure);
      }
    }
    return figures;
  }

  private @Nullable Figure labelled(Row row, String printedLabel, String cell) {
    var label = RowLabel.of(printedLabel);
    var numeral = Numeral.read(cell);
    if (numeral == null || label.name().isEmpty()) {
      return null;
    }
    var heading = new Column.Values("", "", null, null, null, Restatement.ORIGINAL);
    return figure(row, new Naming.Name(label.name(), null), label, heading, numeral);
  }

  private List<Figure> readData(Row row) {
    var cells = new ArrayList<ReadCell>();
    var labels = new ArrayList<String>();
    for (var column = 0; column < row.cells().size(); column++) {
      var cell = row.cell(column);
      var numeral = isValueColumn(column) ? Numeral.read(cell) : null;
      if (numeral != null && !(column == 0 && numeral.isYear())) {
        cells.add(new ReadCell(column, numeral));
      } else if (cells.isEmpty()
          && isLabel(column, cell)
          && (labels.isEmpty() || isDetail(column))) {
        labels.add(cell);
        carried = isDetail(column) ? carried : cell;
      }
    }
    // Several numbers without headings belong to periods that nobody names.
    if (labels.isEmpty() || cells.isEmpty() || cells.size() > 1 && !hasHeadings()) {
      return List.of();
    }
    var isContinued = row.cell(0).isBlank() && !carried.isEmpty() && labels.size() == 1;
    var within = labels.size() > 1 ? labels.getFirst() : isContinued ? carried : "";
    var figures = new ArrayList<@Nullable Figure>();
    for (var cell : cells) {
      figures.add(figure(row, cell, labels.getLast(), within));
    }
    return attachChanges(row, cells, figures);
  }

  private boolean isValueColumn(int column) {
    return switch (column(column)) {
      case Column.Values values -> column > 0 || !naming.isOfNames();
      case Column.Blank _ -> true;
      case Column.Ignored _, Column.Units _, Column.Changes _ -> false;
    };
  }

  private boolean isLabel(int column, String cell) {
    var mayName = column(column) instanceof Column.Values || column(column) instanceof Column.Blank;
    return mayName && !cell.isBlank() && !Numeral.isAbsent(cell);
  }

  /// A second column of labels divides what the first names: 成本构成项目 beside 分行业.
  private boolean isDetail(int column) {
    return column > 0
        && column(column) instanceof Column.Values values
        && DETAIL.matcher(values.printed()).find();
  }

  /// A number read from a column of a row.
  private record ReadCell(int column, Numeral numeral) {}

  private Column column(int index) {
    return index < columns.size() ? columns.get(index) : new Column.Blank("");
  }

  private @Nullable Figure figure(Row row, ReadCell cell, String printed, String outer) {
    var heading = heading(cell.column());
    var label = RowLabel.of(printed);
    if (heading == null
        || label.name().isEmpty()
        || AMOUNT.matcher(printed).find()
        || NO_FIGURE.matcher(label.name() + heading.metric()).find()) {
      return null;
    }
    var stated = PeriodWords.ofHeading(PlainText.fold(printed), calendar);
    var dated = stated != null && isPeriodAlone(label.name()) ? heading.at(stated) : null;
    var within = outer.isEmpty() ? null : RowLabel.of(outer).name();
    var name =
        dated == null ? naming.of(label, within, heading, group) : naming.ofPeriodRow(dated, group);
    return name == null
        ? null
        : figure(row, name, label, dated == null ? heading : dated, cell.numeral());
  }

  private static boolean isPeriodAlone(String name) {
    return name.matches(
        "(?:19|20)\\d{2}年?(?:度|末|\\d{1,2}月\\d{1,2}日)?|(?:\\d\\.)?[期年][末初](?:余额|数|账面余额|账面价值|金额)?|(?:本|上)[期年](?:末|初)?余额");
  }

  /// The heading of a value: where headings exist, a column without one tells nothing.
  private Column.@Nullable Values heading(int column) {
    return switch (column(column)) {
      case Column.Values values -> values;
      case Column.Blank blank when !hasHeadings() ->
          new Column.Values(blank.printed(), "", null, null, null, Restatement.ORIGINAL);
      case Column.Blank _, Column.Ignored _, Column.Units _, Column.Changes _ -> null;
    };
  }

  private @Nullable Unit unitCell(Row row) {
    for (var column = 0; column < columns.size(); column++) {
      if (columns.get(column) instanceof Column.Units) {
        return UnitWords.of(PlainText.fold(row.cell(column)));
      }
    }
    return null;
  }

  private @Nullable Figure figure(
      Row row, Naming.Name name, RowLabel label, Column.Values heading, Numeral numeral) {
    var metric = name.metric();
    var unit = unit(metric, label, heading, numeral, unitCell(row));
    if (unit == null
        || NO_FIGURE.matcher(metric).find()
        || !Metrics.isPossible(metric, numeral.value(), unit)) {
      return null;
    }
    return new Figure(
        passage.id(),
        metric,
        name.segment(),
        period(metric, label, heading, unit),
        numeral.value(),
        numeral.printed(),
        unit,
        heading.scope() == null ? scope : heading.scope(),
        heading.restatement(),
        List.of(),
        label.printed(),
        heading.printed().isBlank() ? null : heading.printed(),
        row.start(),
        row.end(),
        setting.disclosure().audited());
  }

  // ---------------------------------------------------------------- unit and period

  private @Nullable Unit unit(
      String metric,
      RowLabel label,
      Column.Values heading,
      Numeral numeral,
      @Nullable Unit unitCell) {
    if (numeral.unit() != null) {
      var isChange = isEnglish() && !Metrics.isRatio(metric + " " + heading.printed());
      return isChange && numeral.unit().equals(UnitWords.PERCENT) ? null : numeral.unit();
    }
    if (heading.unit() != null) {
      return heading.unit();
    }
    if (label.unit() != null) {
      return label.unit();
    }
    if (unitCell != null && !Metrics.isRatio(metric)) {
      return unitCell;
    }
    var money = captionUnit;
    // A sign alone is no unit where reports count in millions; a figure with its sign written out
    // is.
    if (money == null && !isEnglish() && !numeral.currency().isEmpty()) {
      money =
          UnitWords.english(
              "",
              Objects.requireNonNullElse(
                  UnitWords.currencyOf(numeral.currency()), setting.currency()));
    }
    var named = Metrics.unit(metric, money);
    // A row of persons in a table of money, and a share of it, are told by their names only.
    return Objects.equals(named, money) ? Metrics.unit(label.name(), money) : named;
  }

  private boolean isEnglish() {
    return setting.disclosure().language() == Language.EN;
  }

  private @Nullable ReportingPeriod period(
      String metric, RowLabel label, Column.Values heading, Unit unit) {
    if (heading.period() != null && BALANCES.matcher(PlainText.fold(table.caption())).find()) {
      return heading.period().closing();
    }
    if (heading.period() != null) {
      return Metrics.period(label.name(), Metrics.period(metric, heading.period()));
    }
    var words = PlainText.fold(label.printed());
    if (words.contains("披露日前") || words.contains("披露日的")) {
      return null;
    }
    var stated = PeriodWords.ofHeading(words, calendar);
    var period = stated == null ? calendar.current() : stated;
    var isCounted = unit.equals(UnitWords.PERSONS) || unit.equals(UnitWords.HOUSEHOLDS);
    if (period != null && stated == null && period.basis() != Basis.INSTANT && isCounted) {
      return period.closing();
    }
    var isHolding = labelHeading().contains("股东") && !metric.contains("增减");
    return period != null && isHolding ? period.closing() : Metrics.period(metric, period);
  }

  private @Nullable Unit captionUnit() {
    var caption = UnitWords.ofCaption(PlainText.fold(table.caption()), setting.currency());
    return caption == null ? setting.unit() : caption;
  }

  private @Nullable ReportingPeriod captionPeriod() {
    var caption = PlainText.fold(table.caption());
    var stated = PeriodWords.ofHeading(caption, setting.calendar());
    return stated == null
        ? PeriodWords.ofHeading(PlainText.fold(innermostHeading()), setting.calendar())
        : stated;
  }

  private String innermostHeading() {
    return passage.headings().isEmpty() ? "" : passage.headings().getLast();
  }

  // ---------------------------------------------------------------- changes

  private List<Figure> attachChanges(
      Row row, List<ReadCell> cells, List<@Nullable Figure> figures) {
    var changed = new ArrayList<>(figures);
    for (var column = 0; column < columns.size(); column++) {
      if (columns.get(column) instanceof Column.Changes changes) {
        var target = target(changes, column, cells, figures);
        var change = ChangeWords.inCell(row.cell(column), changes.against(), changes.unit());
        var figure = target < 0 ? null : changed.get(target);
        if (figure != null && change != null) {
          changed.set(target, figure.changed(change));
        }
      }
    }
    return changed.stream().filter(Objects::nonNull).map(figure -> (Figure) figure).toList();
  }

  /// Which of a row's figures a column of changes is about; -1 if that cannot be told.
  private int target(
      Column.Changes changes, int column, List<ReadCell> cells, List<@Nullable Figure> figures) {
    var from = 0;
    for (var before = 0; before < column; before++) {
      from =
          columns.get(before) instanceof Column.Changes other && other.metric().isEmpty()
              ? before
              : from;
    }
    var best = -1;
    for (var i = 0; i < cells.size(); i++) {
      var figure = figures.get(i);
      if (figure == null || !(column(cells.get(i).column()) instanceof Column.Values values)) {
        continue;
      }
      if (!changes.metric().isEmpty()) {
        if (values.metric().equals(changes.metric())) {
          return i;
        }
      } else if (cells.get(i).column() > from
          && cells.get(i).column() < column
          && isLater(figure, best < 0 ? null : figures.get(best))) {
        best = i;
      }
    }
    return best;
  }

  private static boolean isLater(Figure figure, @Nullable Figure than) {
    if (than == null) {
      return true;
    }
    var period = figure.period();
    var other = than.period();
    return period != null && other != null && period.end().isAfter(other.end());
  }
}
