package onrecord.bot.answers;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/// Something that happened, chained to what happened before.
///
/// @param number from 1, without gaps
/// @param actor who did it: a person's name, or `investor`
/// @param subject what it was done to, such as an answer's or a disclosure's id
/// @param content all that explains it, as JSON
/// @param previous the hash of the entry before; empty for the first
/// @param hash SHA-256 over all other components, in hexadecimal
public record AuditEntry(
    long number,
    Instant at,
    Kind kind,
    String actor,
    String subject,
    String content,
    String previous,
    String hash) {

  /// The content of an entry whose own was erased.
  static final String ERASED = "{}";

  /// What happened.
  public enum Kind {
    ANSWER,
    FEEDBACK,
    REVIEW,
    APPROVED_ANSWER,
    DISCLOSURE,
    SIGN_IN,
    PERSON,
    EXPORT,
    ERASURE
  }

  /// An entry with its hash.
  static AuditEntry sealed(
      long number,
      Instant at,
      Kind kind,
      String actor,
      String subject,
      String content,
      String previous) {
    var hash = hash(number, at, kind, actor, subject, content, previous);
    return new AuditEntry(number, at, kind, actor, subject, content, previous, hash);
  }

  /// Whether its content was erased.
  boolean isErased() {
    return content.equals(ERASED);
  }

  /// Whether it is as it was written.
  boolean isIntact() {
    return hash.equals(hashAt(number));
  }

  /// What its hash would be if it stood at another place.
  String hashAt(long place) {
    return hash(place, at, kind, actor, subject, content, previous);
  }

  /// Each part is preceded by its length, so that no two entries run together to the same bytes.
  private static String hash(long number, Instant at, Kind kind, String... texts) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      add(digest, Long.toString(number));
      add(digest, at.toString());
      add(digest, kind.name());
      for (var text : texts) {
        add(digest, text);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256", impossible);
    }
  }

  private static void add(MessageDigest digest, String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
  }
}
