package onrecord.bot.operation.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import onrecord.corpus.Corpora;
import onrecord.corpus.Storage;
import onrecord.retrieval.Evidence;
import onrecord.retrieval.Query;
import onrecord.retrieval.SearchIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;

class HealthTest {

  private static final Clock CLOCK = Clock.systemUTC();

  @TempDir Path folder;

  @Test
  void whileNoIndexServesItIsNotReady() throws Exception {
    try (var storage = Storage.in(folder.resolve("data"));
        var corpus = Corpora.open(storage, Corpora.Limits.DEFAULT, CLOCK)) {
      assertThat(status(new IndexHealth(corpus, new Holding(0), CLOCK)))
          .as("nothing is held, so nothing is missing")
          .isEqualTo(Status.UP);
      corpus.take(
          Files.writeString(
              folder.resolve("notice.txt"),
              "证券代码：999999 证券简称：星衡算力 公告编号：2025-001\n关于签订合同的公告\n2025年11月3日\n"));
      assertThat(status(new IndexHealth(corpus, new Holding(0), CLOCK)))
          .isEqualTo(Status.OUT_OF_SERVICE);
      assertThat(status(new IndexHealth(corpus, new Holding(1), CLOCK))).isEqualTo(Status.UP);
      assertThat(status(new IndexHealth(corpus, new Holding(-1), CLOCK))).isEqualTo(Status.DOWN);
    }
  }

  @Test
  void whileTheDatabaseIsAwayItIsNotReady() {
    var storage = Storage.in(folder.resolve("data"));
    var health = new DatabaseHealth(storage);
    assertThat(String.valueOf(health.health())).contains("UP");
    storage.close();
    assertThat(String.valueOf(health.health())).contains("DOWN");
  }

  private static Status status(IndexHealth health) {
    return Objects.requireNonNull(health.health()).getStatus();
  }

  /// An index of some passages; less than none cannot be read.
  private record Holding(int passages) implements SearchIndex {

    @Override
    public List<Evidence> retrieve(Query query) {
      return List.of();
    }

    @Override
    public void reconcile() {}

    @Override
    public Progress progress() {
      if (passages < 0) {
        throw new IllegalStateException("The files of the index are gone");
      }
      return new Progress(passages, passages);
    }

    @Override
    public void rebuild() {}

    @Override
    public void awaitVectors() {}

    @Override
    public void close() {}
  }
}
