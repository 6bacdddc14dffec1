package onrecord.bot.operation.backup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A table as lines of text: the first names the columns, each other is a row as a JSON array.
///
/// @param name in lower case
record Table(String name) {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int BATCH = 500;

  /// A column, as the first line names it.
  private record Column(String name, ColumnKind kind) {}

  private record Head(List<Column> columns) {}

  /// Writes all rows.
  ///
  /// @return how many
  long write(Connection connection, Writer lines) throws SQLException, IOException {
    try (var statement = connection.createStatement()) {
      statement.setFetchSize(BATCH);
      try (var rows = statement.executeQuery("select * from " + name)) {
        var columns = columns(rows);
        lines.write(JSON.writeValueAsString(new Head(columns)) + "\n");
        var count = 0L;
        for (; rows.next(); count++) {
          lines.write(JSON.writeValueAsString(values(rows, columns)) + "\n");
        }
        return count;
      }
    }
  }

  private static List<Column> columns(ResultSet rows) throws SQLException {
    var known = rows.getMetaData();
    var columns = new ArrayList<Column>();
    for (int i = 1; i <= known.getColumnCount(); i++) {
      columns.add(
          new Column(
              known.getColumnName(i).toLowerCase(Locale.ROOT),
              ColumnKind.of(known.getColumnType(i))));
    }
    return columns;
  }

  private static List<@Nullable Object> values(ResultSet row, List<Column> columns)
      throws SQLException {
    var values = new ArrayList<@Nullable Object>();
    for (int i = 0; i < columns.size(); i++) {
      values.add(columns.get(i).kind().read(row, i + 1));
    }
    return values;
  }

  void clear(Connection connection) throws SQLException {
    execute(connection, "delete from " + name);
  }

  /// Adds the rows that were written.
  void read(Connection connection, BufferedReader lines) throws SQLException, IOException {
    var columns = JSON.readValue(lines.readLine(), Head.class).columns();
    var sql =
        "insert into %s (%s) overriding system value values (%s)"
            .formatted(
                name,
                columns.stream().map(Column::name).collect(Collectors.joining(", ")),
                String.join(", ", Collections.nCopies(columns.size(), "?")));
    try (var statement = connection.prepareStatement(sql)) {
      var waiting = 0;
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        set(statement, columns, JSON.readTree(line));
        statement.addBatch();
        if (++waiting % BATCH == 0) {
          statement.executeBatch();
        }
      }
      statement.executeBatch();
    }
    countOn(connection);
  }

  private static void set(PreparedStatement statement, List<Column> columns, JsonNode row)
      throws SQLException {
    for (int i = 0; i < columns.size(); i++) {
      statement.setObject(i + 1, columns.get(i).kind().parse(row.get(i)));
    }
  }

  /// Lets the numbers that the database gives go on after those that were read.
  private void countOn(Connection connection) throws SQLException {
    for (var column : counted(connection)) {
      var next = 1 + highest(connection, column);
      execute(
          connection,
          "alter table %s alter column %s restart with %d".formatted(name, column, next));
    }
  }

  private List<String> counted(Connection connection) throws SQLException {
    var counted = new ArrayList<String>();
    try (var columns =
        connection
            .getMetaData()
            .getColumns(null, connection.getSchema(), Tables.spelled(connection, name), null)) {
      while (columns.next()) {
        if (columns.getString("IS_AUTOINCREMENT").equals("YES")) {
          counted.add(columns.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
        }
      }
    }
    return counted;
  }

  private long highest(Connection connection, String column) throws SQLException {
    try (var statement = connection.createStatement();
        var row =
            statement.executeQuery("select coalesce(max(%s), 0) from %s".formatted(column, name))) {
      row.next();
      return row.getLong(1);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
