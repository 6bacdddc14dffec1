package onrecord.bot.telegram;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Which messages reply to which, for as long as Telegram lets a question be edited.
final class ReplyPlaces {

  private static final Duration EDITABLE = Duration.ofDays(2);

  private final JdbcClient database;
  private final InstantSource clock;

  ReplyPlaces(DataSource source, InstantSource clock) {
    this.database = JdbcClient.create(source);
    this.clock = clock;
  }

  /// The replies to a question.
  ///
  /// @param pictures sent beside them
  /// @param digest of the question's text
  record Replies(List<Integer> messages, List<Integer> pictures, String digest) {}

  Optional<Replies> to(String room, int question) {
    return database
        .sql(
            """
            select replies, pictures, digest from telegram_reply
            where room = :room and question = :question
            """)
        .param("room", room)
        .param("question", question)
        .query((row, ignored) ->
            new Replies(
                numbers(row.getString("replies")),
                numbers(row.getString("pictures")),
                row.getString("digest")))
        .optional();
  }

  void keep(String room, int question, Replies replies) {
    database
        .sql("delete from telegram_reply where room = :room and question = :question")
        .param("room", room)
        .param("question", question)
        .update();
    database
        .sql(
            """
            insert into telegram_reply (room, question, replies, pictures, digest, replied_at)
            values (:room, :question, :replies, :pictures, :digest, :now)
            """)
        .param("room", room)
        .param("question", question)
        .param("replies", list(replies.messages()))
        .param("pictures", list(replies.pictures()))
        .param("digest", replies.digest())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /// As numbers are stored in one column and in notes.
  static String list(List<Integer> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  static List<Integer> numbers(String list) {
    return list.isEmpty()
        ? List.of()
        : Arrays.stream(list.split(",")).map(Integer::valueOf).toList();
  }

  void forget(String room) {
    database.sql("delete from telegram_reply where room = :room").param("room", room).update();
  }

  /// Forgets the replies to questions that can no longer be edited.
  void forgetOld() {
    database
        .sql("delete from telegram_reply where replied_at < :before")
        .param("before", clock.instant().minus(EDITABLE).atOffset(ZoneOffset.UTC))
        .update();
  }
}
