package onrecord.bot.telegram;

import java.time.Duration;
import java.util.List;
import onrecord.bot.channel.Attendant;
import onrecord.bot.channel.Duties;
import onrecord.bot.channel.Ending;
import onrecord.bot.channel.PostponedException;
import onrecord.bot.channel.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks Telegram for updates, one instance at a time, and lets Telegram forget them only when they
/// are safe.
final class Poller {

  static final List<String> WANTED =
      List.of("message", "edited_message", "callback_query", "inline_query", "my_chat_member");

  private static final Logger LOG = LoggerFactory.getLogger(Poller.class);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
  private static final Duration MOMENT = Duration.ofSeconds(1);
  private static final int WORTH_TELLING = 4;
  private static final String DUTY = "telegram.poll";

  private final BotApi api;
  private final Introduction introduction;
  private final Updates updates;
  private final Cursor cursor;
  private final Attendant attendant;
  private final Duties duties;
  private final Duration poll;
  private final Time time;
  private final Ending ending;

  Poller(
      BotApi api,
      Introduction introduction,
      Updates updates,
      Cursor cursor,
      Attendant attendant,
      Duties duties,
      Duration poll,
      Time time,
      Ending ending) {
    this.api = api;
    this.introduction = introduction;
    this.updates = updates;
    this.cursor = cursor;
    this.attendant = attendant;
    this.duties = duties;
    this.poll = poll;
    this.time = time;
    this.ending = ending;
  }

  void start() {
    Thread.ofVirtual().name("telegram poller").start(this::poll);
  }

  private void poll() {
    var failures = 0;
    var rest = Duration.ZERO;
    do {
      try {
        rest = pollIfOnDuty();
        failures = 0;
      } catch (PostponedException later) {
        rest = later.after().isPositive() ? later.after() : backOff(failures);
        tell(failures++, rest, later);
      } catch (RuntimeException failure) {
        rest = backOff(failures);
        tell(failures++, rest, failure);
      }
    } while (rest.isZero() ? !ending.hasCome() : time.pause(rest, ending));
  }

  /// @return how long to rest before the next time
  private Duration pollIfOnDuty() {
    if (!duties.hold(DUTY, poll.plusSeconds(30))) {
      return Duration.ofSeconds(5);
    }
    introduction.makeSure();
    var begin = time.instant();
    var fetched = api.updates(new FetchUpdates(cursor.next().orElse(null), seconds(poll), WANTED));
    if (fetched.isEmpty()) {
      // A server that does not wait for updates is not asked again at once.
      return time.instant().isBefore(begin.plus(MOMENT)) ? MOMENT : Duration.ZERO;
    }
    cursor.moveTo(fetched.stream().mapToLong(updates::take).max().orElseThrow() + 1);
    updates.secure();
    attendant.wake();
    return Duration.ZERO;
  }

  private static int seconds(Duration poll) {
    return (int) poll.toSeconds();
  }

  private static Duration backOff(int failures) {
    var wait = Duration.ofSeconds(1).multipliedBy(1L << Math.min(failures, 6));
    return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
  }

  /// One failure is nothing, and after the fifth in a row the log need not hear of more.
  private void tell(int failures, Duration pause, RuntimeException failure) {
    if (failures == WORTH_TELLING && !ending.hasCome()) {
      LOG.warn("No updates from Telegram; asking again in {}: {}", pause, reason(failure));
    } else {
      LOG.debug("No updates from Telegram; asking again in {}", pause, failure);
    }
  }

  private static String reason(RuntimeException failure) {
    return failure.getCause() == null
        ? String.valueOf(failure.getMessage())
        : failure.getMessage() + " (" + failure.getCause().getMessage() + ")";
  }
}
