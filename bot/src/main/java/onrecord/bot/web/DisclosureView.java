package onrecord.bot.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import onrecord.bot.views.DisclosureReference;
import onrecord.corpus.Basis;
import onrecord.corpus.Disclosure;
import onrecord.corpus.DisclosureKind;
import org.jspecify.annotations.Nullable;

/// A disclosure as interfaces show it.
///
/// @param period year and month of the end of the period it reports on
/// @param file the original's name
/// @param pages 0 where the format has none
record DisclosureView(
    String id,
    String issuer,
    @Nullable String announcementNumber,
    DisclosureKind kind,
    String title,
    @Nullable OffsetDateTime publishedAt,
    @Nullable String period,
    @Nullable Basis periodBasis,
    String language,
    @Nullable Boolean audited,
    Disclosure.State status,
    @Nullable OffsetDateTime endedAt,
    @Nullable String supersedes,
    String file,
    String sha256,
    int pages,
    String url) {

  /// What a reader may know: an end that is still to come is a correction under embargo.
  static DisclosureView of(Disclosure disclosure, Instant now, ZoneId zone) {
    var endedAt = disclosure.endedAt();
    return of(disclosure, now, zone, endedAt == null || endedAt.isAfter(now) ? null : endedAt);
  }

  /// The same with all that is to come.
  static DisclosureView forCurators(Disclosure disclosure, Instant now, ZoneId zone) {
    return of(disclosure, now, zone, disclosure.endedAt());
  }

  private static DisclosureView of(
      Disclosure disclosure, Instant now, ZoneId zone, @Nullable Instant endedAt) {
    var reference = DisclosureReference.of(disclosure, zone);
    var period = disclosure.period();
    var supersedes = disclosure.supersedes();
    return new DisclosureView(
        reference.id(),
        reference.issuer(),
        reference.announcementNumber(),
        reference.kind(),
        reference.title(),
        reference.publishedAt(),
        reference.period(),
        period == null ? null : period.basis(),
        disclosure.language().tag(),
        disclosure.audited(),
        disclosure.stateAt(now),
        endedAt == null ? null : endedAt.atZone(zone).toOffsetDateTime(),
        supersedes == null ? null : supersedes.value(),
        disclosure.file(),
        disclosure.sha256(),
        disclosure.pages(),
        "/disclosures/" + reference.id());
  }
}
