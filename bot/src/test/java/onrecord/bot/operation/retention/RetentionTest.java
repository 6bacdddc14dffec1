package onrecord.bot.operation.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import onrecord.bot.Answers.Feedback;
import onrecord.bot.Examples;
import onrecord.bot.Question;
import onrecord.bot.answers.AnswerArchive;
import onrecord.bot.answers.AuditEntry.Kind;
import onrecord.bot.answers.AuditTrail;
import onrecord.corpus.Storage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

class RetentionTest {

  private static final Instant NOW = Instant.parse("2025-11-20T01:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final String OLD = "我叫王小明，营业收入是多少？";
  private static final String NEW = "净利润是多少？";

  @TempDir Path data;

  @SuppressWarnings("NullAway.Init")
  private Storage storage;

  @SuppressWarnings("NullAway.Init")
  private AnswerArchive archive;

  @BeforeEach
  void keepTwo() {
    storage = Storage.in(data);
    archive = new AnswerArchive(storage, CLOCK);
    keep("old", OLD, NOW.minus(Duration.ofDays(31)));
    archive.rate("old", new Feedback(false, "Call me: 123"));
    keep("new", NEW, NOW.minus(Duration.ofDays(29)));
  }

  private void keep(String id, String text, Instant at) {
    var question = Question.of(text, at);
    archive.keep(question, Examples.answer(id, question, at));
  }

  @AfterEach
  void close() {
    storage.close();
  }

  @Test
  void whatIsOlderThanItMayBeSaysNothingAnymoreAndStillCounts() {
    new Retention(archive, Duration.ofDays(30), CLOCK).eraseWhatIsDue();
    assertThat(archive.answer("old")).isEmpty();
    assertThat(archive.question("old")).isEmpty();
    assertThat(archive.answer("new")).isPresent();
    assertThat(allThatIsStored()).doesNotContain("王小明", "Call me").contains(NEW);
    assertThat(
            JdbcClient.create(storage.source())
                .sql("select verdict from answer order by asked_at")
                .query(String.class)
                .list())
        .hasSize(2);
  }

  @Test
  void byDefaultNothingIsErasedHoweverOldItIs() {
    keep("ancient", OLD, NOW.minus(Duration.ofDays(4_000)));
    var nothingStated = new Binder(new MapConfigurationPropertySource(Map.of()));
    var byDefault = nothingStated.bindOrCreate("onrecord.retention", RetentionSettings.class);
    var before = allThatIsStored();
    new Retention(archive, byDefault.questions(), CLOCK).eraseWhatIsDue();
    assertThat(allThatIsStored()).isEqualTo(before);
    assertThat(archive.answer("ancient")).isPresent();
  }

  @Test
  void theTrailStaysWholeAndSaysWhatWasErasedAndWhy() {
    archive.erase(List.of("old"), "asked for", "anna");
    assertThat(archive.trail().verify().faults()).isEmpty();
    var erasure = archive.trail().entries(AuditTrail.Filter.ALL, 0, 1).getFirst();
    assertThat(erasure.kind()).isEqualTo(Kind.ERASURE);
    assertThat(erasure.actor()).isEqualTo("anna");
    assertThat(erasure.content()).contains("asked for");
  }

  @Test
  void whoErasesWithoutSayingSoIsFoundOut() {
    archive.erase(List.of("old"), "asked for", "anna");
    JdbcClient.create(storage.source())
        .sql("update audit set content = '{}' where subject = 'new'")
        .update();
    assertThat(archive.trail().verify().faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.wrong()).isEqualTo(AuditTrail.Wrong.CHANGED));
  }

  @Test
  void erasingTwiceErasesOnce() {
    archive.erase(List.of("old"), "asked for", "anna");
    archive.erase(List.of("old"), "asked for", "anna");
    assertThat(archive.trail().verify().isIntact()).isTrue();
  }

  private String allThatIsStored() {
    var database = JdbcClient.create(storage.source());
    var stored = new StringBuilder();
    for (var table : List.of("audit", "answer", "feedback", "question_group")) {
      stored.append(database.sql("select * from " + table).query().listOfRows());
    }
    return stored.toString();
  }
}
