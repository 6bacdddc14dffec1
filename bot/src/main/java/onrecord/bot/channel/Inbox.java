package onrecord.bot.channel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What came and what is to be said, each once and each room in order, whatever ends in between.
///
/// A channel puts in what it receives before it tells its platform that it has it; a second copy is
/// not taken. An item is worked on under a lease, so that another instance takes over when this one
/// ends, and no two work on one room. What an item holds is sealed, and erased once it is done; its
/// name stays for a week, longer than any platform sends a message again.
public final class Inbox {

  static final Duration LEASE = Duration.ofSeconds(30);
  private static final Duration REMEMBERED = Duration.ofDays(7);

  private final JdbcClient database;
  private final Runnable writeThrough;
  private final Secret secret;
  private final InstantSource clock;
  private final String owner;

  /// @param writeThrough returns when all that was committed is on disk
  /// @param owner names this instance, and is the same after a restart
  public Inbox(
      DataSource source, Runnable writeThrough, Secret secret, InstantSource clock, String owner) {
    this.database = JdbcClient.create(source);
    this.writeThrough = writeThrough;
    this.secret = secret;
    this.clock = clock;
    this.owner = owner;
  }

  /// Puts in a message; it is safe when [#secure] has returned.
  ///
  /// @param name the channel's name of it, the same each time it is sent; at most 150 characters
  /// @return whether it is new
  public boolean put(String channel, String name, String room, String content) {
    return put(channel, name, room, Item.Kind.MESSAGE, content);
  }

  /// Returns when all that was put in is on disk: a platform is told only then that it came.
  public void secure() {
    writeThrough.run();
  }

  boolean put(String channel, String name, String room, Item.Kind kind, String content) {
    try {
      database
          .sql(
              """
              insert into inbox (channel, name, room, kind, content, arrived_at, due_at)
              values (:channel, :name, :room, :kind, :content, :now, :now)
              """)
          .param("channel", channel)
          .param("name", name)
          .param("room", room)
          .param("kind", kind.name())
          .param("content", secret.seal(content))
          .param("now", now())
          .update();
      return true;
    } catch (DuplicateKeyException known) {
      return false;
    }
  }

  /// Takes the items that can be worked on now, until they are finished, postponed, or the lease is
  /// not renewed. An item waits for the messages that came before it in its room; a message does
  /// not wait for what is to be said there besides.
  ///
  /// @param limit how many at most
  List<Item> claim(String channel, int limit) {
    var begun = clock.instant();
    return database
        .sql(
            """
            select number, room, kind, content, notes, arrived_at, attempts from inbox item
            where channel = :channel and done_at is null and due_at <= :now
              and (leased_until is null or leased_until < :now)
              and not exists
                (select 1 from inbox earlier
                 where earlier.channel = item.channel and earlier.room = item.room
                   and earlier.kind = 'MESSAGE' and earlier.done_at is null
                   and earlier.number < item.number)
            order by number fetch first :limit rows only
            """)
        .param("channel", channel)
        .param("now", at(begun))
        .param("limit", limit)
        .query((row, _) -> item(row, begun))
        .list()
        .stream()
        .filter(this::lease)
        .toList();
  }

  private boolean lease(Item item) {
    return database
            .sql(
                """
                update inbox set owner = :owner, leased_until = :until, attempts = attempts + 1
                where number = :number and done_at is null
                  and (leased_until is null or leased_until < :now)
                """)
            .param("owner", owner)
            .param("until", at(clock.instant().plus(LEASE)))
            .param("number", item.number())
            .param("now", now())
            .update()
        > 0;
  }

  /// Keeps what this instance works on.
  void renewLeases(String channel) {
    database
        .sql(
            """
            update inbox set leased_until = :until
            where channel = :channel and owner = :owner and done_at is null
            """)
        .param("until", at(clock.instant().plus(LEASE)))
        .param("channel", channel)
        .param("owner", owner)
        .update();
  }

  /// Gives back what this instance worked on when it ended.
  void recover(String channel) {
    database
        .sql(
            """
            update inbox set owner = null, leased_until = null
            where channel = :channel and owner = :owner and done_at is null
            """)
        .param("channel", channel)
        .param("owner", owner)
        .update();
  }

  /// Lets an item, and with it its room, rest until an instant; not at all where the room's rest
  /// was ended while the item was worked on.
  void postpone(Item item, Instant due) {
    database
        .sql(
            """
            update inbox set due_at = case when due_at > :begun then due_at else :due end,
              owner = null, leased_until = null
            where number = :number
            """)
        .param("begun", at(item.begunAt()))
        .param("due", at(due))
        .param("number", item.number())
        .update();
  }

  /// Ends the rest of a room: somebody there can be spoken to again.
  public void hasten(String room) {
    database
        .sql("update inbox set due_at = :now where room = :room and done_at is null")
        .param("now", now())
        .param("room", room)
        .update();
  }

  /// Ends work on an item and erases what it held.
  void finish(Item item) {
    database
        .sql(
            """
            update inbox
            set done_at = :now, content = null, notes = '', owner = null, leased_until = null
            where number = :number
            """)
        .param("now", now())
        .param("number", item.number())
        .update();
  }

  /// What an item holds, readable.
  String open(Item item) {
    return secret.open(item.content());
  }

  /// How many items of a channel are not done.
  public int waiting(String channel) {
    return database
        .sql("select count(*) from inbox where channel = :channel and done_at is null")
        .param("channel", channel)
        .query(Integer.class)
        .single();
  }

  /// Forgets in which room what is done took place.
  void forget(String room) {
    database
        .sql("update inbox set room = '' where room = :room and done_at is not null")
        .param("room", room)
        .update();
  }

  /// Forgets the names of what was done more than a week ago.
  void forgetOld() {
    database
        .sql("delete from inbox where done_at < :before")
        .param("before", at(clock.instant().minus(REMEMBERED)))
        .update();
  }

  private Item item(ResultSet row, Instant begun) throws SQLException {
    var number = row.getLong("number");
    return new Item(
        number,
        row.getString("room"),
        Item.Kind.valueOf(row.getString("kind")),
        row.getString("content"),
        row.getObject("arrived_at", OffsetDateTime.class).toInstant(),
        begun,
        row.getInt("attempts") + 1,
        new StoredNotes(database, number, row.getString("notes")));
  }

  private OffsetDateTime now() {
    return at(clock.instant());
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
