package onrecord.retrieval;

import static onrecord.retrieval.MemoryCorpus.LANTERN;
import static onrecord.retrieval.MemoryCorpus.PUBLISHED;
import static onrecord.retrieval.MemoryCorpus.prose;
import static onrecord.retrieval.MemoryCorpus.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import onrecord.corpus.Language;
import org.apache.lucene.util.IOUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IndexLifeTest {

  @TempDir Path directory;

  private final MemoryCorpus corpus =
      new MemoryCorpus()
          .with(report(LANTERN, "a"), prose("江州工厂生产正常。"), prose("员工总数五百人。"))
          .with(report(LANTERN, "b"), prose("股东户数三万户。"));

  @Test
  void aDamagedFileLeadsToARebuildWhicheverItIs() throws IOException, InterruptedException {
    try (var index = open(new CountingModel())) {
      index.awaitVectors();
    }
    var files = indexFiles();
    assertThat(files).isNotEmpty();
    for (var name : files) {
      var file = generation().resolve(name);
      if (Files.exists(file)) {
        truncate(file, Files.size(file) / 2);
      }
      try (var index = open(new CountingModel())) {
        assertThat(texts(index, "员工总数")).as(name).startsWith("员工总数五百人。");
      }
    }
  }

  /// What may have become of a file.
  enum Damage {
    EMPTIED {
      @Override
      void befall(Path file) throws IOException {
        truncate(file, 0);
      }
    },
    ZEROED {
      @Override
      void befall(Path file) throws IOException {
        Files.write(file, new byte[(int) Files.size(file)]);
      }
    },
    REPLACED {
      @Override
      void befall(Path file) throws IOException {
        Files.writeString(file, "This is no index. ".repeat(50));
      }
    },
    LONGER {
      @Override
      void befall(Path file) throws IOException {
        Files.write(file, new byte[] {1, 2, 3}, StandardOpenOption.APPEND);
      }
    },
    GONE {
      @Override
      void befall(Path file) throws IOException {
        Files.delete(file);
      }
    };

    abstract void befall(Path file) throws IOException;
  }

  @ParameterizedTest
  @EnumSource
  void whateverBecameOfAFileItIsFoundAtTheStart(Damage damage)
      throws IOException, InterruptedException {
    try (var index = open(new CountingModel())) {
      index.awaitVectors();
    }
    for (var name : indexFiles()) {
      var file = generation().resolve(name);
      if (Files.exists(file)) {
        damage.befall(file);
      }
      var model = new CountingModel();
      try (var index = open(model)) {
        index.awaitVectors();
        assertThat(model.calls()).as("vectors are kept").isZero();
        assertThat(texts(index, "员工总数")).as(name).startsWith("员工总数五百人。");
        assertThat(index.progress()).isEqualTo(new SearchIndex.Progress(3, 3));
      }
    }
  }

  @Test
  void whatIsNoIndexIsNoneWhateverItsName() throws IOException, InterruptedException {
    Files.createDirectories(directory.resolve("generation-3"));
    Files.writeString(directory.resolve("generation-3").resolve("segments_1"), "none");
    Files.writeString(directory.resolve("generation-4"), "none");
    Files.writeString(directory.resolve("generation-notes.txt"), "kept");
    try (var index = open(new CountingModel())) {
      index.awaitVectors();

      assertThat(texts(index, "员工总数")).startsWith("员工总数五百人。");
    }
    assertThat(generations()).hasSize(1);
    assertThat(directory.resolve("generation-notes.txt")).hasContent("kept");
  }

  @Test
  void anIndexWhoseFilesAreTakenAwayServesOnAndIsMadeAnewWithTheNextDisclosure()
      throws IOException, InterruptedException {
    try (var index = open(new CountingModel())) {
      index.awaitVectors();
      IOUtils.rm(generation());
      assertThat(texts(index, "员工总数")).startsWith("员工总数五百人。");

      corpus.with(report(LANTERN, "c"), prose("江州工厂扩建。"));
      index.reconcile();
      assertThat(texts(index, "江州工厂扩建")).startsWith("江州工厂扩建。");
      assertThat(texts(index, "员工总数")).startsWith("员工总数五百人。");
      index.awaitVectors();
      assertThat(index.progress()).isEqualTo(new SearchIndex.Progress(4, 4));
    }
    var model = new CountingModel();
    try (var index = open(model)) {
      index.awaitVectors();

      assertThat(model.calls()).isZero();
      assertThat(texts(index, "江州工厂扩建")).startsWith("江州工厂扩建。");
    }
  }

  @Test
  void aFlippedByteLeadsToARebuild() throws IOException, InterruptedException {
    try (var index = open(new CountingModel())) {
      index.awaitVectors();
    }
    for (var name : indexFiles()) {
      var file = generation().resolve(name);
      if (Files.exists(file)) {
        flip(file, Files.size(file) / 2);
      }
    }
    try (var index = open(new CountingModel())) {
      assertThat(texts(index, "员工总数")).startsWith("员工总数五百人。");
    }
  }

  @Test
  void aFormerIndexServesUntilTheOneOfTheNewModelIsWhole()
      throws InterruptedException, IOException {
    var former = new CountingModel();
    try (var index = open(former)) {
      index.awaitVectors();
    }
    var broken = new CountingModel(1);
    try (var index = SearchIndexes.open(corpus, directory, broken.models("another"))) {
      assertThatThrownBy(index::awaitVectors).isInstanceOf(IllegalStateException.class);
      corpus.with(report(LANTERN, "c"), prose("江州工厂扩建。"));
      index.reconcile();

      assertThat(texts(index, "员工总数")).startsWith("员工总数五百人。");
      assertThat(texts(index, "江州工厂扩建")).startsWith("江州工厂扩建。");
      assertThat(generations()).hasSize(2);
    }
    try (var index = SearchIndexes.open(corpus, directory, new CountingModel().models("another"))) {
      index.awaitVectors();

      assertThat(index.progress()).isEqualTo(new SearchIndex.Progress(4, 4));
      assertThat(texts(index, "江州工厂扩建")).startsWith("江州工厂扩建。");
      assertThat(generations()).hasSize(1);
    }
  }

  @Test
  void aRebuildThatWasCutShortGoesOnWhileTheFormerIndexServes()
      throws InterruptedException, IOException {
    try (var index = open(new CountingModel())) {
      index.awaitVectors();
    }
    Files.delete(directory.resolve("vectors.bin"));
    try (var index = open(new CountingModel(1))) {
      index.rebuild();
      assertThatThrownBy(index::awaitVectors).isInstanceOf(IllegalStateException.class);
      assertThat(texts(index, "员工总数")).startsWith("员工总数五百人。");
    }
    assertThat(generations()).hasSize(2);
    truncateNewest();
    try (var index = open(new CountingModel())) {
      index.awaitVectors();
      assertThat(texts(index, "员工总数")).startsWith("员工总数五百人。");
      assertThat(index.progress()).isEqualTo(new SearchIndex.Progress(3, 3));
    }
    assertThat(generations()).hasSize(1);
  }

  private void truncateNewest() throws IOException {
    try (var files = Files.list(generations().getLast())) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        truncate(file, Files.size(file) / 2);
      }
    }
  }

  @Test
  void aHalfWrittenVectorIsDroppedAndComputedAgain() throws IOException, InterruptedException {
    try (var index = open(new CountingModel())) {
      index.awaitVectors();
    }
    truncate(directory.resolve("vectors.bin"), Files.size(directory.resolve("vectors.bin")) - 5);
    var model = new CountingModel();
    try (var index = open(model)) {
      index.rebuild();
      index.awaitVectors();

      assertThat(model.calls()).isEqualTo(1);
    }
  }

  @Test
  void anIndexInUseSaysSo() {
    try (var _ = open(new CountingModel())) {
      assertThatThrownBy(() -> open(new CountingModel()))
          .isInstanceOf(IndexInUseException.class)
          .hasMessageContaining(directory.toString())
          .hasMessageContaining("another process");
    }
  }

  private SearchIndex open(CountingModel model) {
    return SearchIndexes.open(corpus, directory, model.models("counting"));
  }

  private static List<String> texts(SearchIndex index, String question) {
    return index.retrieve(Query.of(question, Language.ZH, PUBLISHED, 10)).stream()
        .filter(evidence -> evidence.coverage() > 0.5)
        .map(evidence -> evidence.passage().text())
        .toList();
  }

  private List<Path> generations() throws IOException {
    try (var files = Files.list(directory)) {
      return files.filter(Files::isDirectory).sorted().toList();
    }
  }

  private Path generation() throws IOException {
    var generations = generations();
    assertThat(generations).hasSize(1);
    return generations.getFirst();
  }

  private List<String> indexFiles() throws IOException {
    try (var files = Files.list(generation())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.equals("write.lock"))
          .sorted()
          .toList();
    }
  }

  private static void truncate(Path file, long size) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(size);
    }
  }

  private static void flip(Path file, long offset) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      var one = ByteBuffer.allocate(1);
      channel.read(one, offset);
      channel.write(ByteBuffer.wrap(new byte[] {(byte) ~one.get(0)}), offset);
    }
  }
}
