package onrecord.bot.answers;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import onrecord.bot.Answer;
import onrecord.bot.Answers;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// Answers in a database file of their own, whole and unchanged.
///
/// An answer is on disk when [#keep] returns: the database by itself writes up to half a second
/// later.
public final class AnswerArchive implements Answers, AutoCloseable {

  private final HikariDataSource source;
  private final JdbcClient database;
  private final Clock clock;
  private final JsonMapper json = JsonMapper.builder().build();

  private AnswerArchive(HikariDataSource source, Clock clock) {
    this.source = source;
    this.database = JdbcClient.create(source);
    this.clock = clock;
  }

  /// Opens the archive in a data directory, made if it is missing.
  public static AnswerArchive open(Path directory, Clock clock) {
    var configuration = new HikariConfig();
    configuration.setPoolName("answers");
    configuration.setJdbcUrl("jdbc:h2:file:" + directory.resolve("answers").toAbsolutePath());
    configuration.setUsername("onrecord");
    configuration.setPassword("onrecord");
    configuration.setMaximumPoolSize(4);
    var source = new HikariDataSource(configuration);
    Flyway.configure().dataSource(source).locations("classpath:db/answers").load().migrate();
    return new AnswerArchive(source, clock);
  }

  @Override
  public void keep(Answer answer) {
    database
        .sql(
            "insert into answer (id, asked_at, verdict, content) values (:id, :askedAt, :verdict, :content)")
        .param("id", answer.id())
        .param("askedAt", answer.askedAt().atOffset(ZoneOffset.UTC))
        .param("verdict", answer.verdict().name())
        .param("content", json.writeValueAsString(answer))
        .update();
    writeThrough();
  }

  @Override
  public Optional<Answer> answer(String id) {
    return database
        .sql("select content from answer where id = :id")
        .param("id", id)
        .query(String.class)
        .optional()
        .map(content -> json.readValue(content, Answer.class));
  }

  @Override
  public void rate(String id, Feedback feedback) {
    var rated =
        database
            .sql(
                """
                insert into feedback (answer_id, given_at, helpful, remark)
                select id, :givenAt, :helpful, :remark from answer where id = :id
                """)
            .param("id", id)
            .param("givenAt", clock.instant().atOffset(ZoneOffset.UTC))
            .param("helpful", feedback.helpful())
            .param("remark", feedback.comment())
            .update();
    if (rated == 0) {
      throw new NoSuchElementException("There is no answer '" + id + "'.");
    }
    writeThrough();
  }

  /// What askers thought of an answer, in order of time.
  public List<Feedback> feedback(String id) {
    return database
        .sql("select helpful, remark from feedback where answer_id = :id order by id")
        .param("id", id)
        .query((row, ignored) -> new Feedback(row.getBoolean("helpful"), row.getString("remark")))
        .list();
  }

  private void writeThrough() {
    database.sql("checkpoint sync").update();
  }

  @Override
  public void close() {
    source.close();
  }
}
