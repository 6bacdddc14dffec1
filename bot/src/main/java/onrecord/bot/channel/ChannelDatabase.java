package onrecord.bot.channel;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/// Where channels keep what must outlive a restart.
public final class ChannelDatabase implements AutoCloseable {

  private static final int CONNECTIONS = 8;

  private final HikariDataSource source;

  private ChannelDatabase(HikariDataSource source) {
    this.source = source;
  }

  /// Opens it in a data directory, made if it is missing.
  ///
  /// What is committed is on disk at once: the database by itself writes up to half a second later,
  /// and in that time a channel has already been told that a question is safe.
  public static ChannelDatabase open(Path directory) {
    var configuration = new HikariConfig();
    configuration.setPoolName("channels");
    configuration.setJdbcUrl(
        "jdbc:h2:file:" + directory.resolve("channels").toAbsolutePath() + ";WRITE_DELAY=0");
    configuration.setUsername("onrecord");
    configuration.setPassword("onrecord");
    configuration.setMaximumPoolSize(CONNECTIONS);
    var source = new HikariDataSource(configuration);
    migrate(source);
    return new ChannelDatabase(source);
  }

  /// Makes or renews the tables of channels in any database.
  public static void migrate(DataSource source) {
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:db/channels")
        .table("channel_migration")
        .load()
        .migrate();
  }

  public DataSource source() {
    return source;
  }

  @Override
  public void close() {
    source.close();
  }
}
