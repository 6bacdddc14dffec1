package onrecord.bot.channel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import onrecord.bot.Answer;
import onrecord.corpus.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The questions that wait for the IR team, and what the team said: those that askers left for it,
/// and those whose answer is held for review.
///
/// Whatever settles a question is stored before it is delivered, through the channel that the
/// question came by, as soon as that channel can; the place to which it goes is erased once it has
/// arrived or never can.
public final class OpenQuestions {

  private static final String COLUMNS =
      """
      select id, cause, status, channel, person, asked_at, language, question, answer_id, reply,
             settled_at
      from open_question
      """;

  private final JdbcClient database;
  private final Secret secret;
  private final InstantSource clock;

  public OpenQuestions(DataSource source, Secret secret, InstantSource clock) {
    this.database = JdbcClient.create(source);
    this.secret = secret;
    this.clock = clock;
  }

  /// Leaves a question for the team. Leaving it again for the same cause changes nothing.
  ///
  /// @param answer that was given to it, or is held
  /// @param address to which the reply goes
  public OpenQuestion leave(
      OpenQuestion.Cause cause, Answer answer, Person person, Address address) {
    return left(cause, answer.id(), person).orElseGet(() -> keep(cause, answer, person, address));
  }

  private OpenQuestion keep(
      OpenQuestion.Cause cause, Answer answer, Person person, Address address) {
    var id = UUID.randomUUID().toString();
    database
        .sql(
            """
            insert into open_question
              (id, cause, status, channel, person, room, place, asked_at, language, question,
               answer_id)
            values
              (:id, :cause, 'WAITING', :channel, :person, :room, :place, :askedAt, :language,
               :question, :answerId)
            """)
        .param("id", id)
        .param("cause", cause.name())
        .param("channel", address.channel())
        .param("person", person.value())
        .param("room", address.room())
        .param("place", secret.seal(address.place()))
        .param("askedAt", now())
        .param("language", answer.language().tag())
        .param("question", answer.question())
        .param("answerId", answer.id())
        .update();
    return question(id).orElseThrow();
  }

  private Optional<OpenQuestion> left(OpenQuestion.Cause cause, String answerId, Person person) {
    return database
        .sql(COLUMNS + "where answer_id = :answerId and cause = :cause and person = :person")
        .param("answerId", answerId)
        .param("cause", cause.name())
        .param("person", person.value())
        .query(OpenQuestions::row)
        .optional();
  }

  /// Those that nobody has settled, in the order in which they were left.
  public List<OpenQuestion> waiting() {
    return database
        .sql(COLUMNS + "where status = 'WAITING' order by asked_at, id")
        .query(OpenQuestions::row)
        .list();
  }

  /// All that were left since an instant, settled or not, newest first.
  public List<OpenQuestion> since(Instant instant) {
    return database
        .sql(COLUMNS + "where asked_at >= :since order by asked_at desc, id")
        .param("since", instant.atOffset(ZoneOffset.UTC))
        .query(OpenQuestions::row)
        .list();
  }

  public Optional<OpenQuestion> question(String id) {
    return database
        .sql(COLUMNS + "where id = :id")
        .param("id", id)
        .query(OpenQuestions::row)
        .optional();
  }

  /// The question that holds an answer, whether still or no longer; empty where it never was held.
  public Optional<OpenQuestion> holding(String answerId) {
    return database
        .sql(COLUMNS + "where answer_id = :answerId and cause = 'HELD' order by asked_at")
        .param("answerId", answerId)
        .query(OpenQuestions::row)
        .list()
        .stream()
        .findFirst();
  }

  /// Says something to it in the team's own words.
  ///
  /// @throws NoSuchElementException if there is no such question
  /// @throws IllegalStateException if it is settled already
  public void reply(String id, String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("A reply has words");
    }
    settle(id, OpenQuestion.Status.REPLIED, text.strip());
  }

  /// Lets the held answer go as it stands.
  ///
  /// @throws NoSuchElementException if there is no such question
  /// @throws IllegalStateException if it is settled already, or no answer was held
  public void release(String id) {
    if (existing(id).cause() != OpenQuestion.Cause.HELD) {
      throw new IllegalStateException("No answer was held for the question " + id);
    }
    settle(id, OpenQuestion.Status.RELEASED, null);
  }

  /// Says that the team will not answer.
  ///
  /// @throws NoSuchElementException if there is no such question
  /// @throws IllegalStateException if it is settled already
  public void decline(String id) {
    settle(id, OpenQuestion.Status.DECLINED, null);
  }

  private void settle(String id, OpenQuestion.Status status, @Nullable String reply) {
    existing(id);
    var settled =
        database
            .sql(
                """
                update open_question set status = :status, reply = :reply, settled_at = :now
                where id = :id and status = 'WAITING'
                """)
            .param("status", status.name())
            .param("reply", reply)
            .param("now", now())
            .param("id", id)
            .update();
    if (settled == 0) {
      throw new IllegalStateException("The question " + id + " is settled already");
    }
  }

  /// The settled questions of a channel whose replies have not arrived, by id, with the room they
  /// go to.
  Map<String, String> undelivered(String channel) {
    var rooms = new LinkedHashMap<String, String>();
    database
        .sql(
            """
            select id, room from open_question
            where channel = :channel and status <> 'WAITING' and place is not null
            order by settled_at, id
            """)
        .param("channel", channel)
        .query((row, ignored) -> rooms.put(row.getString("id"), row.getString("room")))
        .list();
    return rooms;
  }

  /// Where the reply to a question goes; empty once it has arrived, or never can.
  Optional<Address> address(String id) {
    return database
        .sql("select channel, room, place from open_question where id = :id and place is not null")
        .param("id", id)
        .query((row, ignored) ->
            new Address(
                row.getString("channel"),
                row.getString("room"),
                secret.open(row.getString("place"))))
        .optional();
  }

  /// Erases where the reply to a question went.
  void forgetAddress(String id) {
    database.sql("update open_question set place = null where id = :id").param("id", id).update();
  }

  /// Erases where replies to a room that nobody can be reached in would have gone.
  void forgetAddresses(String room) {
    database
        .sql("update open_question set place = null where room = :room")
        .param("room", room)
        .update();
  }

  /// Erases all that a person left.
  ///
  /// @return whether that was anything
  boolean forget(Person person) {
    return database
            .sql("delete from open_question where person = :person")
            .param("person", person.value())
            .update()
        > 0;
  }

  private OpenQuestion existing(String id) {
    return question(id)
        .orElseThrow(() -> new NoSuchElementException("There is no open question '" + id + "'"));
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static OpenQuestion row(ResultSet row, int ignored) throws SQLException {
    var settledAt = row.getObject("settled_at", OffsetDateTime.class);
    return new OpenQuestion(
        row.getString("id"),
        OpenQuestion.Cause.valueOf(row.getString("cause")),
        OpenQuestion.Status.valueOf(row.getString("status")),
        row.getString("channel"),
        new Person(row.getString("person")),
        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
        Language.ofTag(row.getString("language")),
        row.getString("question"),
        row.getString("answer_id"),
        row.getString("reply"),
        settledAt == null ? null : settledAt.toInstant());
  }
}
