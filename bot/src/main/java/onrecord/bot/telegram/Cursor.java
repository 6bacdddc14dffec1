package onrecord.bot.telegram;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How far the updates of a bot have been taken.
///
/// After about a week without updates Telegram may go on at a random number, lower ones included,
/// so that one older than six days is not gone by.
final class Cursor {

  private static final Duration RELIABLE = Duration.ofDays(6);

  private final JdbcClient database;
  private final InstantSource clock;
  private final String bot;

  /// @param bot names the bot without giving its token away
  Cursor(DataSource source, InstantSource clock, String bot) {
    this.database = JdbcClient.create(source);
    this.clock = clock;
    this.bot = bot;
  }

  /// The number of the first update that has not been taken; empty for any.
  Optional<Long> next() {
    return database
        .sql("select next_update from telegram_cursor where bot = :bot and moved_at > :since")
        .param("bot", bot)
        .param("since", clock.instant().minus(RELIABLE).atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .optional();
  }

  void moveTo(long next) {
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    var moved =
        database
            .sql("update telegram_cursor set next_update = :next, moved_at = :now where bot = :bot")
            .param("next", next)
            .param("now", now)
            .param("bot", bot)
            .update();
    if (moved == 0) {
      database
          .sql(
              "insert into telegram_cursor (bot, next_update, moved_at) values (:bot, :next, :now)")
          .param("bot", bot)
          .param("next", next)
          .param("now", now)
          .update();
    }
  }
}
