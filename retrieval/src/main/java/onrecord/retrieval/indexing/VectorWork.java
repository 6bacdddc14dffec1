package onrecord.retrieval.indexing;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import onrecord.corpus.PassageId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Computes vectors in the background, on few threads, in the order in which passages came.
///
/// A passage that fails is found by words alone until the index is opened again; whoever waits is
/// told.
final class VectorWork implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(VectorWork.class);

  /// So many vectors between two times of making them searchable.
  private static final int BATCH = 200;

  private final Deque<PassageId> waiting = new ArrayDeque<>();
  private final Map<PassageId, Exception> failed = new LinkedHashMap<>();
  private final Thread[] threads;
  private final Step step;
  private final Settling settling;
  private int running;
  private int unsettled;
  private boolean closed;

  /// What is done for each passage.
  @FunctionalInterface
  interface Step {
    void take(PassageId passage) throws IOException;
  }

  /// What is done after some, and after the last.
  @FunctionalInterface
  interface Settling {
    void settle() throws IOException;
  }

  VectorWork(int threads, Step step, Settling settling) {
    this.step = step;
    this.settling = settling;
    this.threads = new Thread[threads];
    for (var i = 0; i < threads; i++) {
      this.threads[i] = Thread.ofPlatform().daemon().name("vectors-" + i).start(this::work);
    }
  }

  synchronized void add(Collection<PassageId> passages) {
    waiting.addAll(passages);
    notifyAll();
  }

  private void work() {
    try {
      for (var next = take(); next != null; next = take()) {
        perform(next);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized @Nullable PassageId take() throws InterruptedException {
    while (waiting.isEmpty() && !closed) {
      wait();
    }
    if (closed) {
      return null;
    }
    running++;
    return waiting.removeFirst();
  }

  private void perform(PassageId passage) {
    try {
      step.take(passage);
    } catch (IOException | RuntimeException e) {
      fail(passage, e);
    }
    try {
      if (isTimeToSettle()) {
        settling.settle();
      }
    } catch (IOException | RuntimeException e) {
      fail(passage, e);
    }
    done();
  }

  private synchronized boolean isTimeToSettle() {
    unsettled++;
    var last = waiting.isEmpty() && running == 1;
    if (unsettled < BATCH && !last) {
      return false;
    }
    unsettled = 0;
    return true;
  }

  private synchronized void fail(PassageId passage, Exception cause) {
    LOG.warn("No vector for {}", passage, cause);
    failed.put(passage, cause);
  }

  private synchronized void done() {
    running--;
    notifyAll();
  }

  /// @throws IllegalStateException if some have none because the model failed, or work was closed
  synchronized void await() throws InterruptedException {
    while ((running > 0 || !waiting.isEmpty()) && !closed) {
      wait();
    }
    if (!failed.isEmpty()) {
      var first = failed.entrySet().iterator().next();
      throw new IllegalStateException(
          "%d passages have no vector, the first %s".formatted(failed.size(), first.getKey()),
          first.getValue());
    }
  }

  /// Ends after the passages in hand; the threads are never interrupted, since that would close the
  /// files under them. Where one of them closes the work, by its last settling, it ends by itself.
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    for (var thread : threads) {
      if (thread != Thread.currentThread()) {
        join(thread);
      }
    }
  }

  private static void join(Thread thread) {
    var interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
