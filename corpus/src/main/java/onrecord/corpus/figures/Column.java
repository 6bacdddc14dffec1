package onrecord.corpus.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import onrecord.corpus.Basis;
import onrecord.corpus.Change.Against;
import onrecord.corpus.Figure.Restatement;
import onrecord.corpus.Figure.Scope;
import onrecord.corpus.ReportingPeriod;
import onrecord.corpus.Unit;
import org.jspecify.annotations.Nullable;

/// What a column of a table holds, as its heading says.
sealed interface Column {

  /// The heading as printed.
  String printed();

  /// Notes, numbers of order, remarks, plans: nothing to read.
  record Ignored(String printed) implements Column {}

  /// No heading.
  record Blank(String printed) implements Column {}

  /// The unit of each row.
  record Units(String printed) implements Column {}

  /// Changes of the figure that the row states for the current period.
  ///
  /// @param metric the metric that changes, if the heading names one; else empty
  record Changes(String printed, String metric, Against against, @Nullable Unit unit)
      implements Column {}

  /// Figures.
  ///
  /// @param metric what the heading says besides the period: `营业成本`; empty if that is only 金额, 余额
  ///   or the like
  /// @param period null if the heading names none
  record Values(
      String printed,
      String metric,
      @Nullable ReportingPeriod period,
      @Nullable Unit unit,
      @Nullable Scope scope,
      Restatement restatement)
      implements Column {

    /// The same column for a row that names its own period.
    Values at(@Nullable ReportingPeriod stated) {
      return new Values(printed, metric, stated, unit, scope, restatement);
    }
  }

  Pattern IGNORED =
      Pattern.compile(
          "附注|注释|^注$|^备注|序号|编号|代码|代号|说明|原因|性质|状态|日期|^时间|电话|传真|邮编|证号|调整数|调整金额|调整额|影响数|影响金额|是否"
              + "|年限|期限|(?<!毛)利率|性别|年龄|职务|任期|国籍|注册地|经营地|经营范围|取得方式|币种|预计|预算|计划(?!成本)|目标|承诺|索引|页码"
              + "|^notes?$|^ref|\\(thousands\\)|expected|target|projected|\\bplan\\b|useful li",
          Pattern.CASE_INSENSITIVE);
  Pattern GENERIC =
      Pattern.compile(
          "(?:期末|期初|年末|年初|本期|上期|本报告期|报告期末?)?(?:余额|金额|发生额|数|数额|数值|账面价值|审定数|实际数|合并|合并数|累计数?)?"
              + "|amounts?|as reported|actual|\\(?(?:un)?audited\\)?|total",
          Pattern.CASE_INSENSITIVE);
  Pattern AMOUNT_OF_PERIOD = Pattern.compile("(?:余额|金额|发生额|数额|数(?!量))");
  Pattern HAN = Pattern.compile("\\p{IsHan}{2}");
  Pattern NAMING = Pattern.compile("(?:本?报告)?期[末初内]|年[末初]|本期|报告期内?");
  Pattern SPAN = Pattern.compile("(?i)(?:months?|weeks?|quarters?|years?) (?:ended|ending)");
  Pattern AT_A_DAY = Pattern.compile("(?i)\\b(?:as of|as at|at)\\b");

  /// A row of numbers taken for a heading.
  Pattern NUMBERS =
      Pattern.compile("(?!(?:19|20)\\d{2} ?[$€£]?$)[$€£\\d,.()%— -]*\\d[$€£\\d,.()%— -]*");

  /// What layout brings into English headings besides the period.
  Pattern DEBRIS =
      Pattern.compile(
          "(?i)\\(?(?:(?:dollars|amounts) )?(?:in )?(?:millions|thousands|billions)\\b[^)]*\\)?|.*form 10-[kq].*|\\bfor the\\b.*|\\b(?:as of|at)\\b|\\(?unaudited\\)?|\\b(?:january|february|march|april|may|june|july|august|september|october|november|december) \\d{1,2},?");

  Pattern DANGLING = Pattern.compile("\\(\\)|^[-—/,，的 ]+|[-—/,，的 ]+$|(?<=.)金额$");
  Pattern RESTATED =
      Pattern.compile(
          "调整后|重述后|经重述|\\(重述\\)|已重述|as (?:restated|adjusted|revised)|^restated",
          Pattern.CASE_INSENSITIVE);
  Pattern BEFORE =
      Pattern.compile("调整前|重述前|previously reported|as originally", Pattern.CASE_INSENSITIVE);
  Pattern PARENT =
      Pattern.compile(
          "(?<!归属于|归属)母公司(?!所有者|股东|普通股)|^(?:本公司|公司)$|^(?:the )?company$|parent company",
          Pattern.CASE_INSENSITIVE);

  /// Words that make a column one of an earlier period.
  Pattern EARLIER = Pattern.compile("上[年期]|去年|[年期]初(?!至|到)");

