package onrecord.bot.reading;

import java.time.LocalDate;
import java.util.regex.Pattern;
import onrecord.corpus.Basis;
import onrecord.corpus.PeriodMention;
import onrecord.corpus.PeriodMention.Span;
import onrecord.corpus.ReportingPeriod;

/// How an issuer counts its years, told by one of them.
///
/// A year bears the number of the calendar year in which it ends; one of 52 or 53 weeks that ends
/// in the first days of January that of the year before.
///
/// @param year any whole financial year of the issuer
record FiscalYear(ReportingPeriod year) {

  /// From January to December.
  static final FiscalYear CALENDAR = new FiscalYear(ReportingPeriod.year(2000));

  /// Years of weeks end up to so many days off the end of a month.
  private static final int DAYS_OFF = 7;

  private static final Pattern MONTH =
      Pattern.compile(
          "\\d ?月|\\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)",
          Pattern.CASE_INSENSITIVE);

  /// The period of this issuer that a mention means: years, halves and quarters are counted as the
  /// issuer counts them; months and days that are named stay.
  ///
  /// @param resolved what it means for an issuer whose year is the calendar's
  ReportingPeriod meant(PeriodMention mention, ReportingPeriod resolved) {
    if (isCalendar() || MONTH.matcher(mention.words()).find()) {
      return resolved;
    }
    var number = resolved.end().getYear();
    return switch (mention.span()) {
      case Span.Months(int first, int last) when first % 3 == 1 && last % 3 == 0 ->
          months(number, first, last, resolved.basis());
      case Span.Closing(int month) when month == 0 ->
          ReportingPeriod.at(numbered(number + 1).start().minusDays(1));
      case Span.Closing(int month) ->
          months(
                  number,
                  1,
                  month,
                  resolved.basis() == Basis.INSTANT ? Basis.HALF : resolved.basis())
              .closing();
      case Span.Years(int count) ->
          new ReportingPeriod(
              numbered(number - count + 1).start(), numbered(number).end(), Basis.FULL_YEAR);
      case Span.Months _, Span.Day _, Span.Reported _, Span.ReportedClosing _, Span.Away _ ->
          resolved;
    };
  }

  private boolean isCalendar() {
    return year.start().plusDays(DAYS_OFF).getDayOfYear() <= 2 * DAYS_OFF;
  }

  private ReportingPeriod numbered(int number) {
    return year.plusYears(number - year.end().minusDays(DAYS_OFF).getYear());
  }

  /// Months of a financial year, counted from its first.
  private ReportingPeriod months(int number, int first, int last, Basis basis) {
    var whole = numbered(number);
    return first == 1 && last == 12
        ? whole
        : new ReportingPeriod(
            whole.start().plusMonths(first - 1L), end(whole.start(), last), basis);
  }

  private static LocalDate end(LocalDate start, int months) {
    return start.plusMonths(months).minusDays(1);
  }
}
