package onrecord.bot.console;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;
import onrecord.bot.web.Words;
import onrecord.corpus.PageFlag;
import org.jspecify.annotations.Nullable;

/// What every page of the console knows: who looks at it, in which language, and when.
///
/// @param person who signed in; empty before
/// @param roles of that person, by name
/// @param section which part of the desk the page belongs to
public record Desk(
    Words words, String person, Set<String> roles, String section, ZoneId zone, Instant now) {

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

  public String of(String key) {
    return words.of("console." + key);
  }

  public String of(String key, Map<String, Object> variables) {
    return words.of("console." + key, variables);
  }

  /// What is the matter with a page.
  public String flag(PageFlag flag) {
    var key = "flag." + flag.kind().name();
    return switch (flag.kind()) {
      case RECOGNISED -> of(key, Map.of("confidence", confidence(flag)));
      case SCANNED, GARBLED, DAMAGED -> of(key);
    };
  }

  private String confidence(PageFlag flag) {
    return flag.confidence() == 0
        ? ""
        : of("flag.confidence", Map.of("percent", flag.confidence()));
  }

  public boolean may(String role) {
    return roles.contains(role);
  }

  public String time(@Nullable Instant instant) {
    return instant == null ? "" : MINUTE.format(instant.atZone(zone));
  }

  public String second(@Nullable Instant instant) {
    return instant == null ? "" : SECOND.format(instant.atZone(zone));
  }

  /// As the field for a time takes it.
  public String field(@Nullable Instant instant) {
    return instant == null ? "" : FIELD.format(instant.atZone(zone));
  }

  /// How long ago: days, hours or minutes.
  public String since(Instant instant) {
    var passed = Duration.between(instant, now);
    if (passed.toDays() > 0) {
      return of("since.days", Map.of("count", passed.toDays()));
    }
    return passed.toHours() > 0
        ? of("since.hours", Map.of("count", passed.toHours()))
        : of("since.minutes", Map.of("count", Math.max(0, passed.toMinutes())));
  }
}
