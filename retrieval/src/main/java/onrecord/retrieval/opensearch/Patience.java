package onrecord.retrieval.opensearch;

import java.io.IOException;
import java.time.Duration;
import java.util.SplittableRandom;

/// Waits between tries, each time about twice as long, until it ends.
///
/// The waits differ by chance, so that those who were refused together do not come back together.
final class Patience {

  private static final Duration LONGEST = Duration.ofSeconds(5);

  private final long end;
  private final SplittableRandom random = new SplittableRandom();
  private Duration wait = Duration.ofMillis(50);

  Patience(Duration whole) {
    this.end = System.nanoTime() + whole.toNanos();
  }

  boolean isOver() {
    return System.nanoTime() - end >= 0;
  }

  void rest() throws IOException {
    try {
      Thread.sleep(wait.plusMillis(random.nextLong(wait.toMillis())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClusterException("Interrupted while the cluster was waited for", e);
    }
    var doubled = wait.multipliedBy(2);
    wait = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
  }
}
