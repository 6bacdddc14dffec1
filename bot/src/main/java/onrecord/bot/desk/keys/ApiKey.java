package onrecord.bot.desk.keys;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A key, without its secret.
///
/// @param id stands in the key itself and may be told
/// @param name whose it is, for people
/// @param requestsPerMinute how many questions and searches it may put in a minute
/// @param expiresAt from when it opens nothing; null for never
/// @param revokedAt since when it opens nothing; null where it was not revoked
public record ApiKey(
    String id,
    String name,
    Role role,
    int requestsPerMinute,
    Instant createdAt,
    String createdBy,
    @Nullable Instant expiresAt,
    @Nullable Instant revokedAt) {

  /// What a key opens.
  public enum Role {
    /// Asks and searches, as anyone may, at a rate of its own.
    ASKER,
    /// Hands in, publishes and withdraws too.
    CURATOR
  }

  /// Whether it opens anything at an instant.
  public boolean isValid(Instant at) {
    return revokedAt == null && (expiresAt == null || at.isBefore(expiresAt));
  }
}
