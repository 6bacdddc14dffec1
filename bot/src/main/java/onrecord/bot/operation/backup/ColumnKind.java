package onrecord.bot.operation.backup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What a column holds, whichever the database, and how a value of it is written as JSON.
enum ColumnKind {
  TEXT,
  NUMBER,
  TRUTH,
  DAY,
  MOMENT;

  /// @param type of `java.sql.Types`
  static ColumnKind of(int type) {
    return switch (type) {
      case Types.VARCHAR, Types.CHAR, Types.CLOB, Types.LONGVARCHAR -> TEXT;
      case Types.SMALLINT, Types.INTEGER, Types.BIGINT -> NUMBER;
      case Types.BOOLEAN, Types.BIT -> TRUTH;
      case Types.DATE -> DAY;
      case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> MOMENT;
      default -> throw new IllegalStateException("No back-up knows the type " + type);
    };
  }

  /// A value as it is written.
  ///
  /// @param column from 1
  @Nullable Object read(ResultSet row, int column) throws SQLException {
    var value =
        switch (this) {
          case TEXT -> row.getString(column);
          case NUMBER -> row.getLong(column);
          case TRUTH -> row.getBoolean(column);
          case DAY -> text(row.getObject(column, LocalDate.class));
          case MOMENT -> text(row.getObject(column, OffsetDateTime.class));
        };
    return row.wasNull() ? null : value;
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  /// A value as a database takes it.
  @Nullable Object parse(JsonNode written) {
    if (written.isNull()) {
      return null;
    }
    return switch (this) {
      case TEXT -> written.asString();
      case NUMBER -> written.asLong();
      case TRUTH -> written.asBoolean();
      case DAY -> LocalDate.parse(written.asString());
      case MOMENT -> OffsetDateTime.parse(written.asString());
    };
  }
}
