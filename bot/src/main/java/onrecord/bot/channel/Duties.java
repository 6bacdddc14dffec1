package onrecord.bot.channel;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What only one of several instances does at a time, such as asking a platform for messages.
public final class Duties {

  private final JdbcClient database;
  private final InstantSource clock;
  private final String owner;

  /// @param owner names this instance, and is the same after a restart
  public Duties(DataSource source, InstantSource clock, String owner) {
    this.database = JdbcClient.create(source);
    this.clock = clock;
    this.owner = owner;
  }

  /// Takes or keeps a duty for a while, unless another instance holds it.
  public boolean hold(String duty, Duration duration) {
    return update(duty, duration) || insert(duty, duration);
  }

  private boolean update(String duty, Duration duration) {
    return database
            .sql(
                """
                update duty set owner = :owner, held_until = :until
                where name = :name and (owner = :owner or held_until < :now)
                """)
            .param("owner", owner)
            .param("until", clock.instant().plus(duration).atOffset(ZoneOffset.UTC))
            .param("name", duty)
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .update()
        > 0;
  }

  private boolean insert(String duty, Duration duration) {
    try {
      return database
              .sql("insert into duty (name, owner, held_until) values (:name, :owner, :until)")
              .param("name", duty)
              .param("owner", owner)
              .param("until", clock.instant().plus(duration).atOffset(ZoneOffset.UTC))
              .update()
          > 0;
    } catch (DuplicateKeyException another) {
      return false;
    }
  }
}
