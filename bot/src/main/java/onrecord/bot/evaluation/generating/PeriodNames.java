package onrecord.bot.evaluation.generating;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import onrecord.corpus.Basis;
import onrecord.corpus.ReportingPeriod;
import org.jspecify.annotations.Nullable;

/// Names periods as people do.
///
/// @param askedOn the day that 去年 is counted from
record PeriodNames(TemplateFile templates, LocalDate askedOn) {

  private static final MonthDay YEAR_END = MonthDay.of(12, 31);
  private static final String[] QUARTERS = {"一", "二", "三", "四"};
  private static final String[] ORDINALS = {"first", "second", "third", "fourth"};

  /// Whether people have a name for it: calendar quarters, halves and years, and the ends of
  /// months.
  static boolean isNamed(ReportingPeriod period) {
    return switch (period.basis()) {
      case INSTANT -> period.end().equals(period.endMonth().atEndOfMonth());
      case FULL_YEAR -> period.equals(ReportingPeriod.year(year(period)));
      case HALF -> period.equals(ReportingPeriod.half(year(period), 1));
      case SINGLE_QUARTER -> period.equals(ReportingPeriod.quarter(year(period), quarter(period)));
      case YEAR_TO_DATE -> period.equals(ReportingPeriod.firstQuarters(year(period), 3));
    };
  }

  String chinese(ReportingPeriod period, Register register, Draw draw) {
    var named = templates.at("zh").at(key(period));
    return filled(named.at(register.ofPeriods().key()).texts(), period, draw);
  }

  String english(ReportingPeriod period, Register register, Draw draw) {
    var named = templates.at("en").at(key(period));
    var key = register == Register.FORMAL || register == Register.POLITE ? "formal" : "plain";
    return filled(named.at(key).texts(), period, draw);
  }

  private static String key(ReportingPeriod period) {
    boolean yearEnd =
        period.basis() == Basis.INSTANT && MonthDay.from(period.end()).equals(YEAR_END);
    return yearEnd ? "YEAR_END" : period.basis().name();
  }

  private String filled(List<String> wordings, ReportingPeriod period, Draw draw) {
    var relative = relative(period);
    var fitting =
        wordings.stream()
            .filter(wording -> relative != null || !wording.contains("{relative}"))
            .toList();
    return Filled.in(draw.and("period").from(fitting), values(period, relative));
  }

  private static Map<String, String> values(ReportingPeriod period, @Nullable String relative) {
    var end = period.end();
    int quarter = quarter(period);
    var values = new HashMap<String, String>();
    values.put("year", String.valueOf(end.getYear()));
    values.put("yy", String.valueOf(end.getYear() % 100));
    values.put("relative", relative == null ? "" : relative);
    values.put("half", end.getMonthValue() <= 6 ? "上" : "下");
    values.put("quarter", QUARTERS[quarter - 1]);
    values.put("ordinal", ORDINALS[quarter - 1]);
    values.put("q", String.valueOf(quarter));
    values.put("month", String.valueOf(end.getMonthValue()));
    values.put("Month", end.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
    values.put("day", String.valueOf(end.getDayOfMonth()));
    return values;
  }

  private @Nullable String relative(ReportingPeriod period) {
    return switch (year(period) - askedOn.getYear()) {
      case 1 -> "明年";
      case 0 -> "今年";
      case -1 -> "去年";
      case -2 -> "前年";
      default -> null;
    };
  }

  private static int year(ReportingPeriod period) {
    return period.end().getYear();
  }

  private static int quarter(ReportingPeriod period) {
    return (period.end().getMonthValue() + 2) / 3;
  }
}
