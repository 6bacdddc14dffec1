package onrecord.bot.desk.people;

import java.time.Instant;
import java.util.Set;

/// Somebody who may sign in.
///
/// @param password its hash
/// @param locked whether they may not for the present
public record Person(
    String name, String password, Set<Role> roles, Instant createdAt, boolean locked) {

  public Person {
    roles = Set.copyOf(roles);
  }

  /// Nothing that could reach a log.
  @Override
  public String toString() {
    return name;
  }
}
