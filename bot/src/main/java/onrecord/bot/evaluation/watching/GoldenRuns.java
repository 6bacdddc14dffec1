package onrecord.bot.evaluation.watching;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts the golden questions whenever there is an occasion to, without holding up whoever tells of
/// it. Occasions that come while they are being put have one run together.
public final class GoldenRuns implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(GoldenRuns.class);

  private final Golden golden;
  private final Preparation preparation;
  private final BlockingQueue<String> occasions = new LinkedBlockingQueue<>();
  private final Thread runner = Thread.ofVirtual().name("golden").unstarted(this::runs);

  /// What must be done before a run.
  public interface Preparation {

    /// Returns when what is published is searched as it will be from now on.
    void await() throws InterruptedException;
  }

  public GoldenRuns(Golden golden, Preparation preparation) {
    this.golden = golden;
    this.preparation = preparation;
  }

  /// Begins to listen.
  public void start() {
    runner.start();
  }

  /// Something happened that may have changed answers.
  public void after(String occasion) {
    occasions.add(occasion);
  }

  private void runs() {
    try {
      while (true) {
        var together = new ArrayList<>(List.of(occasions.take()));
        preparation.await();
        occasions.drainTo(together);
        run(
            together.stream()
                .distinct()
                .filter(occasion -> !occasion.equals(GoldenRun.START))
                .collect(Collectors.joining(", ")));
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void run(String occasion) {
    try {
      golden.run(occasion);
    } catch (RuntimeException failure) {
      // The next occasion tries again.
      LOG.error("The golden questions could not be put after {}", occasion, failure);
    }
  }

  @Override
  public void close() {
    runner.interrupt();
  }
}
