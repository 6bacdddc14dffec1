package onrecord.retrieval.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScoresTest {

  @Test
  void theOneRelevantPassageAtRankTwo() {
    var scores = new Scores(List.of("a", "b", "c"), Map.of("b", 1));

    assertThat(scores.ndcg(10)).isCloseTo(Math.log(2) / Math.log(3), within(1e-9));
    assertThat(scores.reciprocalRank(10)).isEqualTo(1.0 / 2);
    assertThat(scores.recall(1)).isZero();
    assertThat(scores.recall(2)).isEqualTo(1);
  }

  @Test
  void twoRelevantPassagesOfWhichOneIsFound() {
    var scores = new Scores(List.of("a", "b"), Map.of("a", 1, "z", 1));

    assertThat(scores.recall(5)).isEqualTo(1.0 / 2);
    assertThat(scores.ndcg(10)).isCloseTo(1 / (1 + Math.log(2) / Math.log(3)), within(1e-9));
  }
}
