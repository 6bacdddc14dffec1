package onrecord.bot.evaluation;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import onrecord.bot.finding.Words;
import org.jspecify.annotations.Nullable;

/// Whether a text holds a fact: word for word but for white space, or as the same number in the
/// same or another unit.
final class Facts {

  private static final Pattern AMOUNT =
      Pattern.compile(
          "(-?\\d+(?:,\\d{3})*(?:\\.\\d+)?)(亿元|亿股|亿|百万元|万元|万股|万人|万|千元|元/股|元|股|户|人|倍|%|个百分点|million|billion)?");

  /// The white space between the numbers of two cells.
  private static final Pattern BETWEEN_NUMBERS =
      Pattern.compile("(?<=[\\d%])[\\s\u3000]+(?=[-\\d])");

  private Facts() {}

  /// Whether any of the equivalent wordings stands in a text.
  static boolean holds(String text, List<String> equivalents) {
    var compact = Words.compact(BETWEEN_NUMBERS.matcher(text).replaceAll("|"));
    return equivalents.stream().anyMatch(fact -> holds(compact, Words.compact(fact)));
  }

  private static boolean holds(String text, String fact) {
    return containsWhole(text, fact) || holdsAmount(text, fact);
  }

  /// A number must not be a part of a longer one: 1.28% does not stand in 11.28%.
  private static boolean containsWhole(String text, String fact) {
    boolean startsWithDigit = !fact.isEmpty() && Character.isDigit(fact.charAt(0));
    boolean endsWithDigit = !fact.isEmpty() && Character.isDigit(fact.charAt(fact.length() - 1));
    var whole =
        (startsWithDigit ? "(?<![\\d.,])" : "")
            + Pattern.quote(fact)
            + (endsWithDigit ? "(?!\\d|[.,]\\d)" : "");
    return Pattern.compile(whole).matcher(text).find();
  }

  private record Amount(BigDecimal value, String dimension) {}

  private static boolean holdsAmount(String text, String fact) {
    var wanted = AMOUNT.matcher(fact);
    if (!wanted.matches() || wanted.group(2) == null) {
      return false;
    }
    var amount = amount(wanted.group(1), wanted.group(2));
    return AMOUNT
        .matcher(text)
        .results()
        .filter(match -> match.group(2) != null)
        .map(match -> amount(match.group(1), match.group(2)))
        .anyMatch(found ->
            found.dimension().equals(amount.dimension())
                && found.value().compareTo(amount.value()) == 0);
  }

  private static Amount amount(String number, @Nullable String unit) {
    var value = new BigDecimal(number.replace(",", ""));
    return switch (unit == null ? "" : unit) {
      case "亿元", "亿" -> new Amount(value.movePointRight(8), "money");
      case "百万元" -> new Amount(value.movePointRight(6), "money");
      case "万元", "万" -> new Amount(value.movePointRight(4), "money");
      case "千元" -> new Amount(value.movePointRight(3), "money");
      case "元" -> new Amount(value, "money");
      case "亿股" -> new Amount(value.movePointRight(8), "股");
      case "万股" -> new Amount(value.movePointRight(4), "股");
      case "万人" -> new Amount(value.movePointRight(4), "人");
      default -> new Amount(value, unit == null ? "" : unit);
    };
  }
}
