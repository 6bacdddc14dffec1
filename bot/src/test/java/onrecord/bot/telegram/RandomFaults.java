package onrecord.bot.telegram;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import onrecord.bot.channel.Time;

/// Faults as they come over days: lost calls and lost replies, errors of the server, refusals for
/// too many requests, others asking for updates, and now and then the network gone for a while.
final class RandomFaults implements Fault.Plan {

  private static final Duration BETWEEN_OUTAGES = Duration.ofHours(5);
  private static final Duration LONGEST_OUTAGE = Duration.ofMinutes(25);

  private final Random random;
  private final Time time;
  private final double share;
  private Instant outage;
  private Duration length;

  /// @param share of calls that go wrong besides
  RandomFaults(Random random, Time time, double share) {
    this.random = random;
    this.time = time;
    this.share = share;
    this.outage = time.instant().plus(some(BETWEEN_OUTAGES));
    this.length = some(LONGEST_OUTAGE);
  }

  @Override
  public synchronized Fault next(String method, long chat) {
    if (isOut()) {
      return new Fault.LostBefore();
    }
    if (random.nextDouble() > share) {
      return Fault.NONE;
    }
    return switch (random.nextInt(5)) {
      case 0 -> new Fault.LostBefore();
      case 1 -> new Fault.LostAfter();
      case 2 -> new Fault.Broken(500 + random.nextInt(5));
      case 3 -> new Fault.TooMany(1 + random.nextInt(60));
      default -> method.equals("getupdates") ? new Fault.Conflict() : Fault.NONE;
    };
  }

  private boolean isOut() {
    var now = time.instant();
    if (now.isAfter(outage.plus(length))) {
      outage = now.plus(some(BETWEEN_OUTAGES));
      length = some(LONGEST_OUTAGE);
    }
    return now.isAfter(outage);
  }

  private Duration some(Duration most) {
    return Duration.ofSeconds(random.nextLong(most.toSeconds()) + 1);
  }
}
