package onrecord.bot.desk.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import onrecord.corpus.Corpora;
import onrecord.corpus.CuratedCorpus;
import onrecord.corpus.Disclosure;
import onrecord.corpus.Disclosure.State;
import onrecord.corpus.DisclosureId;
import onrecord.corpus.Language;
import onrecord.corpus.Speaker;
import onrecord.corpus.Storage;
import onrecord.retrieval.Query;
import onrecord.retrieval.SearchIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process that imports, publishes, corrects and withdraws is killed at random moments; after
/// each restart the catalogue, the originals and the index agree, and nothing acknowledged is lost.
///
/// `-Donrecord.kills=200` for as many moments.
class KillTest {

  private static final int KILLS = Integer.getInteger("onrecord.kills", 4);

  /// A moment is so many acknowledged changes and then so many milliseconds away.
  private static final int MOST_CHANGES = 8;

  private static final int LATEST_MILLISECONDS = 250;

  @TempDir Path data;

  @Test
  void whateverTheMomentNothingAcknowledgedIsLost() throws Exception {
    var seed = Long.getLong("onrecord.kills.seed", 20_251_120L);
    var random = new Random(seed);
    var acknowledged = new ArrayList<String>();
    for (int kill = 0; kill < KILLS; kill++) {
      acknowledged.addAll(
          workUntilKilled(
              seed + kill, random.nextInt(MOST_CHANGES), random.nextInt(LATEST_MILLISECONDS)));
      check(acknowledged, "seed %d, kill %d".formatted(seed, kill));
    }
    assertThat(acknowledged).isNotEmpty();
    System.out.printf(
        "Killed at %d moments (seed %d): %d changes acknowledged, none lost.%n",
        KILLS, seed, acknowledged.size());
  }

  private List<String> workUntilKilled(long seed, int changes, int milliseconds) throws Exception {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", // it lives for a second or two
                "-cp",
                System.getProperty("java.class.path"),
                Curating.class.getName(),
                data.toString(),
                Long.toString(seed))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    var said = new ArrayList<String>();
    try (var output = process.inputReader(StandardCharsets.UTF_8)) {
      for (var line = output.readLine(); !"READY".equals(line); line = output.readLine()) {
        assertThat(line).as("it ended before it was ready").isNotNull();
      }
      var line = "";
      while (line != null && said.size() < changes) {
        line = output.readLine();
        said.add(String.valueOf(line));
      }
      process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
      // By its handle: the process itself would close what it said before.
      process.toHandle().destroyForcibly();
      for (line = output.readLine(); line != null; line = output.readLine()) {
        said.add(line);
      }
    }
    assertThat(process.waitFor()).as("killed, not ended").isEqualTo(128 + 9);
    return said;
  }

  private void check(List<String> acknowledged, String moment) throws Exception {
    try (var storage = Storage.in(data);
        var corpus = Corpora.open(storage, Corpora.Limits.DEFAULT, Clock.systemUTC());
        var index = Held.index(corpus, data)) {
      checkAcknowledged(corpus, acknowledged, moment);
      checkOriginals(corpus, moment);
      checkIndex(corpus, index, moment);
    }
  }

  private static void checkAcknowledged(
      CuratedCorpus corpus, List<String> acknowledged, String moment) {
    var now = Instant.now();
    var withdrawn = new HashSet<String>();
    for (var line : acknowledged) {
      if (line.startsWith("WITHDRAWN")) {
        withdrawn.add(line.substring(line.indexOf(' ') + 1));
      }
    }
    for (var line : acknowledged) {
      var id = new DisclosureId(line.substring(line.indexOf(' ') + 1));
      var disclosure = corpus.disclosure(id);
      assertThat(disclosure).as("%s: %s", moment, line).isPresent();
      var state = disclosure.orElseThrow().stateAt(now);
      switch (line.substring(0, line.indexOf(' '))) {
        case "WITHDRAWN" -> assertThat(state).as("%s: %s", moment, line).isEqualTo(State.WITHDRAWN);
        case "TAKEN", "PUBLISHED" ->
            assertThat(state)
                .as("%s: %s", moment, line)
                .isIn(State.PUBLISHED, State.SUPERSEDED, State.WITHDRAWN);
        case "SUPERSEDED" ->
            assertThat(disclosure.orElseThrow().replacements())
                .as("%s: %s", moment, line)
                .isNotEmpty();
        default -> assertThat(state).isNotNull();
      }
    }
  }

  private static void checkOriginals(CuratedCorpus corpus, String moment) throws Exception {
    var named = new HashSet<Path>();
    for (var disclosure : corpus.disclosures()) {
      var original = corpus.original(disclosure.id());
      named.add(original.getFileName());
      assertThat(sha256(original)).as(moment).isEqualTo(disclosure.sha256());
      assertThat(corpus.passages(disclosure.id())).as(moment).isNotEmpty();
    }
    try (var files = Files.list(corpus.originals())) {
      assertThat(files.filter(Files::isRegularFile).map(Path::getFileName))
          .as(moment)
          .containsExactlyInAnyOrderElementsOf(named);
    }
  }

  private static String sha256(Path file) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
  }

  private static void checkIndex(CuratedCorpus corpus, SearchIndex index, String moment)
      throws IOException {
    var findable =
        corpus.published().stream()
            .flatMap(disclosure -> corpus.passages(disclosure.id()).stream())
            .filter(passage -> passage.speaker() == Speaker.COMPANY)
            .count();
    assertThat(index.progress().passages()).as(moment).isEqualTo((int) findable);
    var now = Instant.now();
    var newest = corpus.inForce(now).stream().limit(3).toList();
    for (var disclosure : newest) {
      assertThat(index.retrieve(Query.of(disclosure.title(), Language.ZH, now, 50)))
          .as(moment)
          .anyMatch(found -> found.disclosure().id().equals(disclosure.id()));
    }
    assertThat(index.retrieve(Query.of("项目", Language.ZH, now, 200)))
        .as(moment)
        .allMatch(found -> found.disclosure().isInForce(now))
        .extracting(found -> corpus.disclosure(found.disclosure().id()).map(Disclosure::id))
        .doesNotContainNull();
  }
}
