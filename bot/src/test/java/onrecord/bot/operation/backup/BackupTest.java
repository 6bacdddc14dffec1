package onrecord.bot.operation.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import onrecord.bot.Answer;
import onrecord.bot.Question;
import onrecord.bot.answering.Installed;
import onrecord.bot.answers.AnswerArchive;
import onrecord.bot.answers.ModelMemory;
import onrecord.bot.channel.ChannelDatabase;
import onrecord.bot.evaluation.Suite;
import onrecord.bot.evaluation.SuiteQuestion;
import onrecord.corpus.Corpora;
import onrecord.corpus.SecuritiesCode;
import onrecord.corpus.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {

  private static final Clock CLOCK = Clock.systemUTC();
  private static final Path SUITE = Path.of("../corpus/suites/demo.jsonl");

  private static final String NOTICE =
      """
      证券代码：999999 证券简称：星衡算力 公告编号：2025-%03d
      星衡算力科技股份有限公司
      关于签订合同的公告
      公司于2025年11月3日与客户签订算力服务合同，合同金额为%,d万元。
      星衡算力科技股份有限公司董事会
      2025年11月3日
      """;

  @TempDir Path folder;

  /// What an asker sees of an answer, and where it comes from.
  private record Told(String question, String verdict, String text, List<String> cited) {

    static Told by(Answer answer) {
      return new Told(
          answer.question(),
          answer.verdict().name(),
          answer.text(),
          answer.citations().stream().map(citation -> citation.quote()).toList());
    }
  }

  @Test
  void whatIsRestoredAnswersASuiteAsBefore() throws Exception {
    var data = folder.resolve("data");
    var questions = Suite.readAll(List.of(SUITE)).getFirst().questions();
    var backup = folder.resolve("backup");
    List<Told> before;
    try (var installed = Installed.in(data)) {
      takeSmallDisclosures(installed);
      before = answers(installed, questions);
      // Beside the one that serves: a process of its own could not open what is embedded.
      try (var storage = Storage.in(data)) {
        Backup.take(storage, backup, CLOCK);
      }
    }
    var restored = folder.resolve("restored");
    Backup.in(backup).restore(restored, Storage::in, CLOCK);
    try (var installed = Installed.in(restored)) {
      installed.index().reconcile();
      installed.index().awaitVectors();
      assertThat(answers(installed, questions)).isEqualTo(before);
      assertThat(before).extracting(Told::verdict).contains("ANSWERED", "DEFERRED");
    }
  }

  private static void takeSmallDisclosures(Installed installed) throws Exception {
    try (var files = Files.list(Path.of("../corpus/disclosures"))) {
      for (var file : files.sorted().toList()) {
        if (file.toString().matches(".*\\.(md|html|docx)")) {
          installed.corpus().take(file);
        }
      }
    }
    assertThat(installed.corpus().disclosures()).isNotEmpty();
    installed.index().reconcile();
    installed.index().awaitVectors();
  }

  private static List<Told> answers(Installed installed, List<SuiteQuestion> questions) {
    return questions.stream()
        .map(question ->
            installed
                .assistant()
                .answer(
                    new Question(
                        question.question(),
                        OffsetDateTime.parse(String.valueOf(question.asOf())).toInstant(),
                        new SecuritiesCode(String.valueOf(question.issuer())),
                        null,
                        new ArrayList<>(question.conversation()))))
        .map(Told::by)
        .toList();
  }

  @Test
  void everyTableIsRestoredRowByRowAndCountsOn() throws Exception {
    var data = held(3);
    var backup = backUp(data);
    var restored = folder.resolve("restored");
    Backup.in(backup).restore(restored, Storage::in, CLOCK);
    assertThat(tables(restored)).isEqualTo(tables(data));
    try (var storage = Storage.in(restored);
        var corpus = Corpora.open(storage, Corpora.Limits.DEFAULT, CLOCK)) {
      assertThat(corpus.take(notice(folder, 9))).isNotNull();
      assertThat(corpus.disclosures()).hasSize(4);
    }
    try (var memory = ModelMemory.open(restored, CLOCK)) {
      assertThat(memory.reply("request")).contains("reply");
    }
  }

  @Test
  void whatWasEmbeddedIsRestoredOnAServerAndBack() throws Exception {
    var data = held(2);
    try (var server = EmbeddedPostgres.start()) {
      var url = server.getJdbcUrl("postgres", "postgres");
      var moved = folder.resolve("moved");
      Backup.Opening onServer = directory -> Storage.in(directory, url, "postgres", "");
      Backup.in(backUp(data)).restore(moved, onServer, CLOCK);
      var again = folder.resolve("again");
      try (var storage = onServer.over(moved)) {
        assertThatThrownBy(
                () -> Backup.in(folder.resolve("backup")).restore(again, onServer, CLOCK))
            .hasMessageContaining("holds an installation already");
        Backup.take(storage, folder.resolve("second"), CLOCK);
      }
      Backup.in(folder.resolve("second")).restore(again, Storage::in, CLOCK);
      assertThat(tables(again)).isEqualTo(tables(data));
    }
  }

  @Test
  void aBackUpIsOfOneMomentWhateverIsWrittenMeanwhile() throws Exception {
    var data = held(1);
    var writing = new AtomicBoolean(true);
    try (var storage = Storage.in(data);
        var corpus = Corpora.open(storage, Corpora.Limits.DEFAULT, CLOCK)) {
      var writer =
          Thread.ofPlatform()
              .start(() -> {
                for (int i = 100; writing.get(); i++) {
                  corpus.take(notice(folder, i));
                }
              });
      for (int i = 0; i < 3; i++) {
        var backup = folder.resolve("backup-" + i);
        var manifest = Backup.take(storage, backup, CLOCK).manifest();
        var restored = folder.resolve("restored-" + i);
        Backup.in(backup).restore(restored, Storage::in, CLOCK);
        try (var other = Storage.in(restored);
            var copy = Corpora.open(other, Corpora.Limits.DEFAULT, CLOCK)) {
          assertThat(copy.revision().value()).isEqualTo(manifest.corpusRevision());
          assertThat(copy.disclosures())
              .allSatisfy(disclosure -> assertThat(copy.passages(disclosure.id())).isNotEmpty());
        }
      }
      writing.set(false);
      writer.join();
    }
  }

  @Test
  void onlyItsOwnerMayReadIt() throws Exception {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backUp(held(1)))))
        .isEqualTo("rwx------");
  }

  @Test
  void aHalfMadeBackUpIsNone() throws Exception {
    var backup = backUp(held(1));
    Files.delete(backup.resolve("manifest.json"));
    assertThatThrownBy(() -> Backup.in(backup))
        .isInstanceOf(BrokenBackupException.class)
        .hasMessageContaining("no readable manifest.json");
  }

  @Test
  void eachFileThatIsMissingOrChangedIsNamedAndNothingIsRestored() throws Exception {
    var backup = backUp(held(1));
    Files.delete(backup.resolve("channels.key"));
    var table = backup.resolve("tables/onrecord/disclosure.jsonl");
    Files.writeString(table, Files.readString(table).replace("星衡", "月衡"));
    var restored = folder.resolve("restored");
    assertThatThrownBy(() -> Backup.in(backup).restore(restored, Storage::in, CLOCK))
        .isInstanceOf(BrokenBackupException.class)
        .hasMessageContaining("channels.key is missing")
        .hasMessageContaining("disclosure.jsonl was changed");
    assertThat(restored).doesNotExist();
  }

  @Test
  void whatFailsLeavesNothing() throws Exception {
    var data = held(1);
    try (var originals = Files.list(data.resolve("originals"))) {
      Files.writeString(originals.findFirst().orElseThrow(), "changed on disk");
    }
    assertThatThrownBy(() -> backUp(data))
        .isInstanceOf(RefusedBackupException.class)
        .hasMessageContaining("not as it was handed in");
    try (var left = Files.list(folder)) {
      assertThat(left.map(Path::getFileName).map(Path::toString))
          .noneMatch(name -> name.contains("backup"));
    }
  }

  @Test
  void nothingIsWrittenOver() throws Exception {
    var data = held(1);
    var backup = backUp(data);
    assertThatThrownBy(() -> backUp(data)).hasMessageContaining("is not empty");
    assertThatThrownBy(() -> Backup.in(backup).restore(data, Storage::in, CLOCK))
        .hasMessageContaining("is not empty");
  }

  @Test
  void aDirectoryThatHoldsNothingIsNotBackedUp() throws IOException {
    var empty = Files.createDirectory(folder.resolve("empty"));
    assertThatThrownBy(() -> backUp(empty)).hasMessageContaining("Nothing is held there");
  }

  @Test
  void theProgramThatHasTheDirectoryOpenMakesItWhenAsked() throws Exception {
    var data = held(1);
    var backup = folder.resolve("backup");
    try (var storage = Storage.in(data);
        var requests =
            new BackupRequests(data, target -> Backup.take(storage, target, CLOCK).told())) {
      requests.start();
      assertThat(BackupRequests.ask(data, backup, Duration.ofMinutes(1))).contains("manifest.json");
      assertThat(Backup.in(backup).manifest().corpusRevision()).isPositive();
      assertThatThrownBy(() -> BackupRequests.ask(data, backup, Duration.ofMinutes(1)))
          .isInstanceOf(RefusedBackupException.class)
          .hasMessageContaining("is not empty");
    }
  }

  @Test
  void whereNobodyRepliesThatIsSaid() throws Exception {
    assertThatThrownBy(
            () -> BackupRequests.ask(held(1), folder.resolve("backup"), Duration.ofMillis(1)))
        .hasMessageContaining("does not reply");
  }

  private Path backUp(Path data) {
    try (var storage = Storage.in(data)) {
      return Backup.take(storage, folder.resolve("backup"), CLOCK).folder();
    }
  }

  /// A data directory with some disclosures, a key, and a chat model's memory.
  private Path held(int disclosures) throws IOException {
    var data = folder.resolve("data");
    try (var storage = Storage.in(data);
        var corpus = Corpora.open(storage, Corpora.Limits.DEFAULT, CLOCK);
        var _ = ChannelDatabase.in(storage)) {
      var archive = new AnswerArchive(storage, CLOCK);
      for (int i = 0; i < disclosures; i++) {
        corpus.take(notice(folder, i));
      }
      archive.trail().follow(corpus::history);
    }
    try (var memory = ModelMemory.open(data, CLOCK)) {
      memory.keep("request", "reply");
    }
    Files.writeString(data.resolve("channels.key"), "00");
    return data;
  }

  private static Path notice(Path folder, int number) {
    try {
      return Files.writeString(
          folder.resolve("notice-%d.txt".formatted(number)),
          NOTICE.formatted(number, 1000 + number));
    } catch (IOException full) {
      throw new IllegalStateException(full);
    }
  }

  private static List<String> tables(Path data) throws Exception {
    var lines = new ArrayList<String>();
    try (var storage = Storage.in(data);
        var holdings = Holdings.of(storage)) {
      for (var database : holdings.databases()) {
        database.asOfNow((connection, tables) -> {
          for (var table : tables) {
            var text = new StringWriter();
            table.write(connection, text);
            lines.add(database.name() + "." + table.name() + "\n" + text);
          }
        });
      }
    }
    return lines;
  }
}
