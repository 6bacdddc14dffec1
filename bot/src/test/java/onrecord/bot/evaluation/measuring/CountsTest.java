package onrecord.bot.evaluation.measuring;

import static onrecord.bot.Verdict.ANSWERED;
import static onrecord.bot.Verdict.DEFERRED;
import static onrecord.bot.Verdict.NOT_DISCLOSED;
import static onrecord.bot.evaluation.measuring.Given.outcomes;
import static onrecord.bot.evaluation.measuring.Given.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import onrecord.bot.Verdict;
import org.junit.jupiter.api.Test;

class CountsTest {

  /// The example of scikit-learn's `confusion_matrix`: `[2, 0, 2, 2, 0, 1]` given as `[0, 0, 2, 2,
  /// 0, 2]` comes to `[[2, 0, 0], [0, 0, 1], [1, 0, 2]]`.
  @Test
  void theConfusionMatrixAgreesWithScikitLearn() {
    var classes = List.of(ANSWERED, DEFERRED, NOT_DISCLOSED);
    var gold = List.of(2, 0, 2, 2, 0, 1);
    var given = List.of(0, 0, 2, 2, 0, 2);
    var outcomes = new ArrayList<Outcome>();
    for (int i = 0; i < gold.size(); i++) {
      outcomes.add(
          question("q" + i, classes.get(gold.get(i))).gets(classes.get(given.get(i))).outcome());
    }

    var confusion = Confusion.of(outcomes);

    assertThat(row(confusion, ANSWERED, classes)).containsExactly(2, 0, 0);
    assertThat(row(confusion, DEFERRED, classes)).containsExactly(0, 0, 1);
    assertThat(row(confusion, NOT_DISCLOSED, classes)).containsExactly(1, 0, 2);
  }

  /// What scikit-learn 1.9.1 gives for 40 answers: `accuracy_score`, and `precision_score`,
  /// `recall_score` and `confusion_matrix` of the class D against the rest.
  @Test
  void sharesAgreeWithScikitLearn() {
    var gold = "DADNAADADDADAAADDAAADDADAANNDADDDAAADADD";
    var given = "DADAAADANDADAAADDNAADNADAANNDADNDAAAADDD";
    var outcomes = new ArrayList<Outcome>();
    for (int i = 0; i < gold.length(); i++) {
      outcomes.add(
          question("q" + i, verdict(gold.charAt(i))).gets(verdict(given.charAt(i))).outcome());
    }

    var scores = Scoreboard.of(outcomes);

    assertThat(scores.score(Measure.VERDICT).value()).isCloseTo(0.825, within(1e-12));
    assertThat(scores.score(Measure.DEFERRAL_PRECISION).value())
        .isCloseTo(0.9333333333333333, within(1e-12));
    assertThat(scores.score(Measure.DEFERRAL_RECALL).value())
        .isCloseTo(0.7777777777777778, within(1e-12));
    assertThat(scores.score(Measure.OVER_DEFERRAL).value())
        .isCloseTo(0.045454545454545456, within(1e-12));
    assertThat(row(Confusion.of(outcomes), DEFERRED, List.of(ANSWERED, DEFERRED, NOT_DISCLOSED)))
        .containsExactly(1, 14, 3);
  }

  private static Verdict verdict(char letter) {
    return switch (letter) {
      case 'A' -> ANSWERED;
      case 'D' -> DEFERRED;
      default -> NOT_DISCLOSED;
    };
  }

  private static List<Integer> row(Confusion confusion, Verdict gold, List<Verdict> classes) {
    return classes.stream().map(given -> confusion.count(gold, given)).toList();
  }

  @Test
  void anAcceptedVerdictIsTheGoldOne() {
    var confusion = Confusion.of(outcomes(question("a", ANSWERED, DEFERRED).gets(DEFERRED)));

    assertThat(confusion.count(DEFERRED, DEFERRED)).isEqualTo(1);
    assertThat(confusion.row(ANSWERED)).isZero();
  }

  @Test
  void aQuestionWithoutAnAnswerStandsInItsRowAlone() {
    var confusion = Confusion.of(outcomes(question("a", ANSWERED)));

    assertThat(confusion.row(ANSWERED)).isEqualTo(1);
    assertThat(List.of(Verdict.values())).allMatch(given -> confusion.count(ANSWERED, given) == 0);
  }

  /// The usual example of the nearest rank: of 15, 20, 35, 40, 50 the 30th percentile is 20.
  @Test
  void percentilesAreThoseOfTheNearestRank() {
    var latency = new Percentiles(List.of(35.0, 15.0, 50.0, 20.0, 40.0));

    assertThat(latency.at(0.05)).isEqualTo(15);
    assertThat(latency.at(0.30)).isEqualTo(20);
    assertThat(latency.at(0.40)).isEqualTo(20);
    assertThat(latency.at(0.50)).isEqualTo(35);
    assertThat(latency.at(1)).isEqualTo(50);
    assertThat(new Percentiles(List.of()).at(0.5)).isZero();
  }
}
