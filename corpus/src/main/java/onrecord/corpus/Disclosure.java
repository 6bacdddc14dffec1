package onrecord.corpus;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One official document of an issuer, and when its words count.
///
/// @param id names it for good
/// @param issuer who published it
/// @param announcementNumber the issuer's number, such as `2025-137`, if the document bears one
/// @param kind what kind of document it is
/// @param title its title as printed
/// @param period the period that it reports on, if any
/// @param language the language of most of its text
/// @param audited whether its figures were audited, if it says so
/// @param publishedAt from when its words count; a future time is an embargo; null for a draft
/// @param endedAt from when they no longer do, because it was withdrawn or superseded whole; null
///   while they do
/// @param supersedes the disclosure that it corrects, if any
/// @param file the name of the original file
/// @param sha256 the hash of the original file's bytes, in lower-case hexadecimal
/// @param pages how many pages the original has; 0 where the format has none
/// @param revision grows by one with each change of this record or its passages
public record Disclosure(
    DisclosureId id,
    Issuer issuer,
    @Nullable String announcementNumber,
    DisclosureKind kind,
    String title,
    @Nullable ReportingPeriod period,
    Language language,
    @Nullable Boolean audited,
    @Nullable Instant publishedAt,
    @Nullable Instant endedAt,
    @Nullable DisclosureId supersedes,
    String file,
    String sha256,
    int pages,
    int revision) {

  /// Whether its words count at an instant: published by then, and not yet withdrawn or superseded.
  public boolean isInForce(Instant asOf) {
    return publishedAt != null
        && !publishedAt.isAfter(asOf)
        && (endedAt == null || endedAt.isAfter(asOf));
  }
}
