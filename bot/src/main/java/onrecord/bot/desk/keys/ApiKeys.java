package onrecord.bot.desk.keys;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Pattern;
import onrecord.bot.answers.AuditEntry.Kind;
import onrecord.bot.answers.AuditTrail;
import onrecord.corpus.Schema;
import onrecord.corpus.Storage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The keys of the API.
///
/// A key is `onrecord_ID_SECRET`. Its secret is 32 random bytes, so that a plain hash keeps it as
/// well as a slow one would.
public final class ApiKeys {

  /// The table of keys.
  public static final Schema SCHEMA = new Schema("classpath:db/keys", "keys_history");

  private static final Pattern FORM =
      Pattern.compile("onrecord_([0-9a-f]{12})_([A-Za-z0-9_-]{43})");
  private static final int ID_BYTES = 6;
  private static final int SECRET_BYTES = 32;
  private static final int LONGEST_NAME = 60;

  private final Storage storage;
  private final JdbcClient database;
  private final AuditTrail trail;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  public ApiKeys(Storage storage, AuditTrail trail, Clock clock) {
    SCHEMA.migrate(storage.source());
    this.storage = storage;
    this.database = JdbcClient.create(storage.source());
    this.trail = trail;
    this.clock = clock;
  }

  /// A new key with its secret, which is nowhere else.
  public record Issued(ApiKey key, String text) {

    /// Nothing that could reach a log.
    @Override
    public String toString() {
      return "Issued[" + key.id() + "]";
    }
  }

  /// Whether a text has the form of a key.
  public static boolean isKey(String text) {
    return FORM.matcher(text).matches();
  }

  /// @param validity how long it opens anything; null for ever
  /// @param by who issues it
  /// @throws IllegalArgumentException if the name is blank or too long, or the rate or validity not
  ///   above nothing
  public Issued issue(
      String name,
      ApiKey.Role role,
      int requestsPerMinute,
      @Nullable Duration validity,
      String by) {
    var stripped = name.strip();
    if (stripped.isEmpty() || stripped.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "A key's name has 1 to %d characters".formatted(LONGEST_NAME));
    }
    if (requestsPerMinute < 1 || (validity != null && !validity.isPositive())) {
      throw new IllegalArgumentException("A key's rate and validity are above 0");
    }
    var now = clock.instant();
    var key =
        new ApiKey(
            HexFormat.of().formatHex(randomBytes(ID_BYTES)),
            stripped,
            role,
            requestsPerMinute,
            now,
            by,
            validity == null ? null : now.plus(validity),
            null);
    var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(randomBytes(SECRET_BYTES));
    keep(key, secret);
    note(by, key, "key issued");
    return new Issued(key, "onrecord_%s_%s".formatted(key.id(), secret));
  }

  private byte[] randomBytes(int count) {
    var bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  private void keep(ApiKey key, String secret) {
    database
        .sql(
            """
            insert into api_key
              (id, name, hash, role, requests_per_minute, created_at, created_by, expires_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(key.id())
        .param(key.name())
        .param(hash(secret))
        .param(key.role().name())
        .param(key.requestsPerMinute())
        .param(at(key.createdAt()))
        .param(key.createdBy())
        .param(key.expiresAt() == null ? null : at(key.expiresAt()))
        .update();
    storage.writeThrough();
  }

  /// From now on it opens nothing.
  ///
  /// @throws NoSuchElementException if there is no such key, or it is revoked already
  public void revoke(String id, String by) {
    var revoked =
        database
            .sql("update api_key set revoked_at = ? where id = ? and revoked_at is null")
            .params(at(clock.instant()), id)
            .update();
    if (revoked == 0) {
      throw new NoSuchElementException("There is no key '%s' to revoke.".formatted(id));
    }
    storage.writeThrough();
    all().stream().filter(key -> key.id().equals(id)).forEach(key -> note(by, key, "key revoked"));
  }

  private void note(String by, ApiKey key, String act) {
    trail.append(
        Kind.PERSON,
        by,
        key.id(),
        Map.of("act", act, "key", key.name(), "roles", key.role().name()));
  }

  /// All there ever were, the newest first.
  public List<ApiKey> all() {
    return database
        .sql("select * from api_key order by created_at desc, id")
        .query(ApiKeys::row)
        .list();
  }

  /// The key that a text is; empty if it is none that opens anything now.
  public Optional<ApiKey> key(String text) {
    var parts = FORM.matcher(text);
    return parts.matches() ? key(parts.group(1), hash(parts.group(2))) : Optional.empty();
  }

  private Optional<ApiKey> key(String id, String hash) {
    return database
        .sql("select * from api_key where id = ?")
        .param(id)
        .query((row, number) -> isSame(hash, row.getString("hash")) ? row(row, number) : null)
        .optional()
        .filter(key -> key.isValid(clock.instant()));
  }

  /// In a time that tells nothing about either.
  private static boolean isSame(String hash, String other) {
    return MessageDigest.isEqual(
        hash.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
  }

  private static String hash(String secret) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256", impossible);
    }
  }

  private static ApiKey row(ResultSet row, int ignored) throws SQLException {
    return new ApiKey(
        row.getString("id"),
        row.getString("name"),
        ApiKey.Role.valueOf(row.getString("role")),
        row.getInt("requests_per_minute"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getString("created_by"),
        instant(row.getObject("expires_at", OffsetDateTime.class)),
        instant(row.getObject("revoked_at", OffsetDateTime.class)));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
