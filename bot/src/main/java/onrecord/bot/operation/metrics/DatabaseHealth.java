package onrecord.bot.operation.metrics;

import onrecord.corpus.Storage;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/// Whether the database answers.
public final class DatabaseHealth extends AbstractHealthIndicator {

  private static final int SECONDS = 2;

  private final Storage storage;

  public DatabaseHealth(Storage storage) {
    super("The database does not answer");
    this.storage = storage;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) throws Exception {
    try (var connection = storage.source().getConnection()) {
      if (connection.isValid(SECONDS)) {
        health.up();
      } else {
        health.down();
      }
    }
  }
}
