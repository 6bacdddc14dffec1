package onrecord.retrieval;

import static onrecord.retrieval.MemoryCorpus.LANTERN;
import static onrecord.retrieval.MemoryCorpus.PUBLISHED;
import static onrecord.retrieval.MemoryCorpus.between;
import static onrecord.retrieval.MemoryCorpus.prose;
import static onrecord.retrieval.MemoryCorpus.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import onrecord.corpus.Corpus;
import onrecord.corpus.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How every engine's index follows its corpus and its models.
public abstract class IndexLifeContract {

  @TempDir Path directory;

  private final MemoryCorpus corpus =
      new MemoryCorpus()
          .with(report(LANTERN, "a"), prose("江州工厂生产正常。"), prose("员工总数五百人。"))
          .with(report(LANTERN, "b"), prose("股东户数三万户。"));

  /// The index of a corpus, by the engine tested, with the same passages each time the same
  /// directory is given.
  protected abstract SearchIndex open(Corpus corpus, Path directory, EmbeddingModels models);

  @Test
  void reconcilingAgainChangesNothing() throws InterruptedException {
    var model = new CountingModel();
    try (var index = open(model)) {
      index.awaitVectors();
      index.reconcile();
      index.awaitVectors();

      assertThat(index.progress()).isEqualTo(new SearchIndex.Progress(3, 3));
      assertThat(model.calls()).isEqualTo(3);
    }
  }

  @Test
  void newChangedAndVanishedDisclosuresAreFollowed() throws InterruptedException {
    try (var index = open(new CountingModel())) {
      corpus.with(report(LANTERN, "c"), prose("江州工厂扩建。"));
      corpus.with(between(report(LANTERN, "a"), PUBLISHED, null), prose("江州工厂停产。"));
      corpus.without(report(LANTERN, "b"));
      index.reconcile();

      assertThat(texts(index, "江州工厂")).containsExactlyInAnyOrder("江州工厂停产。", "江州工厂扩建。");
      assertThat(texts(index, "股东户数")).isEmpty();
      index.awaitVectors();
      assertThat(index.progress()).isEqualTo(new SearchIndex.Progress(2, 2));
    }
  }

  @Test
  void whatWasIndexedIsThereAfterARestartWithNothingComputedAgain() throws InterruptedException {
    try (var index = open(new CountingModel())) {
      index.awaitVectors();
    }
    var model = new CountingModel();
    try (var index = open(model)) {
      index.awaitVectors();

      assertThat(index.progress()).isEqualTo(new SearchIndex.Progress(3, 3));
      assertThat(model.calls()).isZero();
    }
  }

  @Test
  void vectorsGoOnWhereAnEarlierRunStopped() throws InterruptedException {
    try (var index = open(new CountingModel(1))) {
      assertThatThrownBy(index::awaitVectors)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageStartingWith("2 passages have no vector");
      assertThat(index.progress()).isEqualTo(new SearchIndex.Progress(3, 1));
    }
    var model = new CountingModel();
    try (var index = open(model)) {
      index.awaitVectors();

      assertThat(index.progress()).isEqualTo(new SearchIndex.Progress(3, 3));
      assertThat(model.calls()).isEqualTo(2);
    }
  }

  @Test
  void passagesAreFoundByWordsWhileTheModelFails() {
    try (var index = open(new CountingModel(0))) {
      assertThat(texts(index, "员工总数")).startsWith("员工总数五百人。");
    }
  }

  @Test
  void aRebuildUsesTheVectorsKept() throws InterruptedException {
    var model = new CountingModel();
    try (var index = open(model)) {
      index.awaitVectors();
      index.rebuild();

      assertThat(index.progress()).isEqualTo(new SearchIndex.Progress(3, 3));
      assertThat(model.calls()).isEqualTo(3);
    }
  }

  @Test
  void vectorsOfAnotherModelAreNotMixedIn() throws InterruptedException {
    try (var index = open(new CountingModel())) {
      index.awaitVectors();
    }
    var model = new CountingModel();
    try (var index = open(corpus, directory, model.models("another"))) {
      index.awaitVectors();

      assertThat(model.calls()).isEqualTo(3);
      assertThat(index.progress()).isEqualTo(new SearchIndex.Progress(3, 3));
    }
  }

  @Test
  void whatIsNewIsFoundWhileAModelIsExchanged() throws InterruptedException {
    try (var index = open(new CountingModel())) {
      index.awaitVectors();
    }
    var slow = new HeldModel();
    try (var index = open(corpus, directory, slow.models("another"))) {
      assertThat(texts(index, "员工总数")).startsWith("员工总数五百人。");
      corpus.with(report(LANTERN, "c"), prose("江州工厂扩建。"));
      corpus.without(report(LANTERN, "b"));
      index.reconcile();
      assertThat(texts(index, "江州工厂扩建")).startsWith("江州工厂扩建。");
      assertThat(texts(index, "股东户数")).isEmpty();
      slow.release();
      index.awaitVectors();

      assertThat(texts(index, "江州工厂扩建")).startsWith("江州工厂扩建。");
      assertThat(texts(index, "股东户数")).isEmpty();
      assertThat(index.progress()).isEqualTo(new SearchIndex.Progress(3, 3));
    }
  }

  private SearchIndex open(CountingModel model) {
    return open(corpus, directory, model.models("counting"));
  }

  private static List<String> texts(SearchIndex index, String question) {
    return index.retrieve(Query.of(question, Language.ZH, PUBLISHED, 10)).stream()
        .filter(evidence -> evidence.coverage() > 0.5)
        .map(evidence -> evidence.passage().text())
        .toList();
  }
}
