package onrecord.bot.evaluation.generating;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import onrecord.bot.evaluation.SuiteQuestion.GoldFigure;
import onrecord.bot.evaluation.SuiteQuestion.GoldPlace;
import onrecord.bot.evaluation.SuiteQuestion.Span;
import onrecord.corpus.Figure;
import onrecord.corpus.ReportingPeriod;
import onrecord.corpus.Unit;
import org.jspecify.annotations.Nullable;

/// A figure on which all disclosures that state it agree.
///
/// @param name what people call it
/// @param part the line of business, region, company or person that it is told for; null for the
///   whole
/// @param scope whose figure
/// @param cell the most exact statement of it
/// @param place where it stands: any of these spots
/// @param cells how many statements agree on it
/// @param changes on the year before, in per cent, as stated with it; empty where none is, or they
///   differ
record StatedFigure(
    FigureName name,
    @Nullable String part,
    ReportingPeriod period,
    Figure.Scope scope,
    Figure cell,
    GoldPlace place,
    int cells,
    List<BigDecimal> changes) {

  private static final int TELLING_DIGITS = 6;

  private static final BigDecimal TOLERANCE = new BigDecimal("0.005");

  /// What tells it from all others.
  String key() {
    return name.printed() + "|" + part + "|" + period + "|" + scope;
  }

  /// How its value may be written.
  List<String> fact() {
    var value = cell.value();
    var unit = cell.unit();
    var forms = new ArrayList<String>();
    forms.add(grouped(value) + unit.printed());
    if (unit.dimension() == Unit.Dimension.CNY) {
      addRounded(forms, 4, "万元");
      addRounded(forms, 8, "亿元");
    }
    if (isTelling()) {
      forms.add(grouped(value));
    }
    if (unit.dimension() == Unit.Dimension.PER_SHARE) {
      forms.add(value.toPlainString() + "元");
      forms.add(value.toPlainString());
    }
    return forms.stream().distinct().toList();
  }

  /// Whether the number is so long that it stands for one thing even where its unit is left to the
  /// heading of a table.
  boolean isTelling() {
    return cell.printed().replaceAll("\\D", "").length() >= TELLING_DIGITS;
  }

  private void addRounded(List<String> forms, int digits, String unit) {
    var rounded = cell.inBaseUnits().movePointLeft(digits).setScale(2, RoundingMode.HALF_UP);
    if (rounded.signum() != 0) {
      forms.add(grouped(rounded) + unit);
    }
  }

  private static String grouped(BigDecimal value) {
    return String.format(Locale.ROOT, "%,." + Math.max(0, value.scale()) + "f", value);
  }

  GoldFigure gold() {
    return new GoldFigure(
        cell.value(), cell.unit().printed(), new Span(period.start(), period.end()), TOLERANCE);
  }
}
