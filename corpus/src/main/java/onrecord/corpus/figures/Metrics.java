package onrecord.corpus.figures;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import onrecord.corpus.Basis;
import onrecord.corpus.ReportingPeriod;
import onrecord.corpus.Unit;
import onrecord.corpus.Unit.Dimension;
import org.jspecify.annotations.Nullable;

/// What the name of a metric alone says about it.
final class Metrics {

  private static final Pattern AT_A_DAY =
      Pattern.compile(
          "(?:总资产|净资产|资产总额|资产总计|负债总额|负债合计|总负债|资产合计|所有者权益|股东权益|总股本|股本|注册资本|实收资本|股东总数|户数|总人数|员工数量|人员数量|员工总数|余额)$"
              + "|(?:期末|年末|持股|质押|冻结|在职员工|职工的?数量|人员的?数量|资产负债率|流动比率|速动比率)"
              + "|^total (?:assets|liabilities|debt|equity)|long-term debt|(?:share|stock)holders[’'] equity|employees",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NOT_AT_A_DAY =
      Pattern.compile(
          "收益率|回报率|周转|增减|变动|增加|减少|平均|净资产收益|return on|proceeds|payments?|repayment|issuance|change",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern AT_THE_OPENING =
      Pattern.compile(
          "(?:^|加)(?:期初|年初)|期初.*余额|^(?:本次)?变动前|beginning of (?:the )?(?:year|period)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern AT_THE_CLOSING =
      Pattern.compile(
          "^(?:期末|年末)|期末.*余额|^(?:本次)?变动后|end of (?:the )?(?:year|period)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern OVER_A_TIME = Pattern.compile("(?:收入|利润|成本|费用|现金流量净额|销量|产量|销售额)$");
  private static final Pattern MEASURED =
      Pattern.compile(
          "(?:收入|成本|利润|亏损|费用|率|比|比例|占比|比重|金额|额|数|数量|总量|产量|销量|生产量|销售量|库存量|人数|单价|均价|价格|价值|余额|准备|原值|折旧|摊销|减值|资产|负债|权益|收益|现金|现金流|股份|股数|持股|报酬|薪酬|投入|产能|面积|增加|减少|增减|增减变动|计提|转回|核销|转销|转出|转入|处置|损失|损益|资本|股本|税额|合计数|分红|红利|股利|股息)$"
              + "|^占|\\b(?:sales|revenues?|profit|income|earnings|expenses?|costs?|assets|liabilities|shares?|price|amount|rate|percent(?:age)?|margin|value|loss|losses|gains?|cash|equity|debt|receivables?|inventor(?:y|ies)|payables?|dividends?|EPS|expenditures?|backlog|orders?|deliveries|cash flows?|operations|spend(?:ing)?|investments?|charges?|benefits?|balances?|commitments?|borrowings?|goodwill|compensation|fees|taxes|employees|associates|people)$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern RATIO =
      Pattern.compile(
          "(?:率|比例|比重|占比|倍数)$|^占|比率|\\b(?:margin|rate|ratio|percent|percentage)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PERSONS =
      Pattern.compile(
          "(?:员工|职工)(?!.*(?:费|薪酬|福利|金|款|支出|成本|补偿))|人员.*(?:数量|人数|总数)|人数$|^(?:专业|教育).*人数");
  private static final Pattern HOUSEHOLDS = Pattern.compile("股东(?:总)?(?:户)?数|户数$");
  private static final Pattern SHARES =
      Pattern.compile(
          "持股数|持股总数|股份数|股数$|股本总数|shares (?:outstanding|issued)|(?:weighted.)?average.*shares|number of shares",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NUMBER_OF_SOMETHING =
      Pattern.compile(
          "(?<!持股)数量$|[次个]数$|年龄|面积|产能|产量|销量|天数|(?<!-)\\b(?:term|months|years|days|count)\\b|number of(?! shares)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern A_SHARE =
      Pattern.compile(
          "每股|per (?:common |ordinary |diluted |basic )?share|exercise price|grant-? ?date fair value|^(?:basic|diluted) (?:eps|earnings per)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern MONEY = Pattern.compile("金额|薪酬|费用|支出|额$|元");

  private static final Pattern SHARE = Pattern.compile("占.*|份额|增速|增长率|幅度|成数|完成度");
  private static final Pattern AMOUNT =
      Pattern.compile(
          "(?:总计|合计|款|款项|补助|补贴|红利|股利|股息|订单|合同|规模|总?产值|市值|借款|贷款|存款|债券|利润总额|保证金|流入|流出|支出|资金|盈余|公积金?|销售|采购|资产|商誉|存货)$");
  private static final Pattern STOCK = Pattern.compile("股");
  private static final BigDecimal LARGEST_RATE = BigDecimal.valueOf(1_000);

  private Metrics() {}

  /// The period of a figure in a place that names one: balances count at its end.
  static @Nullable ReportingPeriod period(String metric, @Nullable ReportingPeriod stated) {
    if (stated == null) {
      return null;
    }
    if (stated.basis() == Basis.INSTANT) {
      return stated;
    }
    if (AT_THE_OPENING.matcher(metric).find()) {
      // Years of 52 weeks begin on a day that only their report knows.
      return stated.start().getDayOfMonth() == 1
          ? ReportingPeriod.at(stated.start().minusDays(1))
          : null;
    }
    return isAtADay(metric) ? stated.closing() : stated;
  }

  static boolean isAtADay(String metric) {
    return AT_THE_CLOSING.matcher(metric).find()
        || AT_A_DAY.matcher(metric).find() && !NOT_AT_A_DAY.matcher(metric).find();
  }

  /// Whether it can only be counted over a time, never at a day.
  static boolean isOverATime(String metric) {
    return OVER_A_TIME.matcher(metric).find();
  }

  /// Whether a column heading names a metric rather than a line of business or an item.
  static boolean isMeasured(String heading) {
    return MEASURED.matcher(heading).find();
  }

  static boolean isRatio(String metric) {
    return RATIO.matcher(metric).find();
  }

  /// Whether a noun phrase of a sentence can be measured in a unit.
  static boolean isMeasurable(String metric, Unit unit) {
    return switch (unit.dimension()) {
      case PERCENT, PERCENTAGE_POINT -> isRatio(metric) || SHARE.matcher(metric).find();
      case CNY, USD, HKD, EUR, GBP, OTHER_CURRENCY ->
          isMeasured(metric) || AMOUNT.matcher(metric).find();
      case SHARES -> STOCK.matcher(metric).find();
      case PER_SHARE, COUNT, RATIO, MEASURE -> true;
    };
  }

  /// Whether a value can be what its name and unit say: nothing is a share of more than the whole.
  static boolean isPossible(String metric, BigDecimal value, Unit unit) {
    return unit.dimension() != Dimension.PERCENT
        || !isRatio(metric)
        || value.abs().compareTo(LARGEST_RATE) < 0;
  }

  /// The unit that figures of this name have under a caption that states another; null if the
  /// caption's holds, or if it cannot be told.
  ///
  /// @param captioned the unit of the caption, or of money in the table
  static @Nullable Unit unit(String metric, @Nullable Unit captioned) {
    if (A_SHARE.matcher(metric).find()) {
      return metric.codePointAt(0) < 0x2E80 ? UnitWords.PER_SHARE : perShareIn(captioned);
    }
    if (HOUSEHOLDS.matcher(metric).find()) {
      return UnitWords.HOUSEHOLDS;
    }
    if (PERSONS.matcher(metric).find() && !MONEY.matcher(metric).find()) {
      return UnitWords.PERSONS;
    }
    if (isRatio(metric)) {
      return null;
    }
    if (NUMBER_OF_SOMETHING.matcher(metric).find() && captioned != null && captioned.isMoney()) {
      return null;
    }
    if (SHARES.matcher(metric).find()) {
      return sharesIn(metric, captioned);
    }
    return captioned;
  }

  private static @Nullable Unit perShareIn(@Nullable Unit captioned) {
    var isYuan =
        captioned == null || captioned.dimension() == Dimension.CNY || !captioned.isMoney();
    return isYuan ? UnitWords.YUAN_PER_SHARE : null;
  }

  private static Unit sharesIn(String metric, @Nullable Unit captioned) {
    if (captioned != null && captioned.dimension() == Dimension.SHARES) {
      return captioned;
    }
    if (metric.codePointAt(0) >= 0x2E80 || captioned == null) {
      return UnitWords.SHARES;
    }
    return UnitWords.sharesIn(captioned);
  }
}
