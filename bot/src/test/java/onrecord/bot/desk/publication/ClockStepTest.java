package onrecord.bot.desk.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import onrecord.bot.answers.AnswerArchive;
import onrecord.corpus.Corpora;
import onrecord.corpus.CuratedCorpus;
import onrecord.corpus.Disclosure;
import onrecord.corpus.DisclosureId;
import onrecord.corpus.Intake;
import onrecord.corpus.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A clock that is set forward and back over the moment of a publication.
class ClockStepTest {

  private static final Instant NOON = Instant.parse("2025-11-03T04:00:00Z");

  @TempDir Path folder;

  @Test
  void theInstantAloneDecidesWhatCountsAndNothingIsToldTwice() throws Exception {
    var clock = new SetClock();
    try (var storage = Storage.in(folder.resolve("data"));
        var corpus = Corpora.open(storage, Corpora.Limits.DEFAULT, clock);
        var index = Held.index(corpus, folder.resolve("data"))) {
      var trail = new AnswerArchive(storage, clock).trail();
      var told = new ArrayList<DisclosureId>();
      try (var announcer =
          new Announcer(
              corpus, index, trail, event -> told.add(event.disclosure().id()), () -> true)) {
        var file = Files.writeString(folder.resolve("report.md"), Held.report("青岚湖", 1));
        var report = ((Intake.Taken) corpus.draft(file)).disclosure().id();
        corpus.publish(report, NOON.plus(Duration.ofHours(1)));

        announcer.look();
        assertThat(told).isEmpty();
        assertThat(isInForce(report, corpus, clock)).isFalse();

        clock.step(Duration.ofHours(2));
        announcer.look();
        assertThat(told).containsExactly(report);
        assertThat(isInForce(report, corpus, clock)).isTrue();

        clock.step(Duration.ofHours(-3));
        announcer.look();
        assertThat(isInForce(report, corpus, clock)).isFalse();

        clock.step(Duration.ofHours(4));
        announcer.look();
        assertThat(isInForce(report, corpus, clock)).isTrue();
        assertThat(told).containsExactly(report);
        assertThat(trail.verify().faults()).isEmpty();
      }
    }
  }

  private static boolean isInForce(DisclosureId id, CuratedCorpus corpus, Clock clock) {
    return corpus.inForce(clock.instant()).stream().map(Disclosure::id).anyMatch(id::equals);
  }

  /// Stands still until it is set.
  private static final class SetClock extends Clock {

    private Instant now = NOON;

    void step(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return Clock.fixed(now, zone);
    }
  }
}
