package onrecord.bot.channel;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// How much one person, and all together, may ask in a minute, counted by when they asked: a
/// message that waited while the program was away is not held against its sender.
public final class Limits {

  private static final int PERSONS = 50_000;

  private final int perPerson;
  private final Map<Person, Allowance> persons =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Person, Allowance> eldest) {
          return size() > PERSONS;
        }
      };
  private final int inAll;
  private Allowance all;

  /// @param perPerson questions in a minute
  /// @param inAll questions in a minute
  public Limits(int perPerson, int inAll) {
    this.perPerson = perPerson;
    this.inAll = inAll;
    this.all = Allowance.of(inAll, Instant.EPOCH);
  }

  /// Whether somebody may ask.
  public sealed interface Admission {

    record Admitted() implements Admission {}

    /// Asked too much.
    ///
    /// @param untilNext until the next question can be asked
    /// @param first whether this is the first since one was admitted; it is told once
    record TooMany(Duration untilNext, boolean first) implements Admission {}

    /// All together asked too much.
    record TooBusy() implements Admission {}
  }

  public synchronized Admission admit(Person person, Instant at) {
    var own = persons.getOrDefault(person, Allowance.of(perPerson, at)).at(at, perPerson);
    if (own.left() < 1) {
      persons.put(person, own.refused());
      return new Admission.TooMany(own.untilNext(perPerson), !own.told());
    }
    all = all.at(at, inAll);
    if (all.left() < 1) {
      return new Admission.TooBusy();
    }
    persons.put(person, own.used());
    all = all.used();
    return new Admission.Admitted();
  }

  synchronized void forget(Person person) {
    persons.remove(person);
  }

  /// How many questions are left, growing back evenly over a minute.
  ///
  /// @param told whether it was said that none is left
  private record Allowance(double left, Instant at, boolean told) {

    static Allowance of(int perMinute, Instant at) {
      return new Allowance(perMinute, at, false);
    }

    Allowance at(Instant now, int perMinute) {
      if (!now.isAfter(at)) {
        return this;
      }
      var grown = left + Duration.between(at, now).toMillis() * perMinute / 60_000.0;
      return new Allowance(Math.min(perMinute, grown), now, told);
    }

    Allowance used() {
      return new Allowance(left - 1, at, false);
    }

    Allowance refused() {
      return new Allowance(left, at, true);
    }

    Duration untilNext(int perMinute) {
      return Duration.ofMillis((long) Math.ceil((1 - left) * 60_000 / perMinute));
    }
  }
}
