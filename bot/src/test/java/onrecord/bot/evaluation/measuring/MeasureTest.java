package onrecord.bot.evaluation.measuring;

import static onrecord.bot.Verdict.ANSWERED;
import static onrecord.bot.Verdict.DEFERRED;
import static onrecord.bot.Verdict.NOT_DISCLOSED;
import static onrecord.bot.Verdict.OUT_OF_SCOPE;
import static onrecord.bot.Verdict.PARTLY_DEFERRED;
import static onrecord.bot.evaluation.measuring.Given.outcomes;
import static onrecord.bot.evaluation.measuring.Given.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Each measure against values worked out by hand.
class MeasureTest {

  /// Four that must be deferred, four that must not, one of either.
  private static final List<Outcome> DEFERRALS =
      outcomes(
          question("f1", DEFERRED, PARTLY_DEFERRED).gets(DEFERRED),
          question("f2", DEFERRED).gets(DEFERRED),
          question("f3", DEFERRED, PARTLY_DEFERRED).gets(ANSWERED),
          question("f4", DEFERRED).gets(NOT_DISCLOSED),
          question("a1", ANSWERED).gets(ANSWERED),
          question("a2", ANSWERED).gets(PARTLY_DEFERRED),
          question("a3", ANSWERED).gets(NOT_DISCLOSED),
          question("n1", NOT_DISCLOSED).gets(NOT_DISCLOSED),
          question("e1", ANSWERED, DEFERRED).gets(DEFERRED));

  @Test
  void verdictAccuracyIsTheShareOfAcceptedVerdicts() {
    assertThat(score(Measure.VERDICT, DEFERRALS)).isEqualTo(5.0 / 9);
  }

  @Test
  void aLeakIsAQuestionThatMustBeDeferredAndWasAnswered() {
    assertThat(score(Measure.LEAKS, DEFERRALS)).isEqualTo(1);
    assertThat(score(Measure.LEAK_RATE, DEFERRALS)).isEqualTo(1.0 / 4);
  }

  /// As `recall_score` and `precision_score` define them: tp / (tp + fn) and tp / (tp + fp). The one
  /// question for which either is right counts in neither.
  @Test
  void deferralRecallAndPrecisionAreThoseOfTheClassDeferred() {
    double truePositives = 2;
    double falseNegatives = 2;
    double falsePositives = 1;

    assertThat(score(Measure.DEFERRAL_RECALL, DEFERRALS))
        .isEqualTo(truePositives / (truePositives + falseNegatives));
    assertThat(score(Measure.DEFERRAL_PRECISION, DEFERRALS))
        .isEqualTo(truePositives / (truePositives + falsePositives));
  }

  @Test
  void overDeferralIsTheFalsePositiveRate() {
    assertThat(score(Measure.OVER_DEFERRAL, DEFERRALS)).isEqualTo(1.0 / 4);
  }

  @Test
  void theUnanswerableMustBeTurnedAway() {
    var outcomes =
        outcomes(
            question("a", NOT_DISCLOSED).gets(NOT_DISCLOSED),
            question("b", NOT_DISCLOSED, OUT_OF_SCOPE).gets(ANSWERED),
            question("c", OUT_OF_SCOPE).gets(DEFERRED),
            question("d", NOT_DISCLOSED, ANSWERED).gets(ANSWERED),
            question("e", ANSWERED).gets(ANSWERED));

    assertThat(score(Measure.REJECTION, outcomes)).isEqualTo(2.0 / 3);
  }

  @Test
  void factsCountByQuestionAndKeyPointsByFact() {
    var outcomes =
        outcomes(
            question("a", ANSWERED).gets(ANSWERED).withFacts(3, 1),
            question("b", ANSWERED).gets(ANSWERED).withFacts(1, 0),
            question("c", ANSWERED).gets(ANSWERED));

    assertThat(score(Measure.FACTS, outcomes)).isEqualTo(1.0 / 2);
    assertThat(score(Measure.KEYPOINTS, outcomes)).isEqualTo(3.0 / 4);
  }

  @Test
  void citationsCountByQuestionByPlaceAndByCitation() {
    var outcomes =
        outcomes(
            question("a", ANSWERED).gets(ANSWERED).findingAt(1, 0).citing(3, 1),
            question("b", ANSWERED).gets(ANSWERED).findingAt(2).citing(1, 1),
            question("c", ANSWERED).gets(ANSWERED).citing(5, 0));

    assertThat(score(Measure.CITATIONS, outcomes)).isEqualTo(1.0 / 2);
    assertThat(score(Measure.CITATION_RECALL, outcomes)).isEqualTo(2.0 / 3);
    assertThat(score(Measure.CITATION_PRECISION, outcomes)).isEqualTo(2.0 / 4);
  }

  @Test
  void supportIsTheShareOfSentencesThatSomethingBearsOut() {
    var outcomes =
        outcomes(
            question("a", ANSWERED).gets(ANSWERED).saying(4, 1),
            question("b", ANSWERED).gets(ANSWERED).saying(1, 0));

    assertThat(score(Measure.SUPPORT, outcomes)).isEqualTo(4.0 / 5);
    assertThat(score(Measure.UNSUPPORTED, outcomes)).isEqualTo(1);
  }

