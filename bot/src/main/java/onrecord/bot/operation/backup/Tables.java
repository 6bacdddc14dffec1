package onrecord.bot.operation.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import onrecord.corpus.Schema;
import org.h2.engine.Constants;

/// The tables of one database, H2 or PostgreSQL.
///
/// @param name under which a back-up keeps them
/// @param schemas that the database may hold
record Tables(String name, DataSource source, List<Schema> schemas) {

  Tables {
    schemas = List.copyOf(schemas);
  }

  /// How far each schema has come that is there, by the name of its history.
  Map<String, String> versions() {
    var versions = new TreeMap<String, String>();
    for (var schema : schemas) {
      schema.version(source).ifPresent(version -> versions.put(schema.history(), version));
    }
    return versions;
  }

  /// Makes the tables as they were at some versions, with no row in them.
  ///
  /// @param versions by the name of a schema's history
  /// @throws BrokenBackupException if one is of a later release
  void make(Map<String, String> versions) throws SQLException {
    for (var schema : schemas) {
      if (versions.containsKey(schema.history())) {
        var version = versions.get(schema.history());
        schema.migrate(source, version);
        if (!schema.version(source).equals(Optional.of(version))) {
          throw new BrokenBackupException(
              "It was made by a later release: %s is at %s.".formatted(schema.history(), version));
        }
      }
    }
    try (var connection = source.getConnection()) {
      for (var table : inOrder(connection).reversed()) {
        table.clear(connection);
      }
    }
  }

  /// Does something with all tables as they are at one moment, whatever is written meanwhile.
  void asOfNow(Reading reading) throws Exception {
    try (var connection = source.getConnection()) {
      connection.setAutoCommit(false);
      connection.setReadOnly(true);
      connection.setTransactionIsolation(snapshot(connection));
      try {
        reading.read(connection, inOrder(connection));
      } finally {
        connection.rollback();
        connection.setReadOnly(false);
      }
    }
  }

  /// What is done with the tables of one moment.
  interface Reading {

    void read(Connection connection, List<Table> tables) throws Exception;
  }

  /// H2 has a level of its own in which all tables stand still; in PostgreSQL the level that the
  /// standard names does so.
  private static int snapshot(Connection connection) throws SQLException {
    return connection.getMetaData().getDatabaseProductName().equals("H2")
        ? Constants.TRANSACTION_SNAPSHOT
        : Connection.TRANSACTION_REPEATABLE_READ;
  }

  /// Each table after those that it refers to; those of the migrations are left out.
  List<Table> inOrder(Connection connection) throws SQLException {
    var ordered = new LinkedHashSet<String>();
    for (var table : present(connection)) {
      addAfterItsParents(connection, table, ordered);
    }
    return ordered.stream().map(Table::new).toList();
  }

  private Set<String> present(Connection connection) throws SQLException {
    var histories = schemas.stream().map(Schema::history).toList();
    var present = new LinkedHashSet<String>();
    try (var tables =
        connection
            .getMetaData()
            .getTables(null, connection.getSchema(), null, new String[] {"TABLE", "BASE TABLE"})) {
      while (tables.next()) {
        var table = tables.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
        if (!histories.contains(table)) {
          present.add(table);
        }
      }
    }
    return present;
  }

  private static void addAfterItsParents(
      Connection connection, String table, LinkedHashSet<String> ordered) throws SQLException {
    for (var parent : parents(connection, table)) {
      if (!parent.equals(table) && !ordered.contains(parent)) {
        addAfterItsParents(connection, parent, ordered);
      }
    }
    ordered.add(table);
  }

  private static List<String> parents(Connection connection, String table) throws SQLException {
    var parents = new ArrayList<String>();
    try (var keys =
        connection
            .getMetaData()
            .getImportedKeys(null, connection.getSchema(), spelled(connection, table))) {
      while (keys.next()) {
        parents.add(keys.getString("PKTABLE_NAME").toLowerCase(Locale.ROOT));
      }
    }
    return parents;
  }

  /// A name as the database itself spells it.
  static String spelled(Connection connection, String name) throws SQLException {
    return connection.getMetaData().storesUpperCaseIdentifiers()
        ? name.toUpperCase(Locale.ROOT)
        : name;
  }
}
