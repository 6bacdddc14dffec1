package onrecord.bot.verifying;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import onrecord.bot.verifying.Quantity.Bound;
import org.jspecify.annotations.Nullable;

/// Reads the amounts that a text states, in Chinese and English.
final class Quantities {

  private static final Map<String, Integer> POWERS =
      Map.ofEntries(
          Map.entry("千", 3),
          Map.entry("万", 4),
          Map.entry("十万", 5),
          Map.entry("百万", 6),
          Map.entry("千万", 7),
          Map.entry("亿", 8),
          Map.entry("十亿", 9),
          Map.entry("百亿", 10),
          Map.entry("千亿", 11),
          Map.entry("万亿", 12),
          Map.entry("thousand", 3),
          Map.entry("million", 6),
          Map.entry("billion", 9),
          Map.entry("trillion", 12));

  private static final String BEFORE =
      "(?<before>约为?|大约|近|接近|将近|不超过|至多|最多|不高于|不多于|不到|不足|低于|少于|超过|超|逾|至少|最少|不低于|不少于|不小于|高于|多于|大于"
          + "|approximately|about|around|roughly|nearly|almost|up to|at most|no more than|not more than|less than|under|below"
          + "|more than|over|above|at least|no less than|not less than|exceeding)?\\s*+";

  private static final String CURRENCY =
      "(?<currency>人民币|RMB|CNY|US\\$|HK\\$|USD|HKD|[$€£¥])?\\s*+";

  private static final String DIGITS =
      "(?<![A-Za-z\\d.])(?<sign>[-−–])?(?<digits>\\d{1,3}(?:[,，]\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)(?![\\d])";

  private static final String NUMERALS = "(?<numerals>[一二两三四五六七八九十百千零〇]{1,7})";

  private static final String COUNTED =
      "家|个(?!百分点|月|季度|年|工作日)|名|位|人(?!民|员|才)|户|项|款|种|台|套|件|座|次(?!日)|辆|间|张|条|所|只|部(?!门|分)";

  private static final String MONEY = "美元|港元|港币|欧元|英镑|日元|元";

  private static final String AFTER =
      "\\s*(?:(?<percent>%|per ?cent\\b)|(?<points>个?百分点|percentage points?\\b)|(?<times>倍|times\\b)"
          + "|(?<power>万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千|thousand\\b|million\\b|billion\\b|trillion\\b)?\\s*"
          + "(?<unit>(?:"
          + MONEY
          + ")(?:/股|每股)?|股|"
          + COUNTED
          + "|(?:yuan|RMB|CNY|US dollars|dollars|shares)\\b)?)(?<after>左右|上下|以上|以下|余)?";

  private static final Pattern AMOUNT =
      Pattern.compile(BEFORE + CURRENCY + DIGITS + AFTER, Pattern.CASE_INSENSITIVE);

  /// Small counts written out: 三家子公司.
  private static final Pattern WRITTEN_OUT =
      Pattern.compile("(?<![第一二两三四五六七八九十百千零〇\\d])" + NUMERALS + "(?<unit>" + COUNTED + ")");

  private Quantities() {}

  /// An amount in a text.
  ///
  /// @param start offset of its first character
  /// @param end offset after its unit
  record Mention(Quantity quantity, int start, int end) {}

  /// The amounts of a text in order. It is in the form of NFKC.
  static List<Mention> in(String text) {
    var mentions = new ArrayList<Mention>();
    var amounts = AMOUNT.matcher(text);
    while (amounts.find()) {
      mentions.add(new Mention(quantity(amounts), amounts.start(), amounts.end()));
    }
    var writtenOut = WRITTEN_OUT.matcher(text);
    while (writtenOut.find()) {
      var value = BigDecimal.valueOf(number(writtenOut.group("numerals")));
      var quantity = new Quantity(value, measure(writtenOut.group("unit")), Bound.EXACT);
      mentions.add(new Mention(quantity, writtenOut.start(), writtenOut.end()));
    }
    mentions.sort(Comparator.comparingInt(Mention::start));
    return mentions;
  }

  private static Quantity quantity(Matcher amount) {
    var digits = new BigDecimal(amount.group("digits").replaceAll("[,，]", ""));
    var value = amount.group("sign") == null ? digits : digits.negate();
    var power = amount.group("power");
    var scale = power == null ? 0 : POWERS.getOrDefault(power.toLowerCase(Locale.ROOT), 0);
    return new Quantity(value.scaleByPowerOfTen(scale), measure(amount), bound(amount));
  }

  private static String measure(Matcher amount) {
    if (amount.group("percent") != null) {
      return "%";
    }
    if (amount.group("points") != null) {
      return "pp";
    }
    if (amount.group("times") != null) {
      return "times";
    }
    var unit = amount.group("unit");
    return unit == null || unit.isEmpty()
        ? currency(amount.group("currency"))
        : measure(unit.toLowerCase(Locale.ROOT));
  }

  private static String measure(String unit) {
    boolean perShare = unit.endsWith("/股") || unit.endsWith("每股");
    var base = perShare ? unit.replaceFirst("(/股|每股)$", "") : unit;
    var measure =
        switch (base) {
          case "元", "yuan", "rmb", "cny" -> "CNY";
          case "美元", "us dollars", "dollars" -> "USD";
          case "港元", "港币" -> "HKD";
          case "欧元" -> "EUR";
          case "英镑" -> "GBP";
          case "日元" -> "JPY";
          case "股", "shares" -> "shares";
          case "名", "位", "人" -> "人";
          default -> base;
        };
    return perShare ? measure + " a share" : measure;
  }

  private static String currency(@Nullable String sign) {
    return switch (sign == null ? "" : sign.toUpperCase(Locale.ROOT)) {
      case "人民币", "RMB", "CNY", "¥" -> "CNY";
      case "US$", "$", "USD" -> "USD";
      case "HK$", "HKD" -> "HKD";
      case "€" -> "EUR";
      case "£" -> "GBP";
      default -> "";
    };
  }

  private static Bound bound(Matcher amount) {
    var before =
        amount.group("before") == null ? "" : amount.group("before").toLowerCase(Locale.ROOT);
    var after = amount.group("after") == null ? "" : amount.group("after");
    if (before.matches("约为?|大约|近|接近|将近|approximately|about|around|roughly|nearly|almost")
        || after.matches("左右|上下")) {
      return Bound.ABOUT;
    }
    if (before.matches(
            "不超过|至多|最多|不高于|不多于|不到|不足|低于|少于|up to|at most|no more than|not more than|less than|under|below")
        || after.equals("以下")) {
      return Bound.AT_MOST;
    }
    return before.isEmpty() && after.isEmpty() ? Bound.EXACT : Bound.AT_LEAST;
  }

  /// The value of Chinese numerals up to 9,999.
  static int number(String numerals) {
    int total = 0;
    int digit = 0;
    for (char c : numerals.toCharArray()) {
      int place = "十百千".indexOf(c);
      if (place >= 0) {
        int power = (int) Math.pow(10, place + 1);
        total += (digit == 0 ? 1 : digit) * power;
        digit = 0;
      } else {
        digit = c == '两' ? 2 : Math.max(0, "零一二三四五六七八九".indexOf(c));
      }
    }
    return total + digit;
  }
}
