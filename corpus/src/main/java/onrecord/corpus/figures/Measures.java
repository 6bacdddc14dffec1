package onrecord.corpus.figures;

import java.util.Objects;
import java.util.regex.Pattern;
import onrecord.corpus.Basis;
import onrecord.corpus.Language;
import onrecord.corpus.ReportingPeriod;
import onrecord.corpus.Unit;
import org.jspecify.annotations.Nullable;

/// Tells the unit and the period of a table's cells, from the cell outwards: its own sign, its
/// column, its row, the caption.
///
/// @param caption in plain text
/// @param captioned the unit that holds where nothing else is said; null if none is stated
/// @param calendar in which 'this period' is the one of the table
record Measures(
    Setting setting, String caption, @Nullable Unit captioned, FiscalCalendar calendar) {

  private static final Pattern BALANCES =
      Pattern.compile("balance sheets?|financial position|资产负债表", Pattern.CASE_INSENSITIVE);
  private static final Pattern CASH_FLOWS =
      Pattern.compile("cash flows?|changes in", Pattern.CASE_INSENSITIVE);
  private static final Pattern BALANCE =
      Pattern.compile(
          "(?:(?:total|net|other|current|non-?current|long-term|short-term|trade|accounts?|share|stock|holders?|shareholders[’']?|stockholders[’']?) ?)*"
              + "(?:assets|liabilities|equity|receivables?|payables?|inventor(?:y|ies)|goodwill|cash and cash equivalents|capital|deficit|retained earnings|borrowings|debt|loans|deposits)(?:,? net)?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NAME_WITH_A_YEAR =
      Pattern.compile("(?:19|20)\\d{2}年度?(?:\\p{IsHan}|\\p{Punct}|\\w){4,}");
  private static final Pattern BEFORE_PUBLICATION = Pattern.compile("披露日");

  /// The same where a cell of the headings states the unit that the caption does not.
  Measures statedIn(String labelHeading) {
    return captioned != null
        ? this
        : new Measures(
            setting,
            caption,
            UnitWords.ofCaption(PlainText.fold(labelHeading), setting.currency()),
            calendar);
  }

  /// @param listed the unit that a column of units gives for the row
  /// @return null if it cannot be told
  @Nullable Unit unit(
      String metric,
      RowLabel label,
      Column.Values heading,
      Numeral numeral,
      @Nullable Unit listed) {
    if (numeral.unit() != null) {
      return isChange(metric, heading, numeral.unit()) ? null : numeral.unit();
    }
    if (heading.unit() != null) {
      return heading.unit();
    }
    if (label.unit() != null) {
      return label.unit();
    }
    if (listed != null && !Metrics.isRatio(metric)) {
      return listed;
    }
    var money = money(numeral);
    var named = Metrics.unit(metric, money);
    // A row of persons in a table of money, and a share of it, are told by their names only.
    return Objects.equals(named, money) ? Metrics.unit(label.name(), money) : named;
  }

  /// @return null if it cannot be told
  @Nullable ReportingPeriod period(
      String metric, RowLabel label, Column.Values heading, Unit unit, boolean isHolding) {
    var headed = heading.period();
    if (headed != null) {
      return BALANCES.matcher(caption).find() || isBalance(label)
          ? headed.closing()
          : Metrics.period(label.name(), Metrics.period(metric, headed));
    }
    var words = PlainText.fold(label.printed());
    if (BEFORE_PUBLICATION.matcher(words).find()) {
      return null;
    }
    var stated = isNameWithAYear(metric, label) ? null : PeriodWords.ofHeading(words, calendar);
    var period = stated == null ? calendar.current() : stated;
    if (period == null || period.basis() == Basis.INSTANT) {
      return period;
    }
    var isCounted = unit.equals(UnitWords.PERSONS) || unit.equals(UnitWords.HOUSEHOLDS);
    return isHolding && !metric.contains("增减") || stated == null && isCounted
        ? period.closing()
        : Metrics.period(metric, period);
  }

  /// 2018年工业转型升级项目 is what the figure is of, and not when.
  private static boolean isNameWithAYear(String metric, RowLabel label) {
    return NAME_WITH_A_YEAR.matcher(label.name()).matches()
        && !metric.contains(label.name())
        && !Metrics.isMeasured(label.name());
  }

  /// A line of a balance sheet in a table that heads its columns by years; a statement of cash
  /// flows prints by how much it changed under the same name.
  private boolean isBalance(RowLabel label) {
    return isEnglish()
        && BALANCE.matcher(label.name()).matches()
        && !CASH_FLOWS.matcher(caption).find();
  }

  /// Net sales of 7 % are no sales: English tables print changes under the year they lead to.
  private boolean isChange(String metric, Column.Values heading, Unit unit) {
    return isEnglish()
        && unit.equals(UnitWords.PERCENT)
        && !Metrics.isRatio(metric + " " + heading.printed());
  }

  /// A sign alone is no unit where reports count in millions.
  private @Nullable Unit money(Numeral numeral) {
    if (captioned != null || isEnglish() || numeral.currency().isEmpty()) {
      return captioned;
    }
    return EnglishMoney.unit("", EnglishMoney.currencyOf(numeral.currency(), setting.currency()));
  }

  private boolean isEnglish() {
    return setting.disclosure().language() == Language.EN;
  }
}
