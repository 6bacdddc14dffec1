package onrecord.corpus;

import java.time.Instant;
import java.util.List;
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
/// @param replacements when a correction stood in the place of all of it
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
    int revision,
    List<Replacement> replacements) {

  /// Where a disclosure is in its life.
  public enum State {
    DRAFT,
    SCHEDULED,
    PUBLISHED,
    SUPERSEDED,
    WITHDRAWN
  }

  public Disclosure {
    replacements = List.copyOf(replacements);
  }

  /// One that no correction has replaced.
  public Disclosure(
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
    this(
        id,
        issuer,
        announcementNumber,
        kind,
        title,
        period,
        language,
        audited,
        publishedAt,
        endedAt,
        supersedes,
        file,
        sha256,
        pages,
        revision,
        List.of());
  }

  /// Whether its words count at an instant: published by then, and not yet withdrawn or superseded.
  public boolean isInForce(Instant asOf) {
    return publishedAt != null
        && !publishedAt.isAfter(asOf)
        && (endedAt == null || endedAt.isAfter(asOf))
        && replacements.stream().noneMatch(replacement -> replacement.covers(asOf));
  }

  /// Where it is in its life at an instant.
  public State stateAt(Instant now) {
    if (endedAt != null && !endedAt.isAfter(now)) {
      return replacements.stream().anyMatch(replacement -> replacement.covers(now))
          ? State.SUPERSEDED
          : State.WITHDRAWN;
    }
    if (publishedAt == null) {
      return State.DRAFT;
    }
    return publishedAt.isAfter(now) ? State.SCHEDULED : State.PUBLISHED;
  }

  /// Whether its words counted at some time up to an instant.
  public boolean wasPublished(Instant now) {
    return publishedAt != null
        && !publishedAt.isAfter(now)
        && (endedAt == null || endedAt.isAfter(publishedAt));
  }
}
