package onrecord.corpus.catalogue;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import onrecord.corpus.DataDirectoryInUseException;
import org.flywaydb.core.Flyway;
import org.h2.api.ErrorCode;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/// The catalogue's database, its tables brought up to date.
public final class Database implements AutoCloseable {

  private final DataSource source;
  private final TransactionOperations transactions;
  private final Runnable closing;

  private Database(DataSource source, Runnable closing) {
    this.source = source;
    this.transactions = new TransactionTemplate(new DataSourceTransactionManager(source));
    this.closing = closing;
  }

  /// A database in a file of a data directory, made if it is not there.
  ///
  /// @throws DataDirectoryInUseException if another process has it open
  public static Database inDirectory(Path dataDirectory) {
    var config = new HikariConfig();
    // Each commit reaches the file before it is reported as done.
    config.setJdbcUrl(
        "jdbc:h2:file:"
            + dataDirectory.toAbsolutePath().resolve("onrecord")
            + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
    config.setUsername("onrecord");
    config.setPassword("onrecord");
    config.setMaximumPoolSize(8);
    config.setPoolName("corpus");
    try {
      var pool = new HikariDataSource(config);
      return migrated(pool, pool::close);
    } catch (RuntimeException e) {
      throw isLocked(e) ? new DataDirectoryInUseException(dataDirectory, e) : e;
    }
  }

  /// A database on a server, whose connections the caller closes.
  public static Database at(DataSource source) {
    return migrated(source, () -> {});
  }

  private static Database migrated(DataSource source, Runnable closing) {
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:onrecord/corpus/migration")
        .table("corpus_history")
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load()
        .migrate();
    return new Database(source, closing);
  }

  private static boolean isLocked(Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql
          && sql.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
        return true;
      }
    }
    return false;
  }

  DataSource source() {
    return source;
  }

  TransactionOperations transactions() {
    return transactions;
  }

  /// Who changes what is recorded: the account that runs the program.
  String actor() {
    return System.getProperty("user.name", "unknown");
  }

  @Override
  public void close() {
    closing.run();
  }
}
