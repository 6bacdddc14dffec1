package onrecord.bot.operation.backup;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import onrecord.bot.answers.AnswerArchive;
import onrecord.bot.answers.ModelMemory;
import onrecord.bot.channel.ChannelDatabase;
import onrecord.bot.desk.keys.ApiKeys;
import onrecord.corpus.Corpora;
import onrecord.corpus.Schema;
import onrecord.corpus.Storage;
import org.jspecify.annotations.Nullable;

/// What an installation holds: tables and files. The search index is not among it but for the
/// vectors, which took long to compute: it is made from the rest.
final class Holdings implements AutoCloseable {

  /// As they were handed in, each named by the hash of its content.
  static final String ORIGINALS = "originals";

  static final String MAIN = "onrecord";
  private static final String MODEL = "model";

  /// Files beside the originals, where they are there: the key of what is sealed, and vectors.
  static final List<String> FILES = List.of("channels.key", "index/vectors.bin");

  private static final List<Schema> SCHEMAS =
      List.of(Corpora.SCHEMA, AnswerArchive.SCHEMA, ChannelDatabase.SCHEMA, ApiKeys.SCHEMA);

  private final Path directory;
  private final Tables main;
  private final @Nullable HikariDataSource model;

  private Holdings(Path directory, Tables main, @Nullable HikariDataSource model) {
    this.directory = directory;
    this.main = main;
    this.model = model;
  }

  /// What a storage holds, which the caller closes.
  static Holdings of(Storage storage) {
    var directory = storage.directory();
    return new Holdings(
        directory,
        new Tables(MAIN, storage.source(), SCHEMAS),
        ModelMemory.isIn(directory) ? ModelMemory.source(directory) : null);
  }

  /// Room in an empty storage for what a back-up holds.
  static Holdings roomIn(Storage storage, Manifest manifest) {
    var directory = storage.directory();
    return new Holdings(
        directory,
        new Tables(MAIN, storage.source(), SCHEMAS),
        manifest.versions().containsKey(MODEL) ? ModelMemory.source(directory) : null);
  }

  List<Tables> databases() {
    var databases = new ArrayList<Tables>();
    databases.add(main);
    if (model != null) {
      databases.add(new Tables(MODEL, model, List.of(ModelMemory.SCHEMA)));
    }
    return databases;
  }

  Path file(String path) {
    return directory.resolve(path);
  }

  boolean has(String path) {
    return Files.isRegularFile(file(path));
  }

  @Override
  public void close() {
    if (model != null) {
      model.close();
    }
  }
}
