package onrecord.bot.channel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import onrecord.corpus.Language;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who is told when something is disclosed.
///
/// A subscription is the one thing that needs a place to be kept for as long as it lasts; it is
/// sealed, and erased with it.
final class Subscriptions {

  private static final String COLUMNS =
      "select room, channel, place, language, since from subscription ";

  private final JdbcClient database;
  private final Secret secret;
  private final InstantSource clock;

  Subscriptions(DataSource source, Secret secret, InstantSource clock) {
    this.database = JdbcClient.create(source);
    this.secret = secret;
    this.clock = clock;
  }

  /// Somebody who is told.
  ///
  /// @param since what was published before then is no news to it
  record Subscription(Address address, Language language, Instant since) {}

  void subscribe(Asker asker, Language language) {
    cancel(asker.address().room());
    database
        .sql(
            """
            insert into subscription (room, channel, person, place, language, since)
            values (:room, :channel, :person, :place, :language, :now)
            """)
        .param("room", asker.address().room())
        .param("channel", asker.address().channel())
        .param("person", asker.person().value())
        .param("place", secret.seal(asker.address().place()))
        .param("language", language.tag())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /// @return whether there was one
  boolean cancel(String room) {
    return database.sql("delete from subscription where room = :room").param("room", room).update()
        > 0;
  }

  /// @return whether there was anything to forget
  boolean forget(Person person) {
    return database
            .sql("delete from subscription where person = :person")
            .param("person", person.value())
            .update()
        > 0;
  }

  List<Subscription> all() {
    return database.sql(COLUMNS + "order by since").query(this::subscription).list();
  }

  Optional<Subscription> of(String room) {
    return database
        .sql(COLUMNS + "where room = :room")
        .param("room", room)
        .query(this::subscription)
        .optional();
  }

  private Subscription subscription(ResultSet row, int ignored) throws SQLException {
    return new Subscription(
        new Address(
            row.getString("channel"), row.getString("room"), secret.open(row.getString("place"))),
        Language.ofTag(row.getString("language")),
        row.getObject("since", OffsetDateTime.class).toInstant());
  }
}
