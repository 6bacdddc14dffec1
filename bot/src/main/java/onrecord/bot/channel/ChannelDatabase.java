package onrecord.bot.channel;

import java.nio.file.Path;
import javax.sql.DataSource;
import onrecord.corpus.Storage;
import org.flywaydb.core.Flyway;

/// Where channels keep what must outlive a restart.
public final class ChannelDatabase implements AutoCloseable {

  private final DataSource source;
  private final Runnable closing;

  private ChannelDatabase(DataSource source, Runnable closing) {
    this.source = source;
    this.closing = closing;
    migrate(source);
  }

  /// Opens it in a data directory, made if it is missing.
  public static ChannelDatabase open(Path directory) {
    var storage = Storage.in(directory);
    return new ChannelDatabase(storage.source(), storage::close);
  }

  /// Opens it in a storage, which the caller closes.
  public static ChannelDatabase in(Storage storage) {
    return new ChannelDatabase(storage.source(), () -> {});
  }

  /// Makes or renews the tables of channels in any database.
  public static void migrate(DataSource source) {
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:db/channels")
        .table("channel_migration")
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load()
        .migrate();
  }

  public DataSource source() {
    return source;
  }

  @Override
  public void close() {
    closing.run();
  }
}
