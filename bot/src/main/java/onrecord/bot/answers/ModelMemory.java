package onrecord.bot.answers;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import onrecord.bot.model.Memory;
import onrecord.corpus.DataDirectoryInUseException;
import onrecord.corpus.Schema;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A chat model's replies and its cost, in a database file of their own.
public final class ModelMemory implements Memory, AutoCloseable {

  /// The tables of a chat model's replies and cost.
  public static final Schema SCHEMA = new Schema("classpath:db/model", "flyway_schema_history");

  private static final String NAME = "model";

  private final HikariDataSource source;
  private final JdbcClient database;
  private final Clock clock;

  private ModelMemory(HikariDataSource source, Clock clock) {
    this.source = source;
    this.database = JdbcClient.create(source);
    this.clock = clock;
  }

  /// Whether a data directory holds one.
  public static boolean isIn(Path directory) {
    return Files.exists(directory.resolve(NAME + ".mv.db"));
  }

  /// Opens the memory in a data directory, made if it is missing.
  public static ModelMemory open(Path directory, Clock clock) {
    var source = source(directory);
    SCHEMA.migrate(source);
    return new ModelMemory(source, clock);
  }

  /// The memory's database in a data directory, whatever its version.
  ///
  /// @throws DataDirectoryInUseException if another process has it open
  public static HikariDataSource source(Path directory) {
    var configuration = new HikariConfig();
    configuration.setPoolName(NAME);
    configuration.setJdbcUrl("jdbc:h2:file:" + directory.resolve(NAME).toAbsolutePath());
    configuration.setUsername("onrecord");
    configuration.setPassword("onrecord");
    configuration.setMaximumPoolSize(4);
    try {
      return new HikariDataSource(configuration);
    } catch (RuntimeException e) {
      throw DataDirectoryInUseException.of(directory, e);
    }
  }

  @Override
  public Optional<String> reply(String request) {
    return database
        .sql("select content from reply where request = :request")
        .param("request", request)
        .query(String.class)
        .optional();
  }

  @Override
  public void keep(String request, String reply) {
    try {
      database
          .sql(
              "insert into reply (request, content, given_at) values (:request, :content, :givenAt)")
          .param("request", request)
          .param("content", reply)
          .param("givenAt", clock.instant().atOffset(ZoneOffset.UTC))
          .update();
    } catch (DuplicateKeyException known) {
      // The first one counts.
    }
  }

  @Override
  public long spent(LocalDate day) {
    return database
        .sql("select tokens from spending where spent_on = :day")
        .param("day", day)
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  @Override
  public void spend(LocalDate day, long tokens) {
    if (added(day, tokens) == 0) {
      try {
        database
            .sql("insert into spending (spent_on, tokens) values (:day, :tokens)")
            .param("day", day)
            .param("tokens", tokens)
            .update();
      } catch (DuplicateKeyException begunMeanwhile) {
        added(day, tokens);
      }
    }
  }

  private int added(LocalDate day, long tokens) {
    return database
        .sql("update spending set tokens = tokens + :tokens where spent_on = :day")
        .param("day", day)
        .param("tokens", tokens)
        .update();
  }

  @Override
  public void close() {
    source.close();
  }
}
