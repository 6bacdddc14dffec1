package onrecord.corpus;

import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/// Tables that belong together, as numbered migrations make them in a database that may hold others
/// too.
///
/// @param location of the migrations, such as `classpath:db/answers`
/// @param history the table that tells how far they have come
public record Schema(String location, String history) {

  /// Brings the tables to their latest form.
  public void migrate(DataSource source) {
    in(source).load().migrate();
  }

  /// Brings the tables to the form that they had at a version.
  public void migrate(DataSource source, String version) {
    in(source).target(version).load().migrate();
  }

  /// How far the tables have come; empty where there are none.
  public Optional<String> version(DataSource source) {
    return Optional.ofNullable(in(source).load().info().current())
        .map(current -> current.getVersion())
        .filter(version -> !version.getVersion().equals("0"))
        .map(Object::toString);
  }

  private FluentConfiguration in(DataSource source) {
    return Flyway.configure()
        .dataSource(source)
        .locations(location)
        .table(history)
        .baselineOnMigrate(true)
        .baselineVersion("0");
  }
}
