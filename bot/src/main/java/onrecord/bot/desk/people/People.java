package onrecord.bot.desk.people;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import onrecord.bot.answers.AuditEntry.Kind;
import onrecord.bot.answers.AuditTrail;
import onrecord.corpus.Storage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who may sign in at the desk.
public final class People {

  public static final String FIRST = "administrator";
  public static final int SHORTEST_PASSWORD = 12;

  /// Without letters and digits that look alike.
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  private static final int RANDOM_LENGTH = 20;

  private static final String VOUCHED_FOR = "sso:";

  private final JdbcClient database;
  private final Storage storage;
  private final AuditTrail trail;
  private final UnaryOperator<String> hashing;
  private final Clock clock;

  /// @param hashing makes of a password what is stored of it
  public People(Storage storage, AuditTrail trail, UnaryOperator<String> hashing, Clock clock) {
    this.storage = storage;
    this.database = JdbcClient.create(storage.source());
    this.trail = trail;
    this.hashing = hashing;
    this.clock = clock;
  }

  /// Makes the first person where there is none.
  ///
  /// @return their password, which is nowhere else; empty where somebody is there already
  public Optional<String> begin() {
    if (!all().isEmpty()) {
      return Optional.empty();
    }
    var password = randomPassword();
    add(FIRST, password, EnumSet.allOf(Role.class), "program");
    return Optional.of(password);
  }

  /// A password nobody can guess.
  public static String randomPassword() {
    var random = new SecureRandom();
    return random
        .ints(RANDOM_LENGTH, 0, LETTERS.length())
        .mapToObj(i -> String.valueOf(LETTERS.charAt(i)))
        .collect(Collectors.joining());
  }

  /// @throws IllegalArgumentException if the name cannot be used or is taken, or the password is
  ///   too short
  public void add(String name, String password, Set<Role> roles, String by) {
    if (!name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._@ -]{0,59}") || person(name).isPresent()) {
      throw new IllegalArgumentException("The name cannot be used or is taken: " + name);
    }
    insert(name, hash(password), roles, by);
  }

  private void insert(String name, String password, Set<Role> roles, String by) {
    database
        .sql(
            "insert into desk_person (name, password, roles, created_at, locked) values (?, ?, ?, ?, ?)")
        .params(name, password, joined(roles), clock.instant().atOffset(ZoneOffset.UTC), false)
        .update();
    note(by, name, "added", joined(roles));
  }

  /// Somebody whom the company's own sign-in vouches for; listed at the first time. Their name
  /// begins with `sso:`, which no name given here does, so that no account there is taken for one
  /// of here.
  ///
  /// @param roles what they may do, as the company's sign-in says; null where it is said here
  public Person vouchedFor(String name, @Nullable Set<Role> roles) {
    var listed = VOUCHED_FOR + name;
    var present = person(listed);
    if (present.isEmpty()) {
      insert(listed, hash(randomPassword()), roles == null ? Set.of() : roles, VOUCHED_FOR);
    } else if (roles != null && !roles.equals(present.get().roles())) {
      database
          .sql("update desk_person set roles = ? where name = ?")
          .params(joined(roles), listed)
          .update();
      note(VOUCHED_FOR, listed, "changed", joined(roles));
    }
    return existing(listed);
  }

  /// @throws NoSuchElementException if there is no such person
  /// @throws IllegalStateException if nobody were left who may say who signs in
  public void change(String name, Set<Role> roles, boolean locked, String by) {
    var person = existing(name);
    var keepsOne = roles.contains(Role.ADMINISTRATOR) && !locked;
    if (!keepsOne && isLastAdministrator(person)) {
      throw new IllegalStateException("Somebody has to stay administrator");
    }
    database
        .sql("update desk_person set roles = ?, locked = ? where name = ?")
        .params(joined(roles), locked, name)
        .update();
    note(by, name, locked ? "locked" : "changed", joined(roles));
  }

  private boolean isLastAdministrator(Person person) {
    return all().stream()
        .filter(other -> !other.locked() && other.roles().contains(Role.ADMINISTRATOR))
        .allMatch(other -> other.name().equals(person.name()));
  }

  /// @throws IllegalArgumentException if it is too short
  public void setPassword(String name, String password, String by) {
    existing(name);
    database
        .sql("update desk_person set password = ? where name = ?")
        .params(hash(password), name)
        .update();
    note(by, name, "password", "");
  }

  private String hash(String password) {
    if (password.length() < SHORTEST_PASSWORD) {
      throw new IllegalArgumentException(
          "A password has at least %d characters".formatted(SHORTEST_PASSWORD));
    }
    return hashing.apply(password);
  }

  private void note(String by, String name, String act, String roles) {
    storage.writeThrough();
    trail.append(Kind.PERSON, by, name, Map.of("act", act, "roles", roles));
  }

  public Optional<Person> person(String name) {
    return database
        .sql("select * from desk_person where name = ?")
        .param(name)
        .query(People::row)
        .optional();
  }

  public List<Person> all() {
    return database.sql("select * from desk_person order by name").query(People::row).list();
  }

  private Person existing(String name) {
    return person(name).orElseThrow(() -> new NoSuchElementException("There is no " + name));
  }

  private static String joined(Set<Role> roles) {
    return roles.stream().map(Role::name).sorted().collect(Collectors.joining(" "));
  }

  private static Person row(ResultSet row, int ignored) throws SQLException {
    return new Person(
        row.getString("name"),
        row.getString("password"),
        Arrays.stream(row.getString("roles").split(" "))
            .filter(role -> !role.isBlank())
            .map(Role::valueOf)
            .collect(Collectors.toSet()),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getBoolean("locked"));
  }
}
