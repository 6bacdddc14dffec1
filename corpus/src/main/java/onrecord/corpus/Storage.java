package onrecord.corpus;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/// Where an installation keeps what it holds: a data directory for files, and a database beside it.
///
/// The database is embedded (H2) in the directory, or PostgreSQL where a URL names one. Everything
/// an installation writes to tables goes to this one database.
public final class Storage implements AutoCloseable {

  private static final String DATABASE = "onrecord";
  private static final int CONNECTIONS = 12;

  /// How long somebody waits for a connection. While the database is away each of them waits so
  /// long, so it has to be short of what people wait for an answer.
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Path directory;
  private final HikariDataSource source;
  private final boolean embedded;

  private Storage(Path directory, HikariDataSource source, boolean embedded) {
    this.directory = directory;
    this.source = source;
    this.embedded = embedded;
  }

  /// A directory with an embedded database, both made if they are not there.
  ///
  /// @throws DataDirectoryInUseException if another process has it open
  /// @throws UnwritableDataDirectoryException if it cannot be made or written
  public static Storage in(Path directory) {
    var made = made(directory);
    // A file that cannot be written would be opened for reading alone, and the first write fail.
    if (isReadOnly(made.resolve(DATABASE + ".mv.db"))) {
      throw new UnwritableDataDirectoryException(directory, null);
    }
    // Each commit is handed to the file before it is reported as done.
    var url =
        "jdbc:h2:file:"
            + made.toAbsolutePath().resolve(DATABASE)
            + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
    try {
      return new Storage(made, pool(url, "onrecord", "onrecord"), true);
    } catch (RuntimeException e) {
      throw DataDirectoryInUseException.of(directory, e);
    }
  }

  /// A directory for files, and a database on a server.
  ///
  /// @param url such as `jdbc:postgresql://host/onrecord`
  /// @throws UnwritableDataDirectoryException if the directory cannot be made or written
  public static Storage in(Path directory, String url, String user, String password) {
    return new Storage(made(directory), pool(url, user, password), false);
  }

  private static Path made(Path directory) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UnwritableDataDirectoryException(directory, e);
    }
    if (isReadOnly(directory)) {
      throw new UnwritableDataDirectoryException(directory, null);
    }
    return directory;
  }

  private static boolean isReadOnly(Path file) {
    return Files.exists(file) && !Files.isWritable(file);
  }

  private static HikariDataSource pool(String url, String user, String password) {
    var config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setConnectionTimeout(PATIENCE.toMillis());
    config.setPoolName("onrecord");
    return new HikariDataSource(config);
  }

  public Path directory() {
    return directory;
  }

  public DataSource source() {
    return source;
  }

  /// Returns when all that was committed is on disk: before a change is acknowledged, this has to
  /// be called. A server sees to it by itself at each commit; the embedded database may leave a
  /// commit to another thread that is just writing.
  public void writeThrough() {
    if (!embedded) {
      return;
    }
    try (var connection = source.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("checkpoint sync");
    } catch (SQLException e) {
      throw new IllegalStateException("The database in " + directory + " cannot be written", e);
    }
  }

  @Override
  public void close() {
    source.close();
  }
}
