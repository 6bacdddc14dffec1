package onrecord.bot.fuzzing;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import onrecord.corpus.PeriodMention;
import onrecord.corpus.ReportingCalendar;
import onrecord.corpus.ReportingCalendar.Tense;
import onrecord.corpus.ReportingPeriod;

/// The phrases that name periods: each stands in the text where it says, one after the other, and
/// means a period on any day.
final class PeriodPhrases implements Target.Taking {

  private static final List<ReportingCalendar> CALENDARS =
      List.of(
          new ReportingCalendar(LocalDate.of(2025, 11, 21), ReportingPeriod.firstQuarters(2025, 3)),
          new ReportingCalendar(LocalDate.of(2024, 2, 29), ReportingPeriod.year(2022)),
          new ReportingCalendar(LocalDate.of(2026, 1, 1), null));

  @Override
  public void take(byte[] input) {
    var text = new String(input, StandardCharsets.UTF_8);
    var end = 0;
    for (var mention : PeriodMention.in(text)) {
      if (mention.start() < end
          || !text.substring(mention.start(), mention.end()).equals(mention.words())) {
        throw new AssertionError(mention + " does not stand there");
      }
      end = mention.end();
      for (var calendar : CALENDARS) {
        for (var tense : Tense.values()) {
          mention.resolve(calendar, tense);
        }
      }
    }
  }
}
