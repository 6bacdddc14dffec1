package onrecord.bot.desk.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.zip.ZipInputStream;
import onrecord.bot.Verdict;
import onrecord.bot.answers.AnswerArchive;
import onrecord.corpus.Corpora;
import onrecord.corpus.Disclosure;
import onrecord.corpus.Language;
import onrecord.corpus.Storage;
import onrecord.retrieval.Query;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Opens a data directory that an earlier release filled: a report, its correction, and two
/// answers.
class UpgradeTest {

  @TempDir Path folder;

  @Test
  void whatAnEarlierReleaseKeptIsThere() throws Exception {
    var data = unpacked();
    try (var storage = Storage.in(data);
        var corpus = Corpora.open(storage, Corpora.Limits.DEFAULT, Clock.systemUTC());
        var index = Held.index(corpus, data)) {
      var disclosures = corpus.inForce(Instant.now());
      assertThat(disclosures)
          .extracting(Disclosure::announcementNumber)
          .containsExactly("2025-020", "2025-015");
      var correction = disclosures.getFirst();
      assertThat(correction.supersedes()).isEqualTo(disclosures.getLast().id());
      for (var disclosure : disclosures) {
        assertThat(corpus.original(disclosure.id())).isNotEmptyFile();
        assertThat(corpus.history(disclosure.id())).isNotEmpty();
      }
      assertThat(corpus.figures(correction.id()))
          .extracting(figure -> figure.metric() + " " + figure.printed())
          .contains("营业收入 1,010.00");

      index.awaitVectors();
      assertThat(index.retrieve(Query.of("营业收入", Language.ZH, Instant.now(), 5))).isNotEmpty();

      var archive = new AnswerArchive(storage, Clock.systemUTC());
      assertThat(archive.between(Instant.EPOCH, Instant.now()))
          .extracting(answer -> answer.verdict() + " " + answer.citations().getFirst().quote())
          .containsExactly(
              Verdict.ANSWERED + " 营业收入 1,010.00 800.00",
              Verdict.DEFERRED + " 营业收入 1,010.00 800.00");
      assertThat(archive.trail().verify().isIntact()).isTrue();
    }
  }

  private Path unpacked() throws IOException {
    var data = folder.resolve("data");
    try (var zip =
        new ZipInputStream(
            Objects.requireNonNull(UpgradeTest.class.getResourceAsStream("data-0.1.zip")))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (!entry.isDirectory()) {
          var file = data.resolve(entry.getName());
          Files.createDirectories(Objects.requireNonNull(file.getParent()));
          Files.copy(zip, file);
        }
      }
    }
    return data;
  }
}
