package onrecord.bot.channel;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Something done again and again, by one instance at a time.
public final class Routine implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Routine.class);

  private final String name;
  private final Duration every;
  private final Runnable work;
  private final Duties duties;
  private final Time time;
  private @Nullable Thread thread;

  public Routine(String name, Duration every, Runnable work, Duties duties, Time time) {
    this.name = name;
    this.every = every;
    this.work = work;
    this.duties = duties;
    this.time = time;
  }

  public void start() {
    thread = Thread.ofVirtual().name(name).start(this::repeat);
  }

  private void repeat() {
    try {
      while (true) {
        workIfOnDuty();
        time.pause(every);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void workIfOnDuty() {
    try {
      if (duties.hold(name, every.multipliedBy(3))) {
        work.run();
      }
    } catch (RuntimeException failure) {
      LOG.warn("'{}' failed; it is tried again in {}", name, every, failure);
    }
  }

  @Override
  public void close() {
    if (thread != null) {
      thread.interrupt();
    }
  }
}
