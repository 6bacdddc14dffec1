package onrecord.corpus.catalogue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import onrecord.corpus.Storage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/// The same life of a disclosure, with the tables on a server.
class CatalogueOnPostgresTest extends CatalogueTest {

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

  @BeforeEach
  void makeDatabase() throws SQLException {
    databases++;
    try (var connection = server.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create database " + database());
    }
  }

  private static String database() {
    return "catalogue" + databases;
  }

  @Override
  Storage storage() {
    return Storage.in(
        folder.resolve("data"), server.getJdbcUrl("postgres", database()), "postgres", "postgres");
  }
}
