package onrecord.bot.channel;

import java.nio.file.Path;
import javax.sql.DataSource;
import onrecord.corpus.Schema;
import onrecord.corpus.Storage;

/// Where channels keep what must outlive a restart.
public final class ChannelDatabase implements AutoCloseable {

  /// The tables that channels share.
  public static final Schema SCHEMA = new Schema("classpath:db/channels", "channel_migration");

  private final Storage storage;
  private final Runnable closing;

  private ChannelDatabase(Storage storage, Runnable closing) {
    this.storage = storage;
    this.closing = closing;
    migrate(storage.source());
  }

  /// Opens it in a data directory, made if it is missing.
  public static ChannelDatabase open(Path directory) {
    var storage = Storage.in(directory);
    return new ChannelDatabase(storage, storage::close);
  }

  /// Opens it in a storage, which the caller closes.
  public static ChannelDatabase in(Storage storage) {
    return new ChannelDatabase(storage, () -> {});
  }

  /// Makes or renews the tables of channels in any database.
  public static void migrate(DataSource source) {
    SCHEMA.migrate(source);
  }

  public DataSource source() {
    return storage.source();
  }

  /// Returns when all that was committed is on disk.
  public void writeThrough() {
    storage.writeThrough();
  }

  @Override
  public void close() {
    closing.run();
  }
}
