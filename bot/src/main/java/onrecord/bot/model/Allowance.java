package onrecord.bot.model;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import onrecord.bot.Answer.Usage;

/// What one question may cost: until when a chat model is waited for, and how many tokens it may
/// use.
public final class Allowance {

  private final long end;
  private final AtomicLong tokens;
  private final AtomicReference<Usage> used = new AtomicReference<>(Usage.NONE);

  private Allowance(long end, long tokens) {
    this.end = end;
    this.tokens = new AtomicLong(tokens);
  }

  /// From now on.
  public static Allowance of(Duration patience, long tokens) {
    return new Allowance(System.nanoTime() + patience.toNanos(), tokens);
  }

  /// Counts what a reply has cost.
  public void charge(Usage usage) {
    used.accumulateAndGet(usage, Usage::plus);
  }

  /// What the replies to the question have cost so far.
  public Usage used() {
    return used.get();
  }

  /// How long it may still be waited; negative when the time is over.
  Duration timeLeft() {
    return Duration.ofNanos(end - System.nanoTime());
  }

  /// Sets tokens aside, if there are as many left.
  boolean take(long wanted) {
    return tokens.getAndUpdate(left -> left >= wanted ? left - wanted : left) >= wanted;
  }

  /// Gives back what was set aside and not used; negative where more was used.
  void giveBack(long unused) {
    tokens.addAndGet(unused);
  }
}
