package onrecord.bot.model;

import java.time.Clock;
import java.time.LocalDate;

/// The tokens of a day.
public final class Budget {

  private final long perDay;
  private final Memory memory;
  private final Clock clock;
  private long aside;

  /// @param perDay how many tokens a day
  /// @param clock tells when a day begins, by its zone
  Budget(long perDay, Memory memory, Clock clock) {
    this.perDay = perDay;
    this.memory = memory;
    this.clock = clock;
  }

  public long perDay() {
    return perDay;
  }

  /// How many tokens of the day are spent.
  public long spent() {
    return memory.spent(today());
  }

  /// Sets tokens aside, if there are as many left.
  synchronized boolean take(long tokens) {
    if (spent() + aside + tokens > perDay) {
      return false;
    }
    aside += tokens;
    return true;
  }

  /// Spends what was used of tokens that were set aside.
  synchronized void settle(long tokens, long used) {
    aside -= tokens;
    if (used > 0) {
      memory.spend(today(), used);
    }
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
