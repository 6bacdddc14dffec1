package onrecord.retrieval.measure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import onrecord.corpus.Corpora;
import onrecord.corpus.Corpus;
import onrecord.retrieval.EmbeddingModels;
import onrecord.retrieval.embedding.EmbeddingText;

/// How many passages a second the embedding models alone turn into vectors, on as many threads as
/// an index uses: what the filling of an index with vectors is held against.
public final class MeasureEmbedding {

  private static final int WARM_UP = 50;

  private MeasureEmbedding() {}

  /// @param arguments a data directory that nobody has open, and for how many seconds to measure
  public static void main(String[] arguments) throws InterruptedException {
    try (var corpus = Corpora.open(Path.of(arguments[0]))) {
      var texts = texts(corpus);
      texts.stream().limit(WARM_UP).forEach(MeasureEmbedding::embed);
      var time = Duration.ofSeconds(Long.parseLong(arguments[1]));
      System.out.printf("%.1f%n", perSecond(texts, time));
    }
  }

  private static List<EmbeddingText> texts(Corpus corpus) {
    return corpus.published().stream()
        .flatMap(disclosure ->
            corpus.passages(disclosure.id()).stream()
                .map(passage -> EmbeddingText.of(disclosure, passage)))
        .toList();
  }

  private static double perSecond(List<EmbeddingText> texts, Duration time)
      throws InterruptedException {
    var next = new AtomicInteger();
    var start = System.nanoTime();
    var threads = new Thread[Math.max(1, Runtime.getRuntime().availableProcessors())];
    for (var i = 0; i < threads.length; i++) {
      threads[i] =
          Thread.ofPlatform()
              .start(() -> {
                while (System.nanoTime() - start < time.toNanos()) {
                  embed(texts.get(next.getAndIncrement() % texts.size()));
                }
              });
    }
    for (var thread : threads) {
      thread.join();
    }
    return next.get() / ((System.nanoTime() - start) / 1e9);
  }

  private static void embed(EmbeddingText text) {
    var models = EmbeddingModels.builtIn();
    (text.chinese() ? models.chinese() : models.english()).embedding().embed(text.text());
  }
}
