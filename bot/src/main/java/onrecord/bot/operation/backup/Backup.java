package onrecord.bot.operation.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import onrecord.bot.answers.AnswerArchive;
import onrecord.corpus.Storage;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A folder with all that an installation held at one moment: each table as lines of JSON, the
/// disclosures as they were handed in, and a manifest with the hash of each file.
///
/// It depends on no database: what was kept in H2 may be restored into PostgreSQL, and the reverse.
/// A folder without a manifest is no back-up. Its owner alone may read it: it holds the key that
/// opens what the installation keeps sealed.
///
/// @param folder that holds it
public record Backup(Path folder, Manifest manifest) {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String TABLES = "tables/%s/%s.jsonl";

  /// Copies all that a storage holds, while others read and write it.
  ///
  /// @param folder does not exist, or is empty; it appears when the back-up is whole
  /// @throws RefusedBackupException if the folder is in use or nothing is held
  public static Backup take(Storage storage, Path folder, Clock clock) {
    try (var holdings = Holdings.of(storage);
        var made = Folder.inTheMaking(folder)) {
      var taking = new Taking(holdings, made);
      var manifest = taking.manifest(program(), clock.instant());
      made.writeText(Manifest.NAME, writer -> writer.write(JSON.writeValueAsString(manifest)));
      made.finish();
      return new Backup(folder, manifest);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new RefusedBackupException(
          "The back-up could not be made, and nothing is left of it: " + e.getMessage(), e);
    }
  }

  private static String program() {
    var version = Backup.class.getPackage().getImplementationVersion();
    return version == null ? "(not packaged)" : version;
  }

  /// What a person is told of it.
  public String told() {
    return "%,d files of corpus revision %d in %s, with %s"
        .formatted(manifest.files().size(), manifest.corpusRevision(), folder, Manifest.NAME);
  }

  /// One back-up being taken.
  private static final class Taking {

    private final Holdings holdings;
    private final Folder made;
    private final List<String> originals = new ArrayList<>();
    private long corpusRevision;
    private String auditHead = "";

    Taking(Holdings holdings, Folder made) {
      this.holdings = holdings;
      this.made = made;
    }

    Manifest manifest(String program, Instant now) throws Exception {
      var versions = new TreeMap<String, Map<String, String>>();
      for (var database : holdings.databases()) {
        var known = database.versions();
        if (!known.isEmpty()) {
          versions.put(database.name(), known);
          database.asOfNow((connection, tables) -> copy(database, connection, tables));
        }
      }
      if (!versions.containsKey(Holdings.MAIN)) {
        throw new RefusedBackupException("Nothing is held there.");
      }
      // After the tables: whatever they name was on disk before they named it.
      copyFiles();
      return new Manifest(
          Manifest.FORMAT, now, program, corpusRevision, auditHead, versions, made.entries());
    }

    private void copy(Tables database, Connection connection, List<Table> tables) throws Exception {
      for (var table : tables) {
        made.writeText(
            TABLES.formatted(database.name(), table.name()),
            writer -> table.write(connection, writer));
      }
      if (database.name().equals(Holdings.MAIN)) {
        var names = tables.stream().map(Table::name).toList();
        if (names.contains("corpus")) {
          corpusRevision = Long.parseLong(only(connection, "select revision from corpus"));
          originals.addAll(texts(connection, "select distinct original from disclosure"));
        }
        if (names.contains("audit_head")) {
          auditHead = only(connection, "select hash from audit_head");
        }
      }
    }

    private void copyFiles() throws Exception {
      for (var original : originals) {
        var path = Holdings.ORIGINALS + "/" + original;
        var hash = made.copy(holdings.file(path), path);
        if (!original.startsWith(hash)) {
          throw new RefusedBackupException(
              "The original %s is not as it was handed in; nothing was backed up."
                  .formatted(original));
        }
      }
      for (var file : Holdings.FILES) {
        if (holdings.has(file)) {
          made.copy(holdings.file(file), file);
        }
      }
    }
  }

