package onrecord.corpus.figures;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;
import onrecord.corpus.Unit;
import onrecord.corpus.Unit.Dimension;
import org.jspecify.annotations.Nullable;

/// Reads the words that state a unit.
final class UnitWords {

  static final Unit PERCENT = new Unit("%", Dimension.PERCENT, BigDecimal.ONE);
  static final Unit PERCENTAGE_POINTS =
      new Unit("个百分点", Dimension.PERCENTAGE_POINT, BigDecimal.ONE);
  static final Unit YUAN_PER_SHARE = new Unit("元/股", Dimension.PER_SHARE, BigDecimal.ONE);
  static final Unit PER_SHARE = new Unit("per share", Dimension.PER_SHARE, BigDecimal.ONE);
  static final Unit PERSONS = new Unit("人", Dimension.COUNT, BigDecimal.ONE);
  static final Unit HOUSEHOLDS = new Unit("户", Dimension.COUNT, BigDecimal.ONE);
  static final Unit SHARES = new Unit("股", Dimension.SHARES, BigDecimal.ONE);

  private static final Map<String, Integer> POWERS =
      Map.of("", 0, "千", 3, "万", 4, "十万", 5, "百万", 6, "千万", 7, "亿", 8, "十亿", 9, "百亿", 10);

  private static final String CURRENCIES = "元|美元|港元|港币|欧元|英镑|日元";
  private static final String COUNTED =
      "人次|人|名|位|户|家|个(?!百分点|月|季度|年)|项|件|台|套|座|处|次|辆|间|张|条|起|所|款|场|只|头|羽|艘|架|篇|门店|部";
  private static final String MEASURED =
      "平方米|㎡|平方公里|立方米|亩|公顷|公里|千米|千克|公斤|吨|头份|羽份|毫升|升|米"
          + "|千瓦时|度电|千瓦|[kKMGT]W(?:h|p)?|[EPT]FLOPS|[PTGE]B|P(?![A-Za-z])";

  /// A unit as it follows a number; group 1 the power of ten, group 2 what is counted.
  static final String AFTER_A_NUMBER =
      "(?:人民币)?(百亿|十亿|亿|千万|百万|十万|万|千)?((?:"
          + CURRENCIES
          + ")(?:/股|每股)?|股|"
          + MEASURED
          + "|"
          + COUNTED
          + ")|(%)|(个?百分点)|(倍)";

  private static final Pattern WHOLE = Pattern.compile(AFTER_A_NUMBER);
  private static final Pattern STATED =
      Pattern.compile(
          "(?<!编制|填报|报告|上报)单位[:：为]{0,2}(?:均?为)?(?:人民币)?((?:百亿|十亿|亿|千万|百万|十万|万|千)?(?:"
              + CURRENCIES
              + "|股|人次|人|户|家|平方米|吨|%)(?:/股)?)(?![^币金\\s，,;；()。/])");
  private static final Pattern CURRENCY_AMOUNTS = Pattern.compile("(?:人民币|RMB)((?:百万|万|千|亿)?元)");

  private UnitWords() {}

  /// The unit that a word is, such as `万元` or `%`.
  ///
  /// @param plain in the form of [PlainText]
  static @Nullable Unit of(String plain) {
    var matcher = WHOLE.matcher(plain);
    if (!matcher.matches()) {
      return null;
    }
    if (matcher.group(3) != null) {
      return PERCENT;
    }
    if (matcher.group(4) != null) {
      return PERCENTAGE_POINTS;
    }
    if (matcher.group(5) != null) {
      return new Unit("倍", Dimension.RATIO, BigDecimal.ONE);
    }
    var power = POWERS.getOrDefault(matcher.group(1) == null ? "" : matcher.group(1), 0);
    var printed = plain.startsWith("人民币") ? plain.substring(3) : plain;
    return new Unit(printed, dimension(matcher.group(2)), BigDecimal.TEN.pow(power));
  }

  /// The unit that a caption or a note states for a whole table.
  ///
  /// @param plain in the form of [PlainText]
  /// @param currency the currency that amounts without a sign are in
  static @Nullable Unit ofCaption(String plain, Currency currency) {
    var stated = STATED.matcher(plain);
    while (stated.find()) {
      var unit = of(stated.group(1));
      if (unit != null) {
        return inCurrency(unit, plain);
      }
    }
    var amounts = CURRENCY_AMOUNTS.matcher(plain);
    return amounts.find() ? of(amounts.group(1)) : EnglishMoney.in(plain, currency);
  }

  /// Shares, counted in the same multiple as a unit of money.
  static Unit sharesIn(Unit multiple) {
    return multiple.scale().equals(BigDecimal.ONE)
        ? new Unit("shares", Dimension.SHARES, BigDecimal.ONE)
        : new Unit(
            multiple.printed().replaceFirst(".* ", "") + " shares",
            Dimension.SHARES,
            multiple.scale());
  }

  private static Unit inCurrency(Unit unit, String caption) {
    if (unit.dimension() != Dimension.CNY || !caption.contains("币种")) {
      return unit;
    }
    var stated = caption.substring(caption.indexOf("币种"));
    var dimension =
        stated.contains("美元")
            ? Dimension.USD
            : stated.contains("港") ? Dimension.HKD : unit.dimension();
    return new Unit(unit.printed(), dimension, unit.scale());
  }

  private static Dimension dimension(String base) {
    if (base.endsWith("/股") || base.endsWith("每股")) {
      return Dimension.PER_SHARE;
    }
    return switch (base) {
      case "元" -> Dimension.CNY;
      case "美元" -> Dimension.USD;
      case "港元", "港币" -> Dimension.HKD;
      case "欧元" -> Dimension.EUR;
      case "英镑" -> Dimension.GBP;
      case "日元" -> Dimension.OTHER_CURRENCY;
      case "股" -> Dimension.SHARES;
      default -> base.matches(COUNTED) ? Dimension.COUNT : Dimension.MEASURE;
    };
  }
}
