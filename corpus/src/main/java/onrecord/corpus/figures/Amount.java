package onrecord.corpus.figures;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import onrecord.corpus.Unit;
import onrecord.corpus.Unit.Dimension;

/// A number with its unit in a Chinese sentence, and the words that lead to it.
///
/// @param value in the unit
/// @param start offset of the number in the sentence
/// @param numberEnd offset after the number
/// @param end offset after the unit
/// @param between all words since the number before
/// @param lead the words of its own clause before it
record Amount(
    BigDecimal value, Unit unit, int start, int numberEnd, int end, String between, String lead) {

  private static final String NUMBER = "\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?";
  private static final Pattern FORM =
      Pattern.compile(
          "(?<![\\d.,A-Za-z第每-])(?<number>-?(?:"
              + NUMBER
              + ")) ?(?<unit>"
              + UnitWords.AFTER_A_NUMBER
              + ")(?![/A-Za-z])");
  private static final Pattern RANGE =
      Pattern.compile(
          "(?:" + NUMBER + ")[^\\d,，。；、\\s]{0,4}[-~—–至](?:" + NUMBER + ")[^\\d,，。；、\\s]{0,4}");
  private static final Pattern THRESHOLD =
      Pattern.compile("^(?:及|\\([^()]{0,4}\\))?(?:以上|以下|以内|以外)");
  private static final Pattern BRACKETS = Pattern.compile("[(（][^()（）]*[)）]");
  private static final Pattern BREAK = Pattern.compile("[，,；;：:。、(（)）]");

  /// The amounts of a sentence in order. Thresholds (5%以上) and ranges state no single value.
  static List<Amount> in(String sentence) {
    var text = RANGE.matcher(sentence).replaceAll(range -> "、".repeat(range.group().length()));
    var amounts = new ArrayList<Amount>();
    var matcher = FORM.matcher(text);
    var from = 0;
    while (matcher.find()) {
      var unit = UnitWords.of(matcher.group("unit"));
      if (unit != null && !THRESHOLD.matcher(text.substring(matcher.end())).find()) {
        var number = matcher.group("number");
        var between = text.substring(from, matcher.start());
        amounts.add(
            new Amount(
                new BigDecimal(number.replace(",", "")),
                unit,
                matcher.start(),
                matcher.start() + number.length(),
                matcher.end(),
                between,
                lead(between)));
      }
      from = matcher.end();
    }
    return amounts;
  }

  boolean isRate() {
    return unit.dimension() == Dimension.PERCENT || unit.dimension() == Dimension.PERCENTAGE_POINT;
  }

  /// Where its lead begins in the sentence.
  int leadStart() {
    return start - lead.length();
  }

  /// The words from the last break; brackets that are closed again divide nothing.
  private static String lead(String words) {
    var open = BRACKETS.matcher(words).replaceAll(inner -> "_".repeat(inner.group().length()));
    var end = open.length();
    while (end > 0 && (open.charAt(end - 1) == ':' || open.charAt(end - 1) == '：')) {
      end--;
    }
    var start = 0;
    var breaks = BREAK.matcher(open.substring(0, end));
    while (breaks.find()) {
      start = breaks.end();
    }
    return words.substring(start);
  }
}
