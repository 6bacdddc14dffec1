package onrecord.retrieval.analysis;

import java.util.List;
import onrecord.corpus.ReportingPeriod;

/// The words by which people and reports name a period.
public final class PeriodWords {

  private static final List<String> QUARTERS = List.of("一", "二", "三", "四");

  private PeriodWords() {}

  /// In Chinese and English, such as `2025年前三季度`, `2025年1-9月`.
  public static List<String> of(ReportingPeriod period) {
    var year = period.end().getYear();
    var first = period.start().getMonthValue();
    var last = period.end().getMonthValue();
    var months = year + "年" + first + "-" + last + "月";
    var quarter = (last + 2) / 3;
    return switch (period.basis()) {
      case FULL_YEAR -> List.of(year + "年度", year + "年", "fiscal year " + year, "FY" + year);
      case HALF -> {
        var half = last <= 6 ? "上半年" : "下半年";
        yield List.of(year + "年" + half, "半年度", months, "H" + (last <= 6 ? 1 : 2) + " " + year);
      }
      case SINGLE_QUARTER ->
          List.of(
              year + "年第" + QUARTERS.get(quarter - 1) + "季度",
              months,
              "Q" + quarter + " " + year + " quarter");
      case YEAR_TO_DATE ->
          List.of(year + "年前" + QUARTERS.get(quarter - 1) + "季度", months, "nine months " + year);
      case INSTANT ->
          List.of(
              year + "年" + last + "月" + period.end().getDayOfMonth() + "日",
              year + "年" + (last == 12 ? "" : last + "月") + "末");
    };
  }
}
