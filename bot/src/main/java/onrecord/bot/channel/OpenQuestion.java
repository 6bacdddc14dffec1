package onrecord.bot.channel;

import java.time.Duration;
import java.time.Instant;
import onrecord.corpus.Language;
import org.jspecify.annotations.Nullable;

/// A question that waits for a person of the IR team, or was settled by one.
///
/// @param id names it for good
/// @param cause why it waits
/// @param status how far it has come
/// @param channel through which it came and its reply goes
/// @param person who asked
/// @param askedAt since when it waits
/// @param language in which it was asked
/// @param question as asked
/// @param answerId the answer that was given, or is held
/// @param reply what the team said; null while it waits, and where it let the held answer go or
///   declined
/// @param settledAt when the team settled it; null while it waits
public record OpenQuestion(
    String id,
    Cause cause,
    Status status,
    String channel,
    Person person,
    Instant askedAt,
    Language language,
    String question,
    String answerId,
    @Nullable String reply,
    @Nullable Instant settledAt) {

  /// Why a question waits.
  public enum Cause {
    /// The asker wants to hear from the IR team.
    ASKED,
    /// Its answer is held until somebody has seen it.
    HELD
  }

  /// How far a question has come.
  public enum Status {
    /// Nobody has settled it.
    WAITING,
    /// The team wrote a reply.
    REPLIED,
    /// The team let the held answer go as it stands.
    RELEASED,
    /// The team will not answer.
    DECLINED;

    /// Whether the team has settled it.
    public boolean isSettled() {
      return this != WAITING;
    }
  }

  /// How long it waited, or has waited by now.
  public Duration waited(Instant now) {
    return Duration.between(askedAt, settledAt == null ? now : settledAt);
  }
}
