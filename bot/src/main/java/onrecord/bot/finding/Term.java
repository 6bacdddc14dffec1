package onrecord.bot.finding;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;
import onrecord.corpus.Language;

/// A figure as a term of a formula, with the sign that the formula takes it with.
///
/// English statements print what they subtract in brackets, `Cost of products (53,969)`, and a loss
/// without a sign under `Net loss`; formulas subtract costs themselves and add losses as negative
/// income.
///
/// @param value in base units
/// @param printed the digits as printed, a minus sign before what is negative
record Term(BigDecimal value, String printed) {

  private static final Pattern COST = Pattern.compile("成本|费用|支出|支付的|分红|股利|折旧|摊销|(?<!税前|税后)所得税|减值");
  private static final Pattern INCOME = Pattern.compile("income|earnings|profit|gain|revenue");
  private static final Pattern REVERSED =
      Pattern.compile("\\((?:expense|costs?|provision|charge)s?\\)");
  private static final Pattern EITHER_WAY =
      Pattern.compile("benefit|credit|\\(income\\)|\\(gain\\)");

  /// @param metric the id of the metric that the formula names
  static Term of(String metric, FoundFigure found) {
    var figure = found.figure();
    if (found.disclosure().language() != Language.EN) {
      return new Term(figure.inBaseUnits(), figure.printed());
    }
    boolean turned = isTurned(metric, figure.metric().toLowerCase(Locale.ROOT), figure.value());
    var value = turned ? figure.value().negate() : figure.value();
    return new Term(
        turned ? figure.inBaseUnits().negate() : figure.inBaseUnits(), Figures.grouped(value));
  }

  private static boolean isTurned(String metric, String label, BigDecimal value) {
    if (COST.matcher(metric).find()) {
      return REVERSED.matcher(label).find()
          || (value.signum() < 0 && !EITHER_WAY.matcher(label).find());
    }
    return value.signum() > 0 && label.contains("loss") && !INCOME.matcher(label).find();
  }
}
