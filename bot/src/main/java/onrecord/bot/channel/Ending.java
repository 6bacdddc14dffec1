package onrecord.bot.channel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// When something is to end. Threads look here instead of being interrupted: an interrupt that
/// meets a thread while it writes to the embedded database closes the database's file under
/// everybody.
public final class Ending {

  private final CountDownLatch over = new CountDownLatch(1);
  private final List<Runnable> listeners = new ArrayList<>();

  /// Whether the end has come.
  public boolean hasCome() {
    return over.getCount() == 0;
  }

  /// Ends all that looks here.
  public void come() {
    List<Runnable> told;
    synchronized (listeners) {
      over.countDown();
      told = List.copyOf(listeners);
    }
    told.forEach(Runnable::run);
  }

  /// Tells a listener when the end comes, at once if it has come.
  public void tell(Runnable listener) {
    synchronized (listeners) {
      listeners.add(listener);
    }
    if (hasCome()) {
      listener.run();
    }
  }

  public void forget(Runnable listener) {
    synchronized (listeners) {
      listeners.remove(listener);
    }
  }

  /// Waits for the end.
  ///
  /// @return whether it has come
  boolean await(Duration patience) {
    try {
      return over.await(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
