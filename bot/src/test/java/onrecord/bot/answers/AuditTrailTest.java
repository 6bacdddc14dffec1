package onrecord.bot.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import onrecord.bot.answers.AuditEntry.Kind;
import onrecord.corpus.Storage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class AuditTrailTest {

  @TempDir Path directory;

  @SuppressWarnings("NullAway.Init")
  private Storage storage;

  @SuppressWarnings("NullAway.Init")
  private AuditTrail trail;

  @SuppressWarnings("NullAway.Init")
  private JdbcClient database;

  @BeforeEach
  void write() {
    storage = Storage.in(directory);
    trail = new AnswerArchive(storage, Clock.systemUTC()).trail();
    database = JdbcClient.create(storage.source());
    for (int i = 1; i <= 6; i++) {
      trail.append(Kind.REVIEW, "anna", "answer-" + i, Map.of("text", "第%d条".formatted(i)));
    }
  }

  @AfterEach
  void close() {
    storage.close();
  }

  @Test
  void whatWasWrittenIsIntact() {
    var found = trail.verify();

    assertThat(found.isIntact()).isTrue();
    assertThat(found.entries()).isEqualTo(6);
    assertThat(found.head())
        .isEqualTo(trail.entries(AuditTrail.Filter.ALL, 0, 1).getFirst().hash());
  }

  @Test
  void aChangedEntryIsNamed() {
    database.sql("update audit set content = replace(content, '3', '9') where number = 3").update();

    assertThat(wrongs()).containsExactly("CHANGED 3");
  }

  @Test
  void anEntryThatWasChangedAndHashedAnewIsNamed() {
    var third = trail.entries(AuditTrail.Filter.ALL, 0, 6).get(3);
    var forged =
        AuditEntry.sealed(
            3,
            third.at(),
            third.kind(),
            "bert",
            third.subject(),
            third.content(),
            third.previous());
    database
        .sql("update audit set actor = 'bert', hash = ? where number = 3")
        .param(forged.hash())
        .update();

    assertThat(wrongs()).containsExactly("CHANGED 3");
  }

  @Test
  void aMissingEntryIsNamedAtTheEndToo() {
    database.sql("delete from audit where number in (2, 6)").update();

    assertThat(wrongs()).containsExactly("MISSING 2", "MISSING 6");
  }

  @Test
  void entriesThatChangedPlacesAreNamed() {
    database.sql("update audit set number = 99 where number = 4").update();
    database.sql("update audit set number = 4 where number = 5").update();
    database.sql("update audit set number = 5 where number = 99").update();

    assertThat(wrongs()).containsExactly("MOVED 4", "MOVED 5");
  }

  private List<String> wrongs() {
    return trail.verify().faults().stream()
        .map(fault -> fault.wrong() + " " + fault.number())
        .toList();
  }
}
