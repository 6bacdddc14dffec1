package onrecord.bot.evaluation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A number with its unit, as a text states it, in Chinese or English.
///
/// @param printed the number alone
/// @param value in base units: yuan, shares, persons, per cent
/// @param dimension what is measured; empty where no unit stands there
/// @param start offset in the compact text
record Amount(BigDecimal printed, BigDecimal value, String dimension, int start) {

  private static final String MONEY = "money";

  private static final Map<String, Integer> SCALES =
      Map.ofEntries(
          Map.entry("百", 2),
          Map.entry("千", 3),
          Map.entry("万", 4),
          Map.entry("百万", 6),
          Map.entry("千万", 7),
          Map.entry("亿", 8),
          Map.entry("万亿", 12),
          Map.entry("thousand", 3),
          Map.entry("million", 6),
          Map.entry("billion", 9),
          Map.entry("trillion", 12));

  private static final Map<String, String> DIMENSIONS =
      Map.ofEntries(
          Map.entry("元", MONEY),
          Map.entry("元人民币", MONEY),
          Map.entry("yuan", MONEY),
          Map.entry("rmb", MONEY),
          Map.entry("cny", MONEY),
          Map.entry("元/股", "元/股"),
          Map.entry("yuanpershare", "元/股"),
          Map.entry("美元", "usd"),
          Map.entry("usd", "usd"),
          Map.entry("us$", "usd"),
          Map.entry("$", "usd"),
          Map.entry("港元", "hkd"),
          Map.entry("hk$", "hkd"),
          Map.entry("欧元", "eur"),
          Map.entry("eur", "eur"),
          Map.entry("股", "股"),
          Map.entry("shares", "股"),
          Map.entry("户", "户"),
          Map.entry("人", "人"),
          Map.entry("名", "人"),
          Map.entry("people", "人"),
          Map.entry("employees", "人"),
          Map.entry("倍", "倍"),
          Map.entry("times", "倍"),
          Map.entry("%", "%"),
          Map.entry("percent", "%"),
          Map.entry("个百分点", "个百分点"),
          Map.entry("percentagepoints", "个百分点"));

  private static final Set<String> BEFORE =
      Set.of("rmb", "cny", "usd", "us$", "$", "hk$", "eur", "人民币", "¥");

  private static final Pattern PATTERN =
      Pattern.compile(
          "(?<before>%s)?(?<number>-?\\d+(?:,\\d{3})*(?:\\.\\d+)?)(?<scale>%s)?(?<unit>%s)?"
              .formatted(anyOf(BEFORE), anyOf(SCALES.keySet()), anyOf(DIMENSIONS.keySet())));

  private static String anyOf(Set<String> words) {
    return words.stream()
        .sorted((a, b) -> b.length() - a.length())
        .map(Pattern::quote)
        .reduce((a, b) -> a + "|" + b)
        .orElseThrow();
  }

  /// All numbers in a compact text, in order.
  static List<Amount> in(String compact) {
    return PATTERN.matcher(compact).results().map(Amount::of).toList();
  }

  /// The amount that a compact text is and nothing besides; null if it is anything else.
  static @Nullable Amount whole(String compact) {
    var matcher = PATTERN.matcher(compact);
    return matcher.matches() ? of(matcher.toMatchResult()) : null;
  }

  boolean hasUnit() {
    return !dimension.isEmpty();
  }

  /// Whether both are the same value of the same kind, to the last digit.
  boolean isSameAs(Amount other) {
    return dimension.equals(other.dimension) && value.compareTo(other.value) == 0;
  }

  private static Amount of(MatchResult match) {
    var printed = new BigDecimal(match.group("number").replace(",", ""));
    var scale = match.group("scale");
    var value = printed.movePointRight(scale == null ? 0 : SCALES.getOrDefault(scale, 0));
    return new Amount(
        printed,
        value,
        dimension(match.group("before"), scale, match.group("unit")),
        match.start("number"));
  }

  /// A bare 万 or 亿 counts money, as people write it.
  private static String dimension(
      @Nullable String before, @Nullable String scale, @Nullable String unit) {
    if (unit != null) {
      return DIMENSIONS.getOrDefault(unit, unit);
    }
    if (before != null) {
      return DIMENSIONS.getOrDefault(before, MONEY);
    }
    return scale == null ? "" : MONEY;
  }
}
