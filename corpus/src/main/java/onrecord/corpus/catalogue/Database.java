package onrecord.corpus.catalogue;

import onrecord.corpus.Storage;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/// The catalogue's tables in a storage, brought up to date.
public final class Database implements AutoCloseable {

  private final Storage storage;
  private final TransactionOperations transactions;
  private final Runnable closing;

  /// @param closing what is done when it is closed
  public Database(Storage storage, Runnable closing) {
    this.storage = storage;
    this.closing = closing;
    this.transactions = new TransactionTemplate(new DataSourceTransactionManager(storage.source()));
    Flyway.configure()
        .dataSource(storage.source())
        .locations("classpath:onrecord/corpus/migration")
        .table("corpus_history")
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load()
        .migrate();
  }

  JdbcTemplate statements() {
    return new JdbcTemplate(storage.source());
  }

  /// Runs a change that is wholly there afterwards, whatever happens then, or not at all.
  void change(Runnable act) {
    transactions.executeWithoutResult(_ -> act.run());
    storage.writeThrough();
  }

  @Override
  public void close() {
    closing.run();
  }
}
