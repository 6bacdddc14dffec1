package onrecord.bot.views;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import onrecord.corpus.Disclosure;
import onrecord.corpus.DisclosureKind;
import org.jspecify.annotations.Nullable;

/// A disclosure as citations name it.
///
/// @param period year and month of the end of the period it reports on
/// @param file the name of the original file
public record DisclosureReference(
    String id,
    String issuer,
    @Nullable String announcementNumber,
    DisclosureKind kind,
    String title,
    @Nullable OffsetDateTime publishedAt,
    @Nullable String period,
    String file) {

  public static DisclosureReference of(Disclosure disclosure, ZoneId zone) {
    var publishedAt = disclosure.publishedAt();
    var period = disclosure.period();
    return new DisclosureReference(
        disclosure.id().value(),
        disclosure.issuer().code().value(),
        disclosure.announcementNumber(),
        disclosure.kind(),
        disclosure.title(),
        publishedAt == null ? null : publishedAt.atZone(zone).toOffsetDateTime(),
        period == null ? null : period.endMonth().toString(),
        disclosure.file());
  }
}
