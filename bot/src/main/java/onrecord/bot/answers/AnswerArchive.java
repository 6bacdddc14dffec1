package onrecord.bot.answers;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import onrecord.bot.Answer;
import onrecord.bot.Answers;
import onrecord.bot.Question;
import onrecord.bot.answers.AuditEntry.Kind;
import onrecord.corpus.Schema;
import onrecord.corpus.Storage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// Answers, whole and unchanged, each an entry of the audit trail.
///
/// An answer is on disk when [#keep] returns.
public final class AnswerArchive implements Answers, AutoCloseable {

  /// The tables of answers, of the audit trail and of the desk.
  public static final Schema SCHEMA = new Schema("classpath:db/answers", "answers_history");

  private static final String INVESTOR = "investor";

  private final JdbcClient database;
  private final AuditTrail trail;
  private final Clock clock;
  private final Runnable closing;
  private final JsonMapper json = JsonMapper.builder().build();

  /// The archive in a storage, which the caller closes.
  public AnswerArchive(Storage storage, Clock clock) {
    this(storage, clock, () -> {});
  }

  private AnswerArchive(Storage storage, Clock clock, Runnable closing) {
    SCHEMA.migrate(storage.source());
    this.database = JdbcClient.create(storage.source());
    this.trail = new AuditTrail(storage, clock);
    this.clock = clock;
    this.closing = closing;
  }

  /// Opens the archive alone in a data directory, made if it is missing.
  public static AnswerArchive open(Path directory, Clock clock) {
    var storage = Storage.in(directory);
    return new AnswerArchive(storage, clock, storage::close);
  }

  /// The trail that answers are entered in.
  public AuditTrail trail() {
    return trail;
  }

  @Override
  public void keep(Answer answer) {
    enter(null, answer);
  }

  @Override
  public void keep(Question question, Answer answer) {
    enter(question, answer);
  }

  private void enter(@Nullable Question question, Answer answer) {
    var issuer = answer.issuer();
    trail.append(
        Kind.ANSWER,
        INVESTOR,
        answer.id(),
        answer,
        entry ->
            database
                .sql(
                    """
                    insert into answer (id, asked_at, verdict, question, issuer, language, put, entry)
                    values (:id, :askedAt, :verdict, :question, :issuer, :language, :put, :entry)
                    """)
                .param("id", answer.id())
                .param("askedAt", answer.askedAt().atOffset(ZoneOffset.UTC))
                .param("verdict", answer.verdict().name())
                .param("question", answer.question())
                .param("issuer", issuer == null ? null : issuer.code().value())
                .param("language", answer.language().tag())
                .param("put", question == null ? null : json.writeValueAsString(question))
                .param("entry", entry.number())
                .update());
  }

  @Override
  public Optional<Answer> answer(String id) {
    return database
        .sql(
            "select content from audit join answer on entry = number where id = :id and question <> ''")
        .param("id", id)
        .query(String.class)
        .optional()
        .map(content -> json.readValue(content, Answer.class));
  }

  /// The question as it was put, with all that was said beside it; empty where that was not kept.
  public Optional<Question> question(String id) {
    return database
        .sql("select put from answer where id = :id and put is not null")
        .param("id", id)
        .query(String.class)
        .optional()
        .map(put -> json.readValue(put, Question.class));
  }

  /// Erases what some answers say and what was asked, and leaves that there was a question, when,
  /// and its verdict.
  ///
  /// @param reason for the trail
  /// @param by who erases it
  public void erase(List<String> ids, String reason, String by) {
    if (ids.isEmpty()) {
      return;
    }
    trail.erase(
        ids,
        List.of(Kind.ANSWER, Kind.FEEDBACK, Kind.REVIEW),
        reason,
        by,
        () -> {
          for (var sql :
              List.of(
                  "update answer set question = '', put = null, group_id = null where id in (:ids)",
                  "update feedback set remark = '' where answer_id in (:ids)",
                  """
                  delete from question_group
                  where not exists (select 1 from answer where group_id = question_group.id)
                    and not exists
                      (select 1 from approved_answer where group_id = question_group.id)
                  """)) {
            erase(sql, ids);
          }
        });
  }

  private void erase(String sql, List<String> ids) {
    var statement = database.sql(sql);
    (sql.contains(":ids") ? statement.param("ids", ids) : statement).update();
  }

  /// The answers given before an instant that still say something, the oldest first.
  ///
  /// @param most how many at most
  public List<String> idsBefore(Instant instant, int most) {
    return database
        .sql(
            "select id from answer where asked_at < :before and question <> '' order by asked_at limit :most")
        .param("before", instant.atOffset(ZoneOffset.UTC))
        .param("most", most)
        .query((row, _) -> row.getString("id"))
        .list();
  }

  /// The answers of a span of time, in order.
  ///
  /// @param from inclusive
  /// @param until exclusive
  public List<Answer> between(Instant from, Instant until) {
    return database
        .sql(
            """
            select content from audit join answer on entry = number
            where asked_at >= :from and asked_at < :until and question <> ''
            order by asked_at, number
            """)
        .param("from", from.atOffset(ZoneOffset.UTC))
        .param("until", until.atOffset(ZoneOffset.UTC))
        .query((row, _) -> json.readValue(row.getString("content"), Answer.class))
        .list();
  }

  @Override
  public void rate(String id, Feedback feedback) {
    if (answer(id).isEmpty()) {
      throw new NoSuchElementException("There is no answer '" + id + "'.");
    }
    trail.append(
        Kind.FEEDBACK,
        INVESTOR,
        id,
        feedback,
        _ ->
            database
                .sql(
                    """
                    insert into feedback (answer_id, given_at, helpful, remark)
                    values (:id, :givenAt, :helpful, :remark)
                    """)
                .param("id", id)
                .param("givenAt", clock.instant().atOffset(ZoneOffset.UTC))
                .param("helpful", feedback.helpful())
                .param("remark", feedback.comment())
                .update());
  }

  /// What askers thought of an answer, in order of time.
  public List<Feedback> feedback(String id) {
    return database
        .sql("select helpful, remark from feedback where answer_id = :id order by id")
        .param("id", id)
        .query((row, ignored) -> new Feedback(row.getBoolean("helpful"), row.getString("remark")))
        .list();
  }

  /// What askers thought in a span of time, of whichever answers, in order.
  ///
  /// @param from inclusive
  /// @param until exclusive
  public List<Feedback> feedback(Instant from, Instant until) {
    return database
        .sql(
            """
            select helpful, remark from feedback
            where given_at >= :from and given_at < :until order by id
            """)
        .param("from", from.atOffset(ZoneOffset.UTC))
        .param("until", until.atOffset(ZoneOffset.UTC))
        .query((row, ignored) -> new Feedback(row.getBoolean("helpful"), row.getString("remark")))
        .list();
  }

  /// When the first answer was given; empty where none was.
  public Optional<Instant> first() {
    return database
        .sql("select asked_at from answer order by asked_at limit 1")
        .query((row, _) -> row.getObject("asked_at", OffsetDateTime.class).toInstant())
        .optional();
  }

  @Override
  public void close() {
    closing.run();
  }
}
