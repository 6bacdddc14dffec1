package onrecord.retrieval.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import onrecord.corpus.DisclosureKind;
import onrecord.corpus.Language;
import onrecord.corpus.PassageId;
import onrecord.retrieval.Query;
import onrecord.retrieval.analysis.QueryTerms;
import onrecord.retrieval.analysis.Stated;
import onrecord.retrieval.asking.Asked;
import org.junit.jupiter.api.Test;

class FusionTest {

  private static final Asked ASKED =
      new Asked(
          Query.of("员工总数", Language.ZH, Instant.EPOCH, 10),
          new QueryTerms(Map.of(), List.of(), List.of(), List.of(), ""),
          Set.of(),
          null,
          Set.of(),
          Set.of(),
          Set.of(),
          false);

  @Test
  void wordsAndMeaningAreAddedByTheirWeights() {
    var scores =
        new Fusion(0.25).scores(ASKED, List.of(candidate("a", 4, 0.2), candidate("b", 0, 0.6)));

    assertThat(scores).containsExactly(0.75, 0.25);
  }

  @Test
  void aPassageWhoseVectorIsStillToComeIsNotThoughtUnlike() {
    var scores =
        new Fusion(0.5)
            .scores(ASKED, List.of(candidate("a", 1, 0.6), candidate("b", 1, Double.NaN)));

    assertThat(scores[0]).isEqualTo(scores[1]);
  }

  private static Candidate candidate(String id, double words, double similarity) {
    return new Candidate(
        new PassageId(id + "#0"),
        words,
        similarity,
        1,
        1,
        null,
        new Stated(0, 0),
        DisclosureKind.ANNUAL_REPORT,
        0,
        null,
        1,
        null,
        false);
  }
}
