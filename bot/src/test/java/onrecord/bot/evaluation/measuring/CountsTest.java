package onrecord.bot.evaluation.measuring;

import static onrecord.bot.Verdict.ANSWERED;
import static onrecord.bot.Verdict.DEFERRED;
import static onrecord.bot.Verdict.NOT_DISCLOSED;
import static onrecord.bot.evaluation.measuring.Given.outcomes;
import static onrecord.bot.evaluation.measuring.Given.question;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import onrecord.bot.Verdict;
import org.junit.jupiter.api.Test;

class CountsTest {

  /// The example of scikit-learn's `confusion_matrix`: `[2, 0, 2, 2, 0, 1]` given as
  /// `[0, 0, 2, 2, 0, 2]` comes to `[[2, 0, 0], [0, 0, 1], [1, 0, 2]]`.
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
