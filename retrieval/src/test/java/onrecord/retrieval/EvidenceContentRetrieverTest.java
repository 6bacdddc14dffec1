package onrecord.retrieval;

import static onrecord.retrieval.MemoryCorpus.LANTERN;
import static onrecord.retrieval.MemoryCorpus.PUBLISHED;
import static onrecord.retrieval.MemoryCorpus.prose;
import static onrecord.retrieval.MemoryCorpus.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.rag.content.ContentMetadata;
import dev.langchain4j.rag.query.Query;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceContentRetrieverTest {

  private final MemoryCorpus corpus =
      new MemoryCorpus().with(report(LANTERN, "a"), prose("江州工厂生产正常。", "经营情况"));

  @TempDir Path directory;

  @Test
  void aPassageComesWithItsPlaceAndScore() {
    try (var index = open()) {
      var content =
          new EvidenceContentRetriever(index, () -> PUBLISHED, 3)
              .retrieve(Query.from("江州工廠"))
              .getFirst();

      assertThat(content.textSegment().text()).isEqualTo("江州工厂生产正常。");
      assertThat(content.textSegment().metadata().toMap())
          .containsEntry("passage", "a#0")
          .containsEntry("issuer", "900001")
          .containsEntry("title", "青灯科技2024年年度报告")
          .containsEntry("section", "经营情况")
          .containsEntry("page", 1);
      assertThat(content.metadata()).containsKey(ContentMetadata.SCORE);
    }
  }

  @Test
  void nothingIsFoundBeforeItsPublication() {
    try (var index = open()) {
      Instant before = PUBLISHED.minusSeconds(1);

      assertThat(new EvidenceContentRetriever(index, () -> before, 3).retrieve(Query.from("江州工厂")))
          .isEmpty();
    }
  }

  private SearchIndex open() {
    return SearchIndexes.open(corpus, directory, new CountingModel().models("counting"));
  }
}
