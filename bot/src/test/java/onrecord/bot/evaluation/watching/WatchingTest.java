package onrecord.bot.evaluation.watching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import onrecord.bot.Answer;
import onrecord.bot.Answers.Feedback;
import onrecord.bot.Examples;
import onrecord.bot.Question;
import onrecord.bot.Verdict;
import onrecord.bot.answers.AnswerArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchingTest {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final Instant THURSDAY = Instant.parse("2025-11-20T01:00:00Z");

  @TempDir Path folder;

  @Test
  void anAnswersSignalsComeFromItAlone() {
    var signals = Signals.of(answer("a", "营收？", THURSDAY));

    assertThat(signals.verdict()).isEqualTo(Verdict.PARTLY_DEFERRED);
    assertThat(signals.isDeferral()).isTrue();
    assertThat(signals.margin()).as("the only passage leads by all").isEqualTo(1);
    assertThat(signals.coverage()).isEqualTo(0.9);
    assertThat(signals.support()).isEqualTo(1);
    assertThat(signals.dropped()).isZero();
    assertThat(signals.reasons()).containsExactly(Answer.Reason.BEYOND_HORIZON);
    assertThat(signals.millis()).isCloseTo(0.8 + 6.1, within(1e-9));
  }

  /// Shares of 0.2 and 0.8 that become 0.5 and 0.5: (0.3)·ln(2.5) + (−0.3)·ln(0.625).
  @Test
  void driftIsThePopulationStabilityIndex() {
    var before = signals(200, 800);
    var now = signals(500, 500);

    double expected = 0.3 * Math.log(0.5 / 0.2) - 0.3 * Math.log(0.5 / 0.8);

    assertThat(Drift.of(before, now, Signals::verdict)).isCloseTo(expected, within(0.002));
    assertThat(Drift.of(before, before, Signals::verdict)).isZero();
  }

  @Test
  void aFewAnswersTellNothingOfDrift() {
    assertThat(Drift.of(signals(29, 0), signals(0, 500), Signals::verdict)).isZero();
  }

  @Test
  void aWeekIsSummedUpFromItsAnswersAndWhatAskersThought() {
    try (var archive = AnswerArchive.open(folder, Clock.fixed(THURSDAY, CHINA))) {
      archive.keep(answer("before", "营收？", Instant.parse("2025-11-12T01:00:00Z")));
      archive.keep(answer("monday", "营收？", Instant.parse("2025-11-16T16:00:00Z")));
      archive.keep(answer("thursday", "利润？", THURSDAY));
      archive.keep(answer("after", "营收？", Instant.parse("2025-11-23T16:00:00Z")));
      archive.rate("thursday", new Feedback(true, ""));
      archive.rate("thursday", new Feedback(false, "不清楚"));

      var week = WeeklySummary.of(LocalDate.parse("2025-11-20"), CHINA, History.of(archive));

      assertThat(week.from()).isEqualTo("2025-11-17");
      assertThat(week.answers()).isEqualTo(2);
      assertThat(week.before()).isEqualTo(0.25);
      assertThat(week.days().values()).containsExactly(1, 0, 0, 1, 0, 0, 0);
      assertThat(week.verdicts()).containsExactly(Map.entry(Verdict.PARTLY_DEFERRED, 2));
      assertThat(week.reasons()).containsExactly(Map.entry(Answer.Reason.BEYOND_HORIZON, 2));
      assertThat(week.helpful()).isEqualTo(1);
      assertThat(week.unhelpful()).isEqualTo(1);
      assertThat(week.text())
          .contains(
              "2025-11-17 to 2025-11-23: 2 answers", "BEYOND_HORIZON", "Helpful 1, not helpful 1");
    }
  }

  @Test
  void aWeekWithoutAnswersIsSummedUpToo() {
    try (var archive = AnswerArchive.open(folder, Clock.fixed(THURSDAY, CHINA))) {
      assertThat(WeeklySummary.of(LocalDate.parse("2025-11-20"), CHINA, History.of(archive)).text())
          .contains(": 0 answers");
    }
  }

  @Test
  void signalsStandInTheMeters() {
    var meters = new SimpleMeterRegistry();
    var watched =
        new WatchedAssistant((question, _) -> answer("a", question.text(), THURSDAY), meters);

    watched.answer(Question.of("营收？", THURSDAY));
    watched.answer(Question.of("利润？", THURSDAY));

    assertThat(
            meters
                .get("onrecord.answers")
                .tags("verdict", "PARTLY_DEFERRED", "language", "zh")
                .counter()
                .count())
        .isEqualTo(2);
    assertThat(
            meters
                .get("onrecord.answers.unanswered")
                .tag("reason", "BEYOND_HORIZON")
                .counter()
                .count())
        .isEqualTo(2);
    assertThat(meters.get("onrecord.answers.margin").summary().mean()).isEqualTo(100);
    assertThat(meters.get("onrecord.answers.dropped").counter().count()).isZero();
  }

  @Test
  void feedbackAndDriftOfTheRunningWeekAreGauges() {
    var meters = new SimpleMeterRegistry();
    try (var archive = AnswerArchive.open(folder, Clock.fixed(THURSDAY, CHINA));
        var watch = new Watch(History.of(archive), meters, Clock.fixed(THURSDAY, CHINA), CHINA)) {
      archive.keep(answer("a", "营收？", THURSDAY));
      archive.rate("a", new Feedback(false, ""));

      watch.look();

      assertThat(meters.get("onrecord.feedback").tag("helpful", "false").gauge().value())
          .isEqualTo(1);
      assertThat(meters.get("onrecord.feedback").tag("helpful", "true").gauge().value()).isZero();
      assertThat(meters.get("onrecord.drift").tag("signal", "verdict").gauge().value()).isZero();
    }
  }

  private static Answer answer(String id, String question, Instant askedAt) {
    return Examples.answer(id, Question.of(question, askedAt), askedAt);
  }

  /// So many answered, so many deferred.
  private static List<Signals> signals(int answered, int deferred) {
    var signals = new ArrayList<>(Collections.nCopies(answered, signal(Verdict.ANSWERED)));
    signals.addAll(Collections.nCopies(deferred, signal(Verdict.DEFERRED)));
    return signals;
  }

  private static Signals signal(Verdict verdict) {
    return new Signals(THURSDAY, verdict, 0, 0, 1, 0, List.of(), 1);
  }
}
