package onrecord.corpus.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import onrecord.corpus.Figure;
import onrecord.corpus.Figure.Restatement;
import onrecord.corpus.Figure.Scope;
import onrecord.corpus.Language;
import onrecord.corpus.Passage;
import onrecord.corpus.ReportingPeriod;
import onrecord.corpus.Unit;
import onrecord.corpus.figures.RowChanges.Placed;
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
  private static final Pattern NO_FIGURE =
      Pattern.compile(
          "代码|编号|序号|电话|传真|邮编|邮政|证号|网址|地址|日期|时间|届|页码|telephone|\\bfax\\b|zip code|commission file|identification",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PERIOD_ALONE =
      Pattern.compile(
          "(?:19|20)\\d{2}年?(?:度|末|\\d{1,2}月\\d{1,2}日)?|(?:\\d\\.)?[期年][末初](?:余额|数|账面余额|账面价值|金额)?|(?:本|上)[期年](?:末|初)?余额");
  private static final Pattern DETAIL = Pattern.compile("项目|构成|品种|产品|名称|明细|关联方");

  /// Two columns that the layout ran together: the label holds an amount that is not part of its
  /// words, as in `net of allowance of $11.0` and `common stock, $0.10 par value`.
  private static final Pattern AMOUNT =
      Pattern.compile(
          "(?<!\\b(?:of|and|at|than|over|under|or|to) |, |\\()[$€£] ?\\(?\\d(?![\\d.,]* par\\b)");

  private final Passage passage;
  private final Setting setting;
  private final TableText table;
  private final String subject;
  private final FiscalCalendar calendar;
  private final HeadingRows headingRows;
  private Scope scope;

  private Measures measures;
  private Naming naming;
  private Headings headings = Headings.NONE;
  private boolean isAtTop = true;
  private String group = "";
  private String carried = "";

  TableFigures(Passage passage, Setting setting) {
    this.passage = passage;
    this.setting = setting;
    this.table = TableText.of(passage.text());
    // Line by line: folded together, a unit would run on into the words below it.
    var caption = table.caption().lines().map(PlainText::fold).collect(Collectors.joining("\n"));
    var above = passage.headings().isEmpty() ? "" : PlainText.fold(passage.headings().getLast());
    this.subject = above + "\n" + caption;
    this.calendar = setting.calendar().at(captionPeriod(caption, above));
    this.headingRows = new HeadingRows(caption, calendar, setting.currency(), isEnglish());
    this.scope = setting.scope(caption);
    this.measures = new Measures(setting, caption, unit(caption), calendar);
    this.naming = naming(headings);
  }

  List<Figure> read() {
    var figures = new ArrayList<Figure>();
    if (WITHOUT_FIGURES.matcher(subject).find()) {
      return figures;
    }
    for (var row : table.rows()) {
      if (headingRows.isHeading(row, isAtTop && headings.isEmpty())) {
        readHeading(row);
      } else if (isGroup(row)) {
        readGroup(row);
      } else {
        isAtTop = false;
        figures.addAll(isPairs(row) ? readPairs(row) : readData(row));
      }
    }
    return figures;
  }

  /// The unit that the caption states, else the one that holds here.
  private @Nullable Unit unit(String caption) {
    var stated = UnitWords.ofCaption(caption, setting.currency());
    if (stated != null || setting.unit() != null) {
      return stated == null ? setting.unit() : stated;
    }
    return setting.inOnes() && setting.showsMoney()
        ? EnglishMoney.unit("", EnglishMoney.currencyOf(passage.text(), setting.currency()))
        : null;
  }

  private @Nullable ReportingPeriod captionPeriod(String caption, String above) {
    var stated = PeriodWords.ofHeading(caption, setting.calendar());
    return stated == null ? PeriodWords.ofHeading(above, setting.calendar()) : stated;
  }

  private boolean isEnglish() {
    return setting.disclosure().language() == Language.EN;
  }

  private Naming naming(Headings headings) {
    return new Naming(
        setting.disclosure().language(),
        passage.headings(),
        subject,
        headings.columns(),
        headings.ofLabels());
  }

  private void readHeading(Row row) {
    headings = headingRows.read(row, isAtTop ? headings : Headings.NONE);
    measures = measures.statedIn(row.cell(0));
    scope = setting.scope(PlainText.fold(table.caption() + " " + row.cell(0)));
    naming = naming(headings);
    group = isAtTop ? group : "";
  }

  /// A label alone, or repeated over all columns.
  private static boolean isGroup(Row row) {
    var cells = row.filled().stream().map(row::cell).distinct().toList();
    return cells.size() == 1 && Numeral.read(cells.getFirst()) == null;
  }

  /// An item left blank opens nothing.
  private void readGroup(Row row) {
    var label = row.cell(row.filled().getFirst());
    var plain = PlainText.fold(label);
    var isNamed = !RowLabel.of(label).name().isEmpty() && !Numeral.isAbsent(label);
    if (isNamed && Naming.opensGroup(plain, setting.disclosure().language())) {
      group = plain;
    }
  }

  /// Label, value, label, value: each value belongs to the label before it.
  private boolean isPairs(Row row) {
    var filled = row.filled();
    if (filled.size() < 3 || filled.size() % 2 != 0 || headings.namePeriods()) {
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

  private List<Figure> readPairs(Row row) {
    var figures = new ArrayList<Figure>();
    var filled = row.filled();
    for (var i = 0; i < filled.size(); i += 2) {
      var label = RowLabel.of(row.cell(filled.get(i)));
      var numeral = Numeral.read(row.cell(filled.get(i + 1)));
      if (numeral != null && !label.name().isEmpty()) {
        var heading = new Column.Values("", "", null, null, null, Restatement.ORIGINAL);
        var name = new Naming.Name(label.name(), null);
        var figure = figure(row, name, label, heading, numeral);
        if (figure != null) {
          figures.add(figure);
        }
      }
    }
    return figures;
  }

  /// A number read from a column of a row.
  private record ReadCell(int column, Numeral numeral) {}

  private List<Figure> readData(Row row) {
    var cells = new ArrayList<ReadCell>();
    var labels = new ArrayList<String>();
    for (var column = 0; column < row.cells().size(); column++) {
      var cell = row.cell(column);
      var numeral = holdsValues(column) ? Numeral.read(cell) : null;
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
    if (labels.isEmpty() || cells.size() > 1 && !headings.nameFigures()) {
      return List.of();
    }
    var isContinued = row.cell(0).isBlank() && labels.size() == 1;
    var outer = labels.size() > 1 ? labels.getFirst() : isContinued ? carried : "";
    var placed = new ArrayList<Placed>();
    for (var cell : cells) {
      placed.add(new Placed(cell.column(), figure(row, cell, labels.getLast(), outer)));
    }
    return new RowChanges(headings).attach(row, placed);
  }

  private boolean holdsValues(int column) {
    return switch (headings.column(column)) {
      case Column.Values _ -> column > 0 || !naming.isOfNames();
      case Column.Blank _ -> true;
      case Column.Ignored _, Column.Units _, Column.Changes _ -> false;
    };
  }

  private boolean isLabel(int column, String cell) {
    return switch (headings.column(column)) {
      case Column.Values _, Column.Blank _ -> !cell.isBlank() && !Numeral.isAbsent(cell);
      case Column.Ignored _, Column.Units _, Column.Changes _ -> false;
    };
  }

  /// A second column of labels divides what the first names: 成本构成项目 beside 分行业.
  private boolean isDetail(int column) {
    return column > 0
        && headings.column(column) instanceof Column.Values values
        && DETAIL.matcher(values.printed()).find();
  }

  private @Nullable Figure figure(Row row, ReadCell cell, String printed, String outer) {
    var heading = headings.values(cell.column());
    var label = RowLabel.of(printed);
    if (heading == null || label.name().isEmpty() || AMOUNT.matcher(printed).find()) {
      return null;
    }
    var stated = PeriodWords.ofHeading(PlainText.fold(printed), calendar);
    var dated =
        stated != null && PERIOD_ALONE.matcher(label.name()).matches() ? heading.at(stated) : null;
    var within = outer.isEmpty() ? null : RowLabel.of(outer).name();
    var name =
        dated == null ? naming.of(label, within, heading, group) : naming.ofPeriodRow(dated, group);
    return name == null
        ? null
        : figure(row, name, label, dated == null ? heading : dated, cell.numeral());
  }

  private @Nullable Figure figure(
      Row row, Naming.Name name, RowLabel label, Column.Values heading, Numeral numeral) {
    var unit = measures.unit(name.metric(), label, heading, numeral, listedUnit(row));
    if (unit == null
        || NO_FIGURE.matcher(label.name() + name.metric()).find()
        || !Metrics.isPossible(name.metric(), numeral.value(), unit)) {
      return null;
    }
    var isHolding = headings.ofLabels().contains("股东");
    return new Figure(
        passage.id(),
        name.metric(),
        name.segment(),
        measures.period(name.metric(), label, heading, unit, isHolding),
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

  private @Nullable Unit listedUnit(Row row) {
    for (var column = 0; column < headings.columns().size(); column++) {
      if (headings.column(column) instanceof Column.Units) {
        return UnitWords.of(PlainText.fold(row.cell(column)));
      }
    }
    return null;
  }
}
