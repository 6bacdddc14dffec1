package onrecord.bot.desk;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import onrecord.corpus.Storage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/// The same with the tables on a server.
class DeskOnPostgresTest extends DeskStorageTest {

  @SuppressWarnings("NullAway.Init")
  private static EmbeddedPostgres server;

  private static int databases;

  @BeforeAll
  static void start() throws IOException {
    server = EmbeddedPostgres.start();
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @Override
  Storage storage() {
    var name = "desk" + ++databases;
    try (var connection = server.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException unusable) {
      throw new IllegalStateException(unusable);
    }
    return Storage.in(
        folder.resolve("data"), server.getJdbcUrl("postgres", name), "postgres", "postgres");
  }
}
