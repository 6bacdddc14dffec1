package onrecord.retrieval;

import static onrecord.retrieval.MemoryCorpus.LANTERN;
import static onrecord.retrieval.MemoryCorpus.PUBLISHED;
import static onrecord.retrieval.MemoryCorpus.prose;
import static onrecord.retrieval.MemoryCorpus.report;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import onrecord.corpus.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// With the models that come with the application.
class MeaningTest {

  @Test
  void passagesAreFoundByMeaningInTheQuestionsLanguage(@TempDir Path directory)
      throws InterruptedException {
    var corpus =
        new MemoryCorpus()
            .with(
                report(LANTERN, "a"),
                prose("职工薪酬水平与上年相比有所提高。"),
                prose("本期購入機器設備，擴大產能。"),
                prose("The board proposes to pay shareholders nine cents in cash."),
                prose("Cooling towers were inspected in spring."));
    try (var index = SearchIndexes.open(corpus, directory, EmbeddingModels.builtIn())) {
      index.awaitVectors();

      assertThat(first(index, "员工工资涨了没有", Language.ZH)).isEqualTo("a#0");
      assertThat(first(index, "新买了哪些生产装备", Language.ZH)).isEqualTo("a#1");
      assertThat(first(index, "What dividend will be distributed?", Language.EN)).isEqualTo("a#2");
    }
  }

  private static String first(SearchIndex index, String question, Language language) {
    var evidence = index.retrieve(Query.of(question, language, PUBLISHED, 4)).getFirst();
    assertThat(evidence.similarity()).isBetween(0.3, 1.0);
    return evidence.passage().id().value();
  }
}
