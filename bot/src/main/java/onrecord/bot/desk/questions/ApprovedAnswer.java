package onrecord.bot.desk.questions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import onrecord.corpus.PassageId;
import org.jspecify.annotations.Nullable;

/// An answer that a person wrote for a meaning, and another person approved.
///
/// @param group the meaning
/// @param text with marks `〔1〕` for its citations
/// @param citations the passages that support it, by number from 1
/// @param approvedBy another person than who wrote it; null while nobody did
/// @param expiresAt from when it is no longer given; null for no such time
/// @param covers the last day of the period it rests on: it lapses when a later report covers that
///   day or a later one
/// @param endedAt when a person took it back, or it lapsed; null while it stands
public record ApprovedAnswer(
    String id,
    long group,
    String text,
    List<PassageId> citations,
    String writtenBy,
    Instant writtenAt,
    @Nullable String approvedBy,
    @Nullable Instant approvedAt,
    @Nullable Instant expiresAt,
    @Nullable LocalDate covers,
    @Nullable Instant endedAt) {

  /// How far it has come.
  public enum State {
    /// Nobody has approved it.
    WRITTEN,
    APPROVED,
    /// Its time has run out.
    EXPIRED,
    /// Taken back, or lapsed.
    ENDED
  }

  public ApprovedAnswer {
    citations = List.copyOf(citations);
  }

  public State stateAt(Instant now) {
    if (endedAt != null) {
      return State.ENDED;
    }
    if (approvedAt == null) {
      return State.WRITTEN;
    }
    return expiresAt != null && !expiresAt.isAfter(now) ? State.EXPIRED : State.APPROVED;
  }
}