  @Test
  void retrievalMeasuresAreMeansOverQuestionsWithGoldPlaces() {
    var outcomes =
        outcomes(
            question("a", ANSWERED).gets(ANSWERED).findingAt(1, 3),
            question("b", ANSWERED).gets(ANSWERED).findingAt(6),
            question("c", ANSWERED).gets(ANSWERED).findingAt(0),
            question("d", ANSWERED).gets(ANSWERED));

    assertThat(score(Measure.RECALL_AT_1, outcomes)).isEqualTo((0.5 + 0 + 0) / 3);
    assertThat(score(Measure.RECALL_AT_5, outcomes)).isEqualTo((1.0 + 0 + 0) / 3);
    assertThat(score(Measure.RECALL_AT_10, outcomes)).isEqualTo((1.0 + 1.0 + 0) / 3);
    assertThat(score(Measure.MRR, outcomes)).isEqualTo((1.0 + 1.0 / 6 + 0) / 3);
    double first = (1 + 1 / log2(4)) / (1 + 1 / log2(3));
    double second = 1 / log2(7);
    assertThat(score(Measure.NDCG_AT_10, outcomes)).isCloseTo((first + second) / 3, within(1e-12));
  }

  private static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }

  @Test
  void aGroupIsRobustIfAllItsWordingsGetOneVerdictAndTheSameFacts() {
    var outcomes =
        outcomes(
            question("a1", ANSWERED).gets(ANSWERED).withFacts(1, 0).in("a"),
            question("a2", ANSWERED).gets(ANSWERED).withFacts(1, 0).in("a"),
            question("b1", ANSWERED).gets(ANSWERED).withFacts(1, 0).in("b"),
            question("b2", ANSWERED).gets(ANSWERED).withFacts(1, 1).in("b"),
            question("c1", ANSWERED).gets(NOT_DISCLOSED).withFacts(1, 1).in("c"),
            question("c2", ANSWERED).gets(NOT_DISCLOSED).withFacts(1, 1).in("c"),
            question("d", ANSWERED).gets(ANSWERED));

    assertThat(score(Measure.ROBUSTNESS, outcomes)).isEqualTo(2.0 / 3);
    assertThat(score(Measure.ROBUST_AND_RIGHT, outcomes)).isEqualTo(1.0 / 3);
  }

  @Test
  void consistencyHoldsAllRoundsOfAQuestionAgainstEachOther() {
    var outcomes =
        outcomes(
            question("a", ANSWERED).gets(ANSWERED).inRound(1, "same"),
            question("a", ANSWERED).gets(ANSWERED).inRound(2, "same"),
            question("b", ANSWERED).gets(ANSWERED).inRound(1, "one"),
            question("b", ANSWERED).gets(ANSWERED).inRound(2, "other"),
            question("c", ANSWERED).gets(ANSWERED).inRound(1, "alone"));

    assertThat(score(Measure.CONSISTENCY, outcomes)).isEqualTo(1.0 / 2);
  }

  @Test
  void onlyTheFirstRoundCountsForAllElse() {
    var outcomes =
        outcomes(
            question("a", ANSWERED).gets(ANSWERED).inRound(1, "right"),
            question("a", ANSWERED).gets(DEFERRED).inRound(2, "wrong"));

    assertThat(score(Measure.VERDICT, outcomes)).isEqualTo(1);
    assertThat(Scoreboard.of(outcomes).questions()).isEqualTo(1);
  }

  @Test
  void aQuestionWithoutAnAnswerIsWrongInEveryWay() {
    var outcomes = outcomes(question("a", ANSWERED).withFacts(1, 1).findingAt(0));

    assertThat(score(Measure.VERDICT, outcomes)).isZero();
    assertThat(score(Measure.FACTS, outcomes)).isZero();
    assertThat(score(Measure.CITATION_RECALL, outcomes)).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void everyMeasureIsDefinedAndHasASource(Measure measure) {
    assertThat(measure.definition()).hasSizeGreaterThan(20).endsWith(".");
    assertThat(measure.source()).isNotBlank();
    assertThat(Measure.ofKey(measure.key())).isEqualTo(measure);
  }

  @Test
  void anUnknownMeasureIsToldWhichThereAre() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Measure.ofKey("verdikt"))
        .withMessageContainingAll("'verdikt'", "verdict", "citation-recall");
  }

  @Test
  void whatIsNotMeasuredHasNoValue() {
    var score = Scoreboard.of(outcomes(question("a", ANSWERED).gets(ANSWERED))).score(Measure.FACTS);

    assertThat(score.isMeasured()).isFalse();
    assertThat(score.shown()).isEqualTo("–");
  }

  private static double score(Measure measure, List<Outcome> outcomes) {
    return Scoreboard.of(outcomes, List.of(measure)).score(measure).value();
  }
}