  private static String only(Connection connection, String sql) throws SQLException {
    return texts(connection, sql).getFirst();
  }

  private static List<String> texts(Connection connection, String sql) throws SQLException {
    var texts = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  /// The back-up in a folder.
  ///
  /// @throws BrokenBackupException if there is none, or not a whole one
  public static Backup in(Path folder) {
    try {
      var manifest =
          JSON.readValue(Files.readString(folder.resolve(Manifest.NAME)), Manifest.class);
      if (manifest.format() != Manifest.FORMAT) {
        throw new BrokenBackupException(
            "It is of another form, %d, than this release reads, %d."
                .formatted(manifest.format(), Manifest.FORMAT));
      }
      return new Backup(folder, manifest);
    } catch (IOException | JacksonException e) {
      throw new BrokenBackupException(
          "'%s' holds no whole back-up: it has no readable %s.".formatted(folder, Manifest.NAME),
          e);
    }
  }

  /// Checks each file against its hash.
  ///
  /// @throws BrokenBackupException with each that is missing or changed
  public void check() {
    var faults =
        manifest.files().stream().map(this::fault).filter(text -> !text.isEmpty()).toList();
    if (!faults.isEmpty()) {
      throw new BrokenBackupException("The back-up is damaged:\n  " + String.join("\n  ", faults));
    }
  }

  private String fault(Manifest.Entry entry) {
    var file = folder.resolve(entry.path()).normalize();
    try {
      if (!file.startsWith(folder.normalize()) || !Files.isRegularFile(file)) {
        return entry.path() + " is missing";
      }
      return Folder.sha256(file).equals(entry.sha256()) ? "" : entry.path() + " was changed";
    } catch (IOException unreadable) {
      return entry.path() + " cannot be read: " + unreadable.getMessage();
    }
  }

  /// Where restored data goes: opens a storage over a directory.
  public interface Opening {

    Storage over(Path directory);
  }

  /// Puts all of it into a data directory, which appears when it is whole.
  ///
  /// @param directory does not exist, or is empty
  /// @throws BrokenBackupException if it is damaged or of a later release
  /// @throws RefusedBackupException if the directory or its database is in use
  public void restore(Path directory, Opening opening, Clock clock) {
    check();
    try (var made = Folder.inTheMaking(directory)) {
      copyFiles(made);
      try (var storage = opening.over(made.path());
          var room = Holdings.roomIn(storage, manifest)) {
        for (var database : room.databases()) {
          fill(database);
        }
        checkTrail(storage, clock);
      }
      made.finish();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new RefusedBackupException(
          "The back-up could not be restored, and nothing is left of it: " + e.getMessage(), e);
    }
  }

  private void copyFiles(Folder made) throws Exception {
    for (var entry : manifest.files()) {
      if (!entry.path().startsWith("tables/")) {
        made.copy(folder.resolve(entry.path()), entry.path());
      }
    }
  }

  private void fill(Tables database) throws SQLException, IOException {
    if (!database.versions().isEmpty()) {
      throw new RefusedBackupException(
          "The database holds an installation already; please name an empty one.");
    }
    database.make(manifest.versions().getOrDefault(database.name(), Map.of()));
    try (var connection = database.source().getConnection()) {
      connection.setAutoCommit(false);
      for (var table : database.inOrder(connection)) {
        var file = folder.resolve(TABLES.formatted(database.name(), table.name()));
        try (var lines = Files.newBufferedReader(file)) {
          table.read(connection, lines);
        }
      }
      connection.commit();
      connection.setAutoCommit(true);
    }
  }

  private void checkTrail(Storage storage, Clock clock) {
    var found = new AnswerArchive(storage, clock).trail().verify();
    if (!found.isIntact() || !found.head().equals(manifest.auditHead())) {
      throw new BrokenBackupException("The audit trail in it is not whole.");
    }
  }
}
