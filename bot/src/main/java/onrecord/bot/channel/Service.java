package onrecord.bot.channel;

import org.springframework.context.SmartLifecycle;

/// Something that runs while the application does: from when all of it is there, and no longer than
/// any part of it.
public final class Service implements SmartLifecycle {

  private final Runnable begin;
  private final Runnable end;
  private volatile boolean running;

  public Service(Runnable begin, Runnable end) {
    this.begin = begin;
    this.end = end;
  }

  @Override
  public void start() {
    begin.run();
    running = true;
  }

  @Override
  public void stop() {
    end.run();
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
