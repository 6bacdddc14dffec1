package onrecord.corpus.catalogue;

import onrecord.corpus.Schema;
import onrecord.corpus.Storage;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/// The catalogue's tables in a storage, brought up to date.
public final class Database implements AutoCloseable {

  /// The catalogue's tables.
  public static final Schema SCHEMA =
      new Schema("classpath:onrecord/corpus/migration", "corpus_history");

  private final Storage storage;
  private final TransactionOperations transactions;
  private final Runnable closing;

  /// @param closing what is done when it is closed
  public Database(Storage storage, Runnable closing) {
    this.storage = storage;
    this.closing = closing;
    this.transactions = new TransactionTemplate(new DataSourceTransactionManager(storage.source()));
    SCHEMA.migrate(storage.source());
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
