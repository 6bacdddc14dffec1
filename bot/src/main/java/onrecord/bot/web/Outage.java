package onrecord.bot.web;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Whether a failure is one of the database that passes: it is away, ends, starts, or has no room.
/// Who asks again later is answered.
final class Outage {

  /// When to ask again, in seconds.
  static final String RETRY_AFTER = "5";

  static final String DETAIL =
      "What is stored cannot be reached just now. Please ask again in a moment.";

  private Outage() {}

  static boolean isBehind(@Nullable Throwable failure) {
    return causes(failure)
        .anyMatch(cause -> cause instanceof SQLException problem && passes(problem));
  }

  private static Stream<Throwable> causes(@Nullable Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
  }

  private static boolean passes(SQLException problem) {
    // A disk without room, a line that is cut.
    if (causes(problem).anyMatch(IOException.class::isInstance)) {
      return true;
    }
    return switch (problem) {
      case SQLTransientException _ -> true;
      case SQLRecoverableException _ -> true;
      case SQLNonTransientConnectionException _ -> true;
      default -> passes(Objects.requireNonNullElse(problem.getSQLState(), ""));
    };
  }

  /// By the classes of the standard: no connection, no resources; PostgreSQL's own for an operator
  /// that intervenes and for a system that errs; and H2's for a database that has closed itself.
  private static boolean passes(String state) {
    return Stream.of("08", "53", "57P", "58", "90098", "90121").anyMatch(state::startsWith);
  }
}
