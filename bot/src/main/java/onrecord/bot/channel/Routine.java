package onrecord.bot.channel;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Something done again and again, by one instance at a time.
public final class Routine {

  private static final Logger LOG = LoggerFactory.getLogger(Routine.class);

  private final String name;
  private final Duration every;
  private final Runnable work;
  private final Duties duties;
  private final Time time;
  private final Ending ending;

  public Routine(
      String name, Duration every, Runnable work, Duties duties, Time time, Ending ending) {
    this.name = name;
    this.every = every;
    this.work = work;
    this.duties = duties;
    this.time = time;
    this.ending = ending;
  }

  public void start() {
    Thread.ofVirtual().name(name).start(this::repeat);
  }

  private void repeat() {
    do {
      workIfOnDuty();
    } while (time.pause(every, ending));
  }

  private void workIfOnDuty() {
    try {
      if (duties.hold(name, every.multipliedBy(3))) {
        work.run();
      }
    } catch (RuntimeException failure) {
      if (!ending.hasCome()) {
        LOG.warn("'{}' failed; it is tried again in {}", name, every, failure);
      }
    }
  }
}