  /// Reads a heading row.
  ///
  /// @param currency what amounts without a sign are in
  static List<Column> read(List<String> headings, FiscalCalendar calendar, Currency currency) {
    var columns = new ArrayList<Column>();
    var here = calendar;
    @Nullable ReportingPeriod spanned = null;
    for (var heading : headings) {
      var column = spanned(read(heading, here, currency), spanned);
      columns.add(column);
      spanned = SPAN.matcher(heading).find() && column instanceof Values v ? v.period() : spanned;
      // 上年同期 is the year before whatever stands to its left.
      if (column instanceof Values values
          && !EARLIER.matcher(heading).find()
          && values.period() != null
          && values.period().basis() != Basis.INSTANT) {
        here = here.at(values.period());
      }
    }
    return columns;
  }

  /// Under Three Months Ended that spans July 2, 2023 and July 3, 2022, the second day ends three
  /// months too.
  private static Column spanned(Column column, @Nullable ReportingPeriod left) {
    return left != null
            && column instanceof Values values
            && values.period() != null
            && values.period().basis() == Basis.INSTANT
            && !AT_A_DAY.matcher(values.printed()).find()
        ? values.at(FiscalCalendar.asLong(left, values.period().end()))
        : column;
  }

  private static Column read(String printed, FiscalCalendar calendar, Currency currency) {
    var plain = PlainText.fold(withoutRepeats(printed.replace('\n', ' ')));
    if (plain.isEmpty()) {
      return new Blank(printed);
    }
    if (plain.matches("(?:计量)?单位|[Uu]nits?")) {
      return new Units(printed);
    }
    if (ChangeWords.isHeading(plain)) {
      return changes(printed, plain);
    }
    if (ChangeWords.isAmountHeading(plain) && !plain.contains("报告期内")
        || IGNORED.matcher(plain).find()
        || NUMBERS.matcher(plain).matches()) {
      return new Ignored(printed);
    }
    return values(printed, plain, calendar, currency);
  }

  /// 每股收益 over 稀释每股收益 says nothing that the lower heading does not.
  private static String withoutRepeats(String printed) {
    var parts = List.of(printed.split(" "));
    var kept = new ArrayList<String>();
    for (var at = 0; at < parts.size(); at++) {
      var part = parts.get(at);
      var isSaidBelow =
          HAN.matcher(part).find()
              && parts.subList(at + 1, parts.size()).stream()
                  .anyMatch(lower -> lower.length() > part.length() && lower.contains(part));
      if (!isSaidBelow) {
        kept.add(part);
      }
    }
    return String.join(" ", kept);
  }

  private static Column changes(String printed, String plain) {
    var unit = plain.contains("%") || plain.matches("(?i).*percent.*") ? UnitWords.PERCENT : null;
    return new Changes(
        printed.strip(), ChangeWords.metricIn(plain), ChangeWords.against(plain), unit);
  }

  private static Values values(
      String printed, String plain, FiscalCalendar calendar, Currency currency) {
    var period = PeriodWords.ofHeading(plain, calendar);
    var restatement =
        RESTATED.matcher(plain).find()
            ? Restatement.RESTATED
            : BEFORE.matcher(plain).find() ? Restatement.BEFORE_RESTATEMENT : Restatement.ORIGINAL;
    var money = EnglishMoney.statedIn(plain, currency);
    var label = RowLabel.of(EnglishMoney.without(withoutPeriods(plain, calendar)));
    var name = BEFORE.matcher(RESTATED.matcher(label.name()).replaceAll("")).replaceAll("");
    name = DANGLING.matcher(name).replaceAll("");
    name = DANGLING.matcher(DEBRIS.matcher(name).replaceAll("")).replaceAll("");
    var scope = PARENT.matcher(name).find() ? Scope.PARENT : null;
    var unit = label.unit() == null ? UnitWords.of(name) : label.unit();
    unit = unit == null ? money : unit;
    var isGeneric = scope != null || UnitWords.of(name) != null || GENERIC.matcher(name).matches();
    return new Values(printed.strip(), isGeneric ? "" : name, period, unit, scope, restatement);
  }

  /// Cuts out the words that name a period, but keeps 期末 where it is part of a name (期末持股数量).
  private static String withoutPeriods(String plain, FiscalCalendar calendar) {
    var rest = new StringBuilder(plain);
    for (var mention : PeriodWords.inHeading(plain, calendar).reversed()) {
      var amount = AMOUNT_OF_PERIOD.matcher(plain).region(mention.end(), plain.length());
      var isNamed =
          mention.start() == 0
              && mention.end() < plain.length()
              && NAMING.matcher(plain.substring(0, mention.end())).matches();
      if (amount.lookingAt()) {
        rest.delete(mention.start(), amount.end());
      } else if (!isNamed) {
        rest.delete(mention.start(), mention.end());
      }
    }
    return rest.toString();
  }
}
