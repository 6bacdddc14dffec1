package onrecord.bot.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import onrecord.bot.Answer;
import onrecord.bot.Verdict;
import onrecord.corpus.DisclosureKind;
import onrecord.corpus.Language;
import onrecord.corpus.ReportingPeriod;
import onrecord.prompts.Phrasebook;

/// The words of the pages in one language, as templates ask for them.
public record Words(Language language, Phrasebook phrasebook, ZoneId zone) {

  private static final String[] SCRIPTED = {
    "page.step.reading",
    "page.step.searching",
    "page.step.found",
    "page.step.claim",
    "page.step.done",
    "page.citation",
    "page.page",
    "page.item",
    "page.loading",
    "page.computedNote",
    "page.nextReport",
    "page.nextReportScheduled",
    "page.asOf",
    "page.copied",
    "page.shared",
    "page.remove",
    "page.comparisonOf",
    "page.thanks",
    "page.retry",
    "page.zoomIn",
    "page.zoomOut",
    "page.error.empty",
    "page.error.tooLong",
    "page.error.characters",
    "page.error.tooMany",
    "page.error.busy",
    "page.error.offline",
    "page.error.other",
    "report.ANNUAL_REPORT",
    "report.INTERIM_REPORT",
    "report.FIRST_QUARTER",
    "report.THIRD_QUARTER"
  };

  public String of(String key) {
    return phrasebook.label(key);
  }

  public String of(String key, Map<String, Object> variables) {
    var values = new TreeMap<String, String>();
    variables.forEach((name, value) -> values.put(name, value.toString()));
    return phrasebook.label(key, values);
  }

  public String date(Instant instant) {
    return DateTimeFormatter.ISO_LOCAL_DATE.withZone(zone).format(instant);
  }

  /// To the minute.
  public String time(Instant instant) {
    return DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(zone).format(instant);
  }

  /// Which report to look out for, and when it is due.
  String nextReport(Answer.NextReport next) {
    var scheduledOn = next.scheduledOn();
    return scheduledOn == null
        ? of("page.nextReport", Map.of("report", report(next), "due", next.dueBy()))
        : of("page.nextReportScheduled", Map.of("report", report(next), "due", scheduledOn));
  }

  private String report(Answer.NextReport next) {
    var end = next.period().end();
    var year = Map.<String, Object>of("year", String.valueOf(end.getYear()));
    return switch (next.kind()) {
      case ANNUAL_REPORT, INTERIM_REPORT -> of("report." + next.kind().name(), year);
      case QUARTERLY_REPORT ->
          of(end.getMonthValue() == 3 ? "report.FIRST_QUARTER" : "report.THIRD_QUARTER", year);
      case PERFORMANCE_FORECAST,
          PRELIMINARY_RESULTS,
          INVESTOR_RELATIONS_RECORD,
          ANNOUNCEMENT,
          CORRECTION,
          PROSPECTUS,
          OTHER ->
          of("kind." + next.kind().name());
    };
  }

  /// A period as people call it: 2025年前三季度.
  public String period(ReportingPeriod period) {
    var end = period.end();
    var year = String.valueOf(end.getYear());
    return switch (period.basis()) {
      case FULL_YEAR -> of("period.year", Map.of("year", year));
      case HALF ->
          of(end.getMonthValue() > 6 ? "period.half2" : "period.half1", Map.of("year", year));
      case YEAR_TO_DATE -> of("period.ytd3", Map.of("year", year));
      case SINGLE_QUARTER ->
          of("period.quarter", Map.of("year", year, "quarter", quarter(end.getMonthValue())));
      case INSTANT -> end.toString();
    };
  }

  private String quarter(int month) {
    return of("quarter." + (month + 2) / 3);
  }

  /// Those that the page's scripts use, by key.
  public Map<String, String> scripted() {
    var words = new TreeMap<String, String>();
    Stream.of(SCRIPTED).forEach(key -> words.put(key, of(key)));
    addAll(words, "verdict.", Verdict.values());
    addAll(words, "kind.", DisclosureKind.values());
    addAll(words, "ruling.", Answer.Decision.values());
    addAll(words, "reason.", Answer.Reason.values());
    return words;
  }

  private void addAll(Map<String, String> words, String prefix, Enum<?>[] constants) {
    for (var constant : constants) {
      words.put(prefix + constant.name(), of(prefix + constant.name()));
    }
  }
}
