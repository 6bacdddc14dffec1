package onrecord.bot.desk.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.NoSuchElementException;
import onrecord.bot.answers.AnswerArchive;
import onrecord.bot.answers.AuditTrail;
import onrecord.corpus.Storage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiKeysTest {

  private static final Instant NOW = Instant.parse("2025-11-20T01:00:00Z");

  @TempDir Path data;

  @SuppressWarnings("NullAway.Init")
  private Storage storage;

  @BeforeEach
  void open() {
    storage = Storage.in(data);
  }

  @AfterEach
  void close() {
    storage.close();
  }

  @Test
  void whoHoldsAKeyIsKnownByItAndByNothingNearIt() {
    var keys = keysAt(NOW);
    var issued = keys.issue("reader", ApiKey.Role.ASKER, 60, null, "anna");
    assertThat(keys.key(issued.text())).contains(issued.key());
    assertThat(keys.key(issued.text() + "x")).isEmpty();
    assertThat(keys.key(issued.text().substring(1))).isEmpty();
    var other = keys.issue("other", ApiKey.Role.CURATOR, 60, null, "anna");
    var mixed = issued.text().substring(0, 22) + other.text().substring(22);
    assertThat(keys.key(mixed)).as("the secret of another key").isEmpty();
    assertThat(keys.key("")).isEmpty();
  }

  @Test
  void aKeyOpensNothingOnceItIsRevokedOrExpired() {
    var keys = keysAt(NOW);
    var revoked = keys.issue("a", ApiKey.Role.ASKER, 60, null, "anna");
    keys.revoke(revoked.key().id(), "anna");
    assertThat(keys.key(revoked.text())).isEmpty();
    assertThatThrownBy(() -> keys.revoke(revoked.key().id(), "anna"))
        .isInstanceOf(NoSuchElementException.class);

    var brief = keys.issue("b", ApiKey.Role.ASKER, 60, Duration.ofDays(1), "anna");
    assertThat(keysAt(NOW.plus(Duration.ofHours(23))).key(brief.text())).isPresent();
    assertThat(keysAt(NOW.plus(Duration.ofDays(1))).key(brief.text())).isEmpty();
  }

  @Test
  void nothingThatIsStoredOrPrintedOpensAnything() throws Exception {
    var issued = keysAt(NOW).issue("reader", ApiKey.Role.ASKER, 60, null, "anna");
    var secret = issued.text().substring(issued.text().length() - 43);
    assertThat(issued.toString()).doesNotContain(secret);
    storage.close();
    assertThat(
            new String(
                Files.readAllBytes(data.resolve("onrecord.mv.db")), StandardCharsets.ISO_8859_1))
        .contains("reader")
        .doesNotContain(secret);
  }

  @Test
  void whoIssuedAndRevokedIsInTheTrail() {
    var keys = keysAt(NOW);
    var issued = keys.issue("reader", ApiKey.Role.CURATOR, 60, null, "anna");
    keys.revoke(issued.key().id(), "bert");
    var trail = new AnswerArchive(storage, Clock.systemUTC()).trail();
    assertThat(trail.entries(AuditTrail.Filter.ALL, 0, 10))
        .extracting(entry -> entry.actor() + " " + entry.subject())
        .containsExactly("bert " + issued.key().id(), "anna " + issued.key().id());
  }

  @Test
  void aKeyWithoutANameARateOrAValidityIsRefused() {
    var keys = keysAt(NOW);
    assertThatThrownBy(() -> keys.issue(" ", ApiKey.Role.ASKER, 60, null, "anna"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> keys.issue("a", ApiKey.Role.ASKER, 0, null, "anna"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> keys.issue("a", ApiKey.Role.ASKER, 1, Duration.ZERO, "anna"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private ApiKeys keysAt(Instant now) {
    var clock = Clock.fixed(now, ZoneOffset.UTC);
    return new ApiKeys(storage, new AnswerArchive(storage, clock).trail(), clock);
  }
}
