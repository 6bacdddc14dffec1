package onrecord.bot.operation.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import onrecord.bot.answers.AnswerArchive;
import onrecord.bot.desk.keys.ApiKeys;
import onrecord.bot.desk.people.People;
import onrecord.bot.desk.questions.ApprovedAnswer;
import onrecord.bot.desk.questions.ApprovedAnswers;
import onrecord.bot.desk.questions.QuestionGroups;
import onrecord.bot.operation.backup.Backup;
import onrecord.corpus.Corpora;
import onrecord.corpus.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A desk at work is killed at random moments: after each, what it acknowledged is there, the audit
/// trail is whole, and each back-up is whole or none.
///
/// `-Donrecord.kills=200` for as many moments.
class DeskKillTest {

  private static final Clock CLOCK = Clock.systemUTC();
  private static final int KILLS = Integer.getInteger("onrecord.kills", 2);

  /// A moment is so many acknowledged changes and then so many milliseconds away.
  private static final int MOST_CHANGES = 30;

  private static final int LATEST_MILLISECONDS = 100;

  @TempDir Path folder;

  @Test
  void whateverTheMomentNothingAcknowledgedIsLost() throws Exception {
    var seed = Long.getLong("onrecord.kills.seed", 20_251_120L);
    var random = new Random(seed);
    Files.createDirectory(folder.resolve("backups"));
    var acknowledged = new ArrayList<String>();
    for (int kill = 0; kill < KILLS; kill++) {
      acknowledged.addAll(
          workUntilKilled(
              seed + kill, 1 + random.nextInt(MOST_CHANGES), random.nextInt(LATEST_MILLISECONDS)));
      check(acknowledged, "seed %d, kill %d".formatted(seed, kill));
    }
    assertThat(acknowledged).isNotEmpty();
  }

  private List<String> workUntilKilled(long seed, int changes, int milliseconds) throws Exception {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                DeskAtWork.class.getName(),
                folder.resolve("data").toString(),
                folder.resolve("backups").toString(),
                Long.toString(seed))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    var said = new ArrayList<String>();
    try (var output = process.inputReader(StandardCharsets.UTF_8)) {
      for (var line = output.readLine(); !"READY".equals(line); line = output.readLine()) {
        assertThat(line).as("it ended before it was ready").isNotNull();
      }
      for (var line = ""; line != null && said.size() < changes; line = output.readLine()) {
        note(line, said);
      }
      process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
      // By its handle: the process itself would close what it said before.
      process.toHandle().destroyForcibly();
      output.lines().forEach(line -> note(line, said));
    }
    assertThat(process.waitFor()).as("killed, not ended").isEqualTo(128 + 9);
    return said;
  }

  private static void note(String line, List<String> said) {
    if (line.startsWith(DeskAtWork.ACKNOWLEDGED)) {
      said.add(line.substring(DeskAtWork.ACKNOWLEDGED.length()));
    }
  }

  private void check(List<String> acknowledged, String moment) throws IOException {
    try (var storage = Storage.in(folder.resolve("data"));
        var corpus = Corpora.open(storage, Corpora.Limits.DEFAULT, CLOCK)) {
      var archive = new AnswerArchive(storage, CLOCK);
      var groups = new QuestionGroups(storage, DeskAtWork.alike(), CLOCK);
      var approved = new ApprovedAnswers(storage, groups, corpus, archive.trail(), CLOCK);
      var people = new People(storage, archive.trail(), password -> password, CLOCK);
      var keys = new ApiKeys(storage, archive.trail(), CLOCK);
      for (var line : acknowledged) {
        var name = line.substring(line.indexOf(' ') + 1);
        var held =
            switch (line.substring(0, line.indexOf(' '))) {
              case "KEPT" -> archive.answer(name).isPresent();
              case "RATED" -> !archive.feedback(name).isEmpty();
              case "APPROVED" -> isApproved(approved, name);
              case "ADDED" -> people.person(name).isPresent();
              case "ISSUED" -> keys.key(name).isPresent();
              case "SAVED" -> Files.isDirectory(Path.of(name));
              default -> false;
            };
        assertThat(held).as("%s: %s", moment, line).isTrue();
      }
      assertThat(archive.trail().verify().faults()).as(moment).isEmpty();
    }
    try (var backups = Files.newDirectoryStream(folder.resolve("backups"), "backup-*")) {
      backups.forEach(backup ->
          assertThat(Backup.in(backup).manifest().corpusRevision()).as(moment).isPositive());
    }
  }

  private static boolean isApproved(ApprovedAnswers approved, String id) {
    return approved
        .answer(id)
        .filter(answer -> answer.stateAt(CLOCK.instant()) == ApprovedAnswer.State.APPROVED)
        .isPresent();
  }
}
