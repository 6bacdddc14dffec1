package onrecord.retrieval.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import onrecord.retrieval.ranking.Signal;
import org.junit.jupiter.api.Test;

class AblationRowTest {

  private static final Gold GOLD = new Gold(Set.of("p"), 1);

  @Test
  void aRowSaysWhatIsLostQuestionByQuestion() {
    assertThat(new AblationRow("vectors", row(true, true), row(false, false)))
        .hasToString("| vectors | .000 | -1.000 (-1.000–-1.000) | .000 | -1.000 (-1.000–-1.000) |");
  }

  @Test
  void eachSignalIsLeftOutOnce() {
    assertThat(Ablation.all()).extracting(Ablation::part).doesNotHaveDuplicates();
    assertThat(Ablation.all())
        .filteredOn(each -> each.part().startsWith("signal: "))
        .hasSize(Signal.values().length);
  }

  private static Row row(boolean... found) {
    var scores = new ArrayList<Scores>();
    for (var each : found) {
      var places = each ? List.of(Set.of("p")) : List.<Set<String>>of();
      scores.add(Scores.of(places, List.of(GOLD)));
    }
    return new Row("", scores, Collections.nCopies(found.length, 1.0));
  }
}
