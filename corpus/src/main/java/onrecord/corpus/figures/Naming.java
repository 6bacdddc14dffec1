package onrecord.corpus.figures;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import onrecord.corpus.Language;
import onrecord.corpus.figures.Column.Values;
import org.jspecify.annotations.Nullable;

/// Tells what a cell of a table measures, and of what: the metric may stand in the row, in the
/// column, in the group that the row belongs to, or in the heading above the table.
///
/// @param language of the disclosure
/// @param sections the headings above the table, outermost first
/// @param subject the innermost of them and the caption
/// @param columns of the table
/// @param labelHeading the heading of the column of labels; empty if it has none
record Naming(
    Language language,
    List<String> sections,
    String subject,
    List<Column> columns,
    String labelHeading) {

  /// What a cell is about.
  ///
  /// @param segment null for the whole
  record Name(String metric, @Nullable String segment) {

    /// The same, told apart from the same words in other notes.
    Name of(@Nullable String note) {
      return note == null || metric.startsWith(note) ? this : new Name(note + metric, segment);
    }
  }

  private static final Pattern BY_SEGMENT =
      Pattern.compile(
          "^分?(?:行业|产品|地区|业务|板块|模式|销售模式|渠道|客户类型|区域).{0,4}$|^按.{1,10}(?:分|列示).{0,3}$|^by \\w+|segment",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern OF_SEGMENTS =
      Pattern.compile(
          "segment|geograph|by (?:product|region|country|business|category)|disaggregat",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NAMES =
      Pattern.compile(
          "^分.{1,6}$|名称|姓名|产品|客户|供应商|股东|地区|区域|行业|业务|公司|单位|对象|关联方|类别|类型|种类|构成|程度|国家|分部|板块|品种|账龄|年度|^期间|name|segment|region",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PARTIES = Pattern.compile("名称|关联方|客户|供应商|单位");

  /// Tables whose 项目名称 are the items of a statement.
  private static final Pattern OF_ITEMS = Pattern.compile("资产[及和与、]负债|会计数据|财务(?:指标|数据)|会计科目|报表项目");

  /// What happened to an item, told by the column alone.
  private static final Pattern MOVEMENT =
      Pattern.compile(
          "^(?:本[期年])?(?:增加|减少|计提|转回|收回或转回|转销|核销|转销或核销|摊销)(?:金额|额)?$|^(?:本期)?计入(?:当期|本期)?(?:损益|其他收益|营业外收入)(?:的?金额)?$");

  private static final Pattern TOTAL =
      Pattern.compile(
          "合计|总计|小计|total(?: company)?|consolidated(?: total)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern SHARE_OF = Pattern.compile("^占(.{2,12}?)(?:的)?(?:比例|比重|比|百分比)");
  private static final String MAIN_BUSINESS = "主营业务";
  private static final Pattern OF_BUSINESS = Pattern.compile("(?:营业)?(?:收入|成本)|毛利率");
  private static final Pattern CARRYING =
      Pattern.compile("^(?:账面)?(?:原值|原价|价值|余额)|累计(?:折旧|摊销)|(?:减值|坏账|跌价)准备");
  private static final Pattern NOTES = Pattern.compile("(?:报表|主要)项目(?:的)?(?:注释|附注)");
  private static final Pattern PRESENTATION =
      Pattern.compile("(?:分类|列示|情况|情况表|明细|明细表|情况分析|分析|构成|披露|总额|表|的|项目(?:及|和|与)金额)+$");
  private static final Pattern NO_ITEM = Pattern.compile("按.*|以.*|分.*|项目|.*注释|.*说明|.*节.*|.*前.名.*");
  private static final Pattern MODIFIER =
      Pattern.compile("basic|diluted", Pattern.CASE_INSENSITIVE);

  /// The name of a cell in a row of a metric or an item; null if it cannot be told.
  ///
  /// @param within the outer label of a row that has two
  /// @param group the group that the row belongs to; empty if none
  @Nullable Name of(RowLabel label, @Nullable String within, Values heading, String group) {
    var isTotal = TOTAL.matcher(label.name()).matches();
    if (heading.metric().isEmpty()) {
      return byRow(label.name(), within, group, isTotal);
    }
    if (isMetric(heading.metric())) {
      return byColumn(label.name(), within, heading.metric(), group, isTotal);
    }
    if (isTotal) {
      return null;
    }
    var isWhole = TOTAL.matcher(heading.metric()).matches();
    var opened = RowLabel.of(group).name();
    var metric = CARRYING.matcher(opened).find() ? opened + label.name() : label.name();
    return new Name(metric, isWhole ? within : heading.metric()).of(note());
  }

  /// The name of a cell whose row names a period alone (期末余额): the group or the column says what it
  /// measures; null if neither does.
  @Nullable Name ofPeriodRow(Values heading, String group) {
    if (heading.metric().isEmpty()) {
      return null;
    }
    if (Metrics.isMeasured(heading.metric())) {
      return new Name(heading.metric(), null);
    }
    var opened = RowLabel.of(group).name();
    if (opened.isEmpty()) {
      return null;
    }
    var note = note();
    var metric = note != null && opened.endsWith("价值") ? "" : opened;
    var isWhole = TOTAL.matcher(heading.metric()).matches();
    return new Name(metric, isWhole ? null : heading.metric()).of(note);
  }

  /// Whether a column of labels names parties, products and the like rather than metrics.
  boolean isOfNames() {
    return NAMES.matcher(labelHeading).find();
  }

  /// Whether a label alone in its row opens a group.
  static boolean opensGroup(String plain, Language language) {
    return language == Language.EN
        || plain.matches(".*[:：]|[一二三四五六七八九十]+、.*")
        || BY_SEGMENT.matcher(plain).find();
  }

  private boolean isMetric(String heading) {
    return isOfNames() || SHARE_OF.matcher(heading).find() || Metrics.isMeasured(heading);
  }

  private Name byColumn(
      String label, @Nullable String within, String heading, String group, boolean isTotal) {
    if (isTotal && (isBySegment(group) || labelHeading.startsWith("分"))) {
      return new Name(ofWhole(heading), within);
    }
    var name = new Name(heading, within == null ? label : within + " " + label);
    var isOfNote = CARRYING.matcher(heading).find() || MOVEMENT.matcher(heading).matches();
    return isOfNote ? name.of(note()) : name;
  }

  /// The lines of the main business add up to the main business, not to all that the company earns.
  private String ofWhole(String metric) {
    var isOfMainBusiness = subject.contains(MAIN_BUSINESS) && !metric.contains("主营");
    return isOfMainBusiness && OF_BUSINESS.matcher(metric).matches()
        ? MAIN_BUSINESS + metric.replaceFirst("^营业", "")
        : metric;
  }

  private @Nullable Name byRow(
      String label, @Nullable String within, String group, boolean isTotal) {
    var divided = dividedByShares();
    if (isBySegment(group) && divided != null) {
      return new Name(divided, isTotal ? null : label);
    }
    var note = note();
    if (note != null) {
      return new Name(note, label);
    }
    if (isTotal || isOfParties()) {
      var section = section();
      return section == null ? null : new Name(section, isTotal ? within : label);
    }
    return isGroupOfSegments(group)
        ? inGroup(RowLabel.of(group).name(), label)
        : new Name(label, within);
  }

  private boolean isOfParties() {
    return PARTIES.matcher(labelHeading).find() && !OF_ITEMS.matcher(subject).find();
  }

  private static Name inGroup(String metric, String label) {
    if (MODIFIER.matcher(label).matches()) {
      return new Name(metric + " " + label, null);
    }
    return new Name(metric, label.toLowerCase(Locale.ROOT).startsWith("total") ? null : label);
  }

  private static boolean isBySegment(String group) {
    return BY_SEGMENT.matcher(group).find();
  }

  private boolean isGroupOfSegments(String group) {
    if (language != Language.EN || group.isEmpty()) {
      return false;
    }
    var isOfShares =
        group.toLowerCase(Locale.ROOT).matches(".*(?:per (?:common |ordinary )?share|shares).*");
    return isOfShares
        || OF_SEGMENTS.matcher(subject).find() && Metrics.isMeasured(RowLabel.of(group).name());
  }

  /// What the table divides, told by its column 占营业收入比重.
  private @Nullable String dividedByShares() {
    for (var column : columns) {
      if (column instanceof Values values) {
        var share = SHARE_OF.matcher(values.metric());
        if (share.find()) {
          return share.group(1);
        }
      }
    }
    return null;
  }

  /// The item of the statements that a note is about; null outside the notes. The rows of a note
  /// are parts of that item, whatever they are called.
  private @Nullable String note() {
    for (var i = 0; i + 1 < sections.size(); i++) {
      if (NOTES.matcher(PlainText.fold(sections.get(i))).find()) {
        return item(sections.get(i + 1));
      }
    }
    return null;
  }

  /// The item that the headings name, which a 合计 is the total of.
  private @Nullable String section() {
    for (var heading : sections.reversed()) {
      var item = item(heading);
      if (item != null) {
        return item;
      }
    }
    return null;
  }

  private static @Nullable String item(String heading) {
    var name = PRESENTATION.matcher(RowLabel.of(heading).name()).replaceFirst("");
    return name.length() < 2 || name.length() > 20 || NO_ITEM.matcher(name).matches() ? null : name;
  }
}
