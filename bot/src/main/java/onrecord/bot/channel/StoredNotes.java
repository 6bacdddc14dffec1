package onrecord.bot.channel;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Notes on an item of the inbox, a line each.
final class StoredNotes implements Notes {

  private final JdbcClient database;
  private final long number;
  private final Map<String, String> notes = new TreeMap<>();

  StoredNotes(JdbcClient database, long number, String lines) {
    this.database = database;
    this.number = number;
    lines.lines().map(line -> line.split("=", 2)).forEach(pair -> notes.put(pair[0], pair[1]));
  }

  @Override
  public synchronized Optional<String> read(String name) {
    return Optional.ofNullable(notes.get(name));
  }

  @Override
  public synchronized void write(String name, String value) {
    if (value.equals(notes.put(name, value))) {
      return;
    }
    database
        .sql("update inbox set notes = :notes where number = :number")
        .param("notes", lines())
        .param("number", number)
        .update();
  }

  private String lines() {
    return notes.entrySet().stream()
        .map(note -> note.getKey() + "=" + note.getValue())
        .collect(Collectors.joining("\n"));
  }
}
