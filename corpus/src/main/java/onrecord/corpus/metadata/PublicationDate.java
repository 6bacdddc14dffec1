package onrecord.corpus.metadata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import onrecord.corpus.DisclosureKind;
import onrecord.corpus.Language;
import onrecord.corpus.ReportingPeriod;
import onrecord.corpus.document.SourceText;
import org.jspecify.annotations.Nullable;

/// When a document was published, as nearly as it tells.
///
/// A day counts from its beginning where the issuer is listed.
///
/// @param doubt where it comes from, if that is not a date of signature or approval; else null
record PublicationDate(Instant at, @Nullable String doubt) {

  private static final int LONGEST_SIGNED_LINE = 40;

  private static final Pattern APPROVED =
      Pattern.compile(
          "(?:批准报送日期|批准报出日|报告批准报送日|董事会批准报送日期)|财务报[告表].{0,30}(?:批准报出|批准对外报出|董事会.{0,20}批准)");
  private static final Pattern SIGNED_LINE =
      Pattern.compile("(?s)^\\s*(?:.{0,24}[\\s:：])?[\\d〇○零一二三四五六七八九]{4}\\s*年.*日.{0,3}$");
  private static final Pattern SIGNED_IN_ENGLISH =
      Pattern.compile(
          "(?i)^\\W*dated?\\b|/s/|\\bthis\\s+\\d{1,2}\\w*\\s+day\\s+of|\\bdate:|signed\\s+on|approved\\s+by\\s+the\\s+board|authori[sz]ed\\s+for\\s+issue|signed\\s+in\\s+accordance");
  private static final Pattern HELD = Pattern.compile("^(?:活动|会议|调研|接待|召开)?(?:日期|时间)[\\s:：]+.*");

  static ZoneId zone(Language language) {
    return switch (language) {
      case ZH -> ZoneId.of("Asia/Shanghai");
      case ZH_HANT -> ZoneId.of("Asia/Hong_Kong");
      case EN -> ZoneId.of("America/New_York");
    };
  }

  static PublicationDate of(
      Path file,
      SourceText text,
      Excerpts excerpts,
      DisclosureKind kind,
      @Nullable ReportingPeriod period,
      Language language) {
    var zone = zone(language);
    var days =
        language == Language.EN ? signedInEnglish(excerpts.all()) : stated(excerpts.all(), kind);
    return days.stream()
        .filter(day -> isPlausible(day, period))
        .findFirst()
        .map(day -> new PublicationDate(start(day, zone), null))
        .or(() -> inName(file, zone))
        .or(() -> held(excerpts, zone))
        .or(() -> created(text))
        .orElseGet(() -> modified(file));
  }

  /// A report is signed after its period, and within a year or so.
  private static boolean isPlausible(LocalDate day, @Nullable ReportingPeriod period) {
    return period == null
        || (day.isAfter(period.end()) && day.isBefore(period.end().plusMonths(18)));
  }

  private static List<LocalDate> stated(List<String> lines, DisclosureKind kind) {
    var days = new ArrayList<LocalDate>();
    if (kind.isPeriodicReport()) {
      days.addAll(approved(lines));
    }
    days.addAll(signed(lines));
    return days;
  }

  private static List<LocalDate> approved(List<String> lines) {
    var days = new ArrayList<LocalDate>();
    for (var index = 0; index < lines.size(); index++) {
      if (APPROVED.matcher(lines.get(index)).find()) {
        var next = index + 1 < lines.size() ? lines.get(index + 1) : "";
        Dates.first(lines.get(index)).or(() -> Dates.first(next)).ifPresent(days::add);
      }
    }
    return days;
  }

  /// Days that stand in lines with little else, the last first.
  private static List<LocalDate> signed(List<String> lines) {
    return lines.reversed().stream()
        .filter(line -> line.length() <= LONGEST_SIGNED_LINE && SIGNED_LINE.matcher(line).matches())
        .flatMap(line -> Dates.first(line).stream())
        .toList();
  }

  /// Days beside signatures and approvals, the most frequent first: certifications repeat them.
  private static List<LocalDate> signedInEnglish(List<String> lines) {
    var counts = new HashMap<LocalDate, Integer>();
    for (var line : lines) {
      if (SIGNED_IN_ENGLISH.matcher(line).find()) {
        Dates.first(line).ifPresent(day -> counts.merge(day, 1, Integer::sum));
      }
    }
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<LocalDate, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Optional<PublicationDate> inName(Path file, ZoneId zone) {
    return Dates.inFileName(file.getFileName().toString())
        .map(day -> new PublicationDate(start(day, zone), "the date in the file's name"));
  }

  private static Optional<PublicationDate> held(Excerpts excerpts, ZoneId zone) {
    return excerpts.head().stream()
        .filter(line -> HELD.matcher(line).matches())
        .flatMap(line -> Dates.first(line).stream())
        .findFirst()
        .map(day -> new PublicationDate(start(day, zone), "the day of the activity"));
  }

  private static Optional<PublicationDate> created(SourceText text) {
    return Optional.ofNullable(text.created())
        .map(at -> new PublicationDate(at, "the time at which the file was made"));
  }

  private static PublicationDate modified(Path file) {
    try {
      return new PublicationDate(
          Files.getLastModifiedTime(file).toInstant(), "the file's time of modification");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the time of " + file, e);
    }
  }

  static Instant start(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }
}
