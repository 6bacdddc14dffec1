package onrecord.corpus.metadata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import onrecord.corpus.DisclosureKind;
import onrecord.corpus.Language;
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
  private static final Pattern SIGNATURES =
      Pattern.compile(
          "(?i)^\\W*signatures?\\W*$|pursuant to the requirements of section 13|duly authorized");
  private static final Pattern HELD = Pattern.compile("^(?:活动|会议|调研|接待|召开)?(?:日期|时间)[\\s:：]+.*");

  static ZoneId zone(Language language) {
    return switch (language) {
      case ZH -> ZoneId.of("Asia/Shanghai");
      case ZH_HANT -> ZoneId.of("Asia/Hong_Kong");
      case EN -> ZoneId.of("America/New_York");
    };
  }

  static PublicationDate of(
      Path file, SourceText text, Excerpts excerpts, DisclosureKind kind, Language language) {
    var zone = zone(language);
    return stated(excerpts.all(), kind, language)
        .map(day -> new PublicationDate(start(day, zone), null))
        .or(() -> inName(file, zone))
        .or(() -> held(excerpts, zone))
        .or(() -> created(text))
        .orElseGet(() -> modified(file));
  }

  private static Optional<LocalDate> stated(
      List<String> lines, DisclosureKind kind, Language language) {
    if (language == Language.EN) {
      return signedInEnglish(lines);
    }
    return kind.isPeriodicReport() ? approved(lines).or(() -> signed(lines)) : signed(lines);
  }

  private static Optional<LocalDate> approved(List<String> lines) {
    for (var index = 0; index < lines.size(); index++) {
      if (APPROVED.matcher(lines.get(index)).find()) {
        var day = Dates.first(lines.get(index)).or(next(lines, index));
        if (day.isPresent()) {
          return day;
        }
      }
    }
    return Optional.empty();
  }

  private static java.util.function.Supplier<Optional<LocalDate>> next(
      List<String> lines, int index) {
    return () ->
        index + 1 < lines.size() ? Dates.first(lines.get(index + 1)) : Optional.<LocalDate>empty();
  }

  /// The last line that holds a day and little else.
  private static Optional<LocalDate> signed(List<String> lines) {
    return lines.reversed().stream()
        .filter(line -> line.length() <= LONGEST_SIGNED_LINE)
        .filter(
            line -> line.strip().matches("(?s)^(?:.{0,24}[\\s:：])?[\\d二〇○零一九]{4}\\s*年.*日.{0,3}$"))
        .flatMap(line -> Dates.first(line).stream())
        .findFirst();
  }

  private static Optional<LocalDate> signedInEnglish(List<String> lines) {
    for (var index = lines.size() - 1; index >= 0; index--) {
      if (SIGNATURES.matcher(lines.get(index)).find()) {
        var near = String.join(" ", lines.subList(index, Math.min(lines.size(), index + 25)));
        var day = Dates.first(near);
        if (day.isPresent()) {
          return day;
        }
      }
    }
    return Optional.empty();
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
