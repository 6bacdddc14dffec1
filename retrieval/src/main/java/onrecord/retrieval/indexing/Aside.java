package onrecord.retrieval.indexing;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Something that goes on beside what its maker does meanwhile.
///
/// @param <T> what comes of it
public final class Aside<T> {

  private final FutureTask<T> task;

  private Aside(FutureTask<T> task) {
    this.task = task;
  }

  /// Begins it.
  public static <T> Aside<T> begin(Callable<T> task) {
    var aside = new Aside<>(new FutureTask<>(task));
    Thread.ofVirtual().start(aside.task);
    return aside;
  }

  /// What came of it, once it has ended.
  ///
  /// @throws IOException if it failed so, or this thread was interrupted
  public T outcome() throws IOException {
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted while searching");
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException cause -> throw cause;
        case RuntimeException cause -> throw cause;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }
}
