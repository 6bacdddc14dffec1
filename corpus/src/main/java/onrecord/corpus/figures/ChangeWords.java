package onrecord.corpus.figures;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import onrecord.corpus.Change;
import onrecord.corpus.Change.Against;
import onrecord.corpus.Unit;
import org.jspecify.annotations.Nullable;

/// Reads the words that state a change against an earlier figure.
final class ChangeWords {

  private static final String UP = "增长|增加|上升|提高|提升|增幅|涨幅|上涨|升幅|增";
  private static final String DOWN = "下降|减少|降低|下滑|减幅|降幅|回落|收窄|下跌|跌幅|减";

  private static final Pattern IN_A_CELL =
      Pattern.compile(
          "(?<direction>"
              + UP
              + "|"
              + DOWN
              + ")?了?(?<value>[-—]?\\d[\\d,]*(?:\\.\\d+)?)(?<unit>%|个?百分点)?");
  private static final Pattern HEADING =
      Pattern.compile(
          "同比|环比|[比较](?:上|去|年初|期初|本年初)|增减(?:比例|比率|幅度|率|变化|变动)?|变[动化](?:比例|比率|幅度|率)|增长率|增幅"
              + "|% ?change|change ?%|percent(?:age)? change|change",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern AMOUNT =
      Pattern.compile("额|金额|数$|报告期内增减|^增减变动|\\$ ?change|amount", Pattern.CASE_INSENSITIVE);
  private static final Pattern NAMELESS =
      Pattern.compile(
          "年初至|报告|同比|环比|[比较与](?:上年?度?|去年?|年初|期初)?(?:年|期|末|同期|季度|季)*(?:度|数)?|增减|变动|变化|增长|比例|比率|幅度|率|增幅|金额|数额|余额|的|相比|情况|%|\\(|\\)|本|期|年|末|同|上|度|数|较|比"
              + "|percent(?:age)?|change|vs\\.?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern TO_THE_PERIOD_BEFORE = Pattern.compile("环比|上一?季|上一?月");

  private ChangeWords() {}

  /// Whether a column heading announces changes as rates.
  static boolean isHeading(String plain) {
    return HEADING.matcher(plain).find() && !isAmountHeading(plain);
  }

  /// Whether a column heading announces changes as amounts, which are no figures.
  static boolean isAmountHeading(String plain) {
    var words = plain.replaceAll("\\([^()]*\\)", "");
    return HEADING.matcher(words).find()
        && AMOUNT.matcher(words).find()
        && !Pattern.compile("比例|比率|幅度|%").matcher(words).find();
  }

  /// The metric that a heading such as 营业收入比上年增减 names; empty if it names none.
  static String metricIn(String plain) {
    var words = plain.replaceAll("\\([^()]*\\)", "");
    var heading =
        Pattern.compile("(?:本[年期]末?|本报告期|报告期)?(?:同比|环比|[比较与](?:上|去|年初|期初)|增减|变动|增长率|增幅)")
            .matcher(words);
    var before = heading.find() ? words.substring(0, heading.start()) : words;
    return NAMELESS.matcher(before).replaceAll("").isBlank() ? "" : before;
  }

  static Against against(String plain) {
    return TO_THE_PERIOD_BEFORE.matcher(plain).find() ? Against.PERIOD_BEFORE : Against.YEAR_BEFORE;
  }

  /// Reads a cell of a column of changes; null if it states none.
  ///
  /// @param headed the unit that the column heading states, if any
  static @Nullable Change inCell(String cell, Against against, @Nullable Unit headed) {
    var numeral = Numeral.read(cell);
    if (numeral != null) {
      var unit = numeral.unit() == null ? headed : numeral.unit();
      return unit == null ? null : new Change(against, numeral.value(), unit, cell.strip());
    }
    var words = IN_A_CELL.matcher(PlainText.fold(cell).replace(" ", ""));
    if (!words.matches()) {
      return null;
    }
    var unit = words.group("unit") == null ? headed : UnitWords.of(words.group("unit"));
    if (unit == null) {
      return null;
    }
    var value = new BigDecimal(words.group("value").replace(",", "").replace('—', '-'));
    return new Change(against, signed(value, words.group("direction")), unit, cell.strip());
  }

  private static BigDecimal signed(BigDecimal value, @Nullable String direction) {
    return direction != null && direction.matches(DOWN) ? value.negate() : value;
  }
}
